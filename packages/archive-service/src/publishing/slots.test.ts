import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Slots } from './slots.ts';
import type { Urgency } from './slots.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Asks for a place for each of these at once, and gives them back one by one. @returns who was in at the same time, after each step */
async function letIn(slots: Slots, wanted: readonly Urgency[], gives: readonly Urgency[]): Promise<string[]> {
  const inside: Urgency[] = [];
  for (const one of wanted) void slots.take(one).then(() => inside.push(one));
  const seen: string[] = [];
  for (const one of [undefined, ...gives]) {
    if (one) {
      inside.splice(inside.indexOf(one), 1);
      slots.give(one);
    }
    await turn();
    seen.push(['urgent', 'patient'].map((kind) => inside.filter((in_) => in_ === kind).length).join('+'));
  }
  return seen;
}

it('lets so many in at once, the urgent first, and keeps places for the patient while any wait', async () => {
  const wanted: Urgency[] = [...Array<Urgency>(8).fill('urgent'), ...Array<Urgency>(4).fill('patient')];
  assert.deepEqual(await letIn(new Slots(4, 1), wanted, ['urgent', 'urgent', 'patient', 'urgent']), [
    '4+0',
    '3+1',
    '3+1',
    '3+1',
    '3+1',
  ]);
});

it('lets either have all places where the other wants none', async () => {
  const urgent = Array<Urgency>(6).fill('urgent');
  assert.deepEqual(await letIn(new Slots(3, 2), urgent, ['urgent', 'urgent']), ['3+0', '3+0', '3+0']);
  const patient = Array<Urgency>(6).fill('patient');
  assert.deepEqual(await letIn(new Slots(3, 2), patient, ['patient', 'patient']), ['0+3', '0+3', '0+3']);
});

it('has its places again when all are given back', async () => {
  const slots = new Slots(2, 1);
  const wanted: Urgency[] = ['urgent', 'patient', 'urgent', 'patient'];
  const gives: Urgency[] = ['urgent', 'patient', 'urgent', 'patient'];
  assert.equal((await letIn(slots, wanted, gives)).at(-1), '0+0');
  assert.deepEqual(await letIn(slots, ['urgent', 'urgent', 'urgent'], []), ['2+0']);
});
