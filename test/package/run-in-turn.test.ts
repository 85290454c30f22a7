import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInTurn } from '../../bench/run-in-turn.ts';

describe('comparisons that are run one after the other', () => {
  it('all run, in their order and never two at once, whatever becomes of any; and those that failed are named', async () => {
    const log: string[] = [];
    const told: string[] = [];
    const failed = await runInTurn(['first-frame', 'highlight', 'publish', 'last'], {
      start: async (name) => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (name === 'highlight') throw new Error('no browser');
        return name === 'publish' ? 3 : 0;
      },
      tell: (line) => told.push(line),
    });
    assert.deepEqual(failed, ['highlight', 'publish']);
    assert.deepEqual(
      log,
      ['first-frame', 'highlight', 'publish', 'last'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
    assert.match(told.join('\n'), /^first-frame, 1 of 4 …\nfirst-frame done after [\d.]+ minutes\n/);
    assert.match(told.join('\n'), /highlight: Error: no browser\nhighlight FAILED/);
  });
});
