import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findState, STATES } from '../../demo/shop/states/states.ts';

/** Not known to the compiler: what the package declares of elements would meet what these tests do. */
const WIDGET: string = '@vitrine/player-widget';
const { PLAYER_ERRORS } = (await import(WIDGET)) as { PLAYER_ERRORS: Readonly<Record<string, object>> };

describe('the states of the gallery', () => {
  it('show what becomes of every error that there is', () => {
    const shown = STATES.flatMap(({ acts }) =>
      acts.flatMap(([what, of]) => (what === 'hear-error' ? of : [])),
    );
    assert.deepEqual([...new Set(shown)].toSorted(), Object.keys(PLAYER_ERRORS).toSorted());
  });

  it('have names of their own, and name a look that one can look at', () => {
    assert.equal(new Set(STATES.map(({ id }) => id)).size, STATES.length);
    for (const { id, looksLike } of STATES) {
      if (looksLike === undefined) continue;
      const other = findState(looksLike);
      assert.ok(other && other.looksLike === undefined, `${id} looks like ${looksLike}`);
    }
  });
});
