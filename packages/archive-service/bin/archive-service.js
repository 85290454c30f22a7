#!/usr/bin/env node
// The published package has dist/ alone. A checkout has the sources, which Node runs as they are: no build is needed, and
// an old one is not in the way.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';

const source = new URL('../src/cli/main.ts', import.meta.url);
if (existsSync(source)) {
  // The workspace's packages find one another's sources by this condition.
  nodeModule.registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [...context.conditions, 'vitrine-source'] }),
  });
  await import(source.href);
} else {
  await import('../dist/cli/main.js');
}
