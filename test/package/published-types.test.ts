import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'node:test';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
/** What our packages name as dependencies, and what a page with React has of its own. */
const INSTALLED = [
  'lit',
  'hls.js',
  'react',
  '@types/react',
  'csstype',
  '@lit/react',
  '@lit/reactive-element',
  'lit-element',
  'lit-html',
];

/** Both ways in which projects find modules. */
const RESOLUTIONS = [
  { module: 'ESNext', moduleResolution: 'bundler' },
  { module: 'NodeNext', moduleResolution: 'NodeNext' },
];

describe('the packages as they are published', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-package-'));
    await run(process.execPath, [TSC, '-b', 'packages/player-widget'], { cwd: ROOT });
    for (const name of ['product-cues', 'player-widget']) await unpack(name);
    for (const name of INSTALLED) {
      const place = join(folder, 'node_modules', name);
      await mkdir(dirname(place), { recursive: true });
      await symlink(join(ROOT, 'node_modules', name), place);
    }
    await cp(fileURLToPath(new URL('consumer/', import.meta.url)), folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const resolution of RESOLUTIONS) {
    it(`type pages with and without React, ${resolution.moduleResolution}`, async () => {
      const file = join(folder, `tsconfig.${resolution.moduleResolution}.json`);
      const compilerOptions = {
        ...resolution,
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        jsx: 'react-jsx',
        strict: true,
        noEmit: true,
        types: [],
        // Ours are checked with the page's own; other people's may have quarrels among themselves.
        skipLibCheck: false,
      };
      await writeFile(file, JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
      const { stdout } = await run(process.execPath, [TSC, '-p', file]).catch(
        (failure: { stdout: string }) => failure,
      );
      const ours = stdout.split('\n').filter((line) => line && !/^\s|node_modules\/(?!@vitrine)/.test(line));
      assert.deepEqual(ours, []);
    });
  }

  it('carry what their package.json names, and nothing of Amazon’s', async () => {
    const { stdout } = await run('npm', ['pack', '--json', '--dry-run'], {
      cwd: join(ROOT, 'packages/player-widget'),
    });
    const paths = filesOf(stdout);
    for (const wanted of [
      'custom-elements.json',
      'web-types.json',
      'vscode.html-custom-data.json',
      'dist/react.js',
      'dist/types/react.d.ts',
      'dist/vitrine.js',
    ])
      assert.ok(paths.includes(wanted), `${wanted} is missing`);
    assert.deepEqual(
      paths.filter((path) => /amazon|\/ivs\/.*wasm|\.test\.|^src\//.test(path)),
      [],
    );
  });

  /** `npm pack`, laid out as `npm install` does. */
  async function unpack(name: string): Promise<void> {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: join(ROOT, 'packages', name),
    });
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    const place = join(folder, 'node_modules/@vitrine', name);
    await mkdir(place, { recursive: true });
    await run('tar', ['-xzf', join(folder, packed?.filename ?? ''), '--strip-components=1', '-C', place]);
  }
});

function filesOf(packed: string): readonly string[] {
  const [first] = JSON.parse(packed) as { files: { path: string }[] }[];
  return (first?.files ?? []).map(({ path }) => path);
}
