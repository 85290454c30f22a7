import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'node:test';
import type { ElementType } from 'react';

const DIST = new URL('../../packages/player-widget/dist/', import.meta.url);

/** Imports a built file in a Node of its own, without any DOM, and says which globals that left. */
async function importInNode(file: string): Promise<{ exports: string[]; globals: string[] }> {
  const program = `
    const before = Object.getOwnPropertyNames(globalThis);
    const module = await import(${JSON.stringify(new URL(file, DIST).href)});
    const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    console.log(JSON.stringify({ exports: Object.keys(module), globals }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program],
    // Where the libraries are that the entry for bundlers leaves to its users.
    { cwd: fileURLToPath(DIST) },
  );
  return JSON.parse(stdout) as { exports: string[]; globals: string[] };
}

describe('on a server that renders a shop’s pages', () => {
  it('the script’s entry can be imported, registers nothing and leaves nothing', async () => {
    const { globals } = await importInNode('vitrine.js');
    assert.deepEqual(globals, []);
  });

  it('the package’s entry can be imported and names the element’s class', async () => {
    const { exports } = await importInNode('index.js');
    assert.ok(exports.includes('VitrinePlayer'), exports.join());
  });

  it('React’s entry renders the bare element, which the page then fills in', async () => {
    const { createElement } = await import('react');
    const { renderToString } = await import('react-dom/server');
    const { VitrinePlayer } = (await import(new URL('react.js', DIST).href)) as {
      VitrinePlayer: ElementType;
    };
    const markup = renderToString(createElement(VitrinePlayer, { eventId: 'spring', className: 'show' }));
    assert.match(markup, /^<vitrine-player[^>]* class="show"[^>]*><\/vitrine-player>$/);
  });
});
