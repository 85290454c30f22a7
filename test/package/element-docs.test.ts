import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest } from '../../scripts/element-docs/manifest.ts';
import { readSources, type Sources } from '../../scripts/element-docs/sources.ts';
import { undocumented } from '../../scripts/element-docs/undocumented.ts';

const PLAYER = 'components/player/vitrine-player.ts';
const sources = readSources();

function problems(change: (player: string) => string): readonly string[] {
  const changed: Sources = new Map([...sources, [PLAYER, change(sources.get(PLAYER) ?? '')]]);
  const elements = readManifest(changed).modules.flatMap(({ declarations }) => declarations);
  return undocumented(changed, elements);
}

const add = (code: string) => (player: string) => `${player}\n${code}\n`;

describe('what editors and people read of the elements', () => {
  for (const [what, change, told] of [
    [
      'an event',
      add("tell(host, 'vitrine-new-thing', null);"),
      'vitrine-new-thing is in the code and in no @fires.',
    ],
    [
      'a part',
      add('const x = html`<b part="new-part other"></b>`;'),
      'new-part is in the code and in no @csspart.',
    ],
    [
      'a custom property',
      add('const y = css`b { top: var(--vitrine-new, 1px) }`;'),
      '--vitrine-new is in the code and in no @cssprop.',
    ],
    [
      'an attribute',
      (player: string) =>
        player.replace(
          'cdn: { reflect: true },',
          "cdn: { reflect: true }, newName: { attribute: 'new-name' },",
        ),
      'VitrinePlayer: new-name has no description.',
    ],
    [
      'a method',
      (player: string) => player.replace('  pause(): void {', '  jump(): void {}\n  pause(): void {'),
      'VitrinePlayer: pause has no description.',
    ],
    [
      'an event that is gone',
      (player: string) =>
        player.replace('@fires vitrine-ready', '@fires vitrine-old - Was. \n * @fires vitrine-ready'),
      '@fires vitrine-old is no longer in the code.',
    ],
  ] as const) {
    it(`misses ${what}`, () => {
      const found = problems(change);
      assert.ok(found.includes(told), found.join('\n'));
    });
  }

  it('tells of the published elements alone, with what a page may set', () => {
    const elements = readManifest(sources).modules.flatMap(({ declarations }) => declarations);
    const player = elements.find(({ tagName }) => tagName === 'vitrine-player');
    assert.ok(!elements.some(({ tagName }) => tagName === 'vitrine-facade'));
    assert.equal(
      player?.attributes?.find(({ name }) => name === 'preload')?.type?.text,
      "'none' | 'metadata' | 'auto'",
    );
    assert.ok(player?.members?.every(({ name }) => !name.startsWith('#')));
    assert.equal(player?.cssProperties?.find(({ name }) => name === '--vitrine-radius')?.default, '14px');
  });

  it('has every event of the player in React’s wrapper, under its name', () => {
    const player = readManifest(sources)
      .modules.flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'vitrine-player');
    const written = [
      ...(sources.get('react.ts') ?? '').matchAll(
        /(on\w+): '([\w-]+)' as EventName<\s*Events\['([\w-]+)'\]/g,
      ),
    ].map(([, ...names]) => names);
    const wanted = (player?.events ?? []).map(({ name }) => [
      `on${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
      name,
      name,
    ]);
    assert.ok(wanted.length >= 9, wanted.join());
    assert.deepEqual(written.sort(), wanted.sort());
  });
});
