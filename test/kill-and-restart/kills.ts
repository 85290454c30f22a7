import assert from 'node:assert/strict';
import { createRandom } from '../support/random.ts';
import { describeMoment, randomMoment, type Extent, type Moment } from './moment.ts';
import { whatViewersGet } from './published.ts';
import { runScenario, type Outcome, type Stage } from './run-scenario.ts';
import { scenarios, type Scenario } from './scenario.ts';

/** The outcome of each scenario when nothing goes wrong: found out once, and what all others are held against. */
export class Undisturbed {
  readonly #stage: Stage;
  readonly #outcomes = new Map<string, Promise<Outcome>>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  of(scenario: Scenario): Promise<Outcome> {
    let outcome = this.#outcomes.get(scenario.name);
    if (!outcome) {
      outcome = runScenario(this.#stage, scenario, []);
      this.#outcomes.set(scenario.name, outcome);
    }
    return outcome;
  }
}

export interface KilledRun {
  readonly scenario: string;
  readonly moments: readonly string[];
  readonly kills: number;
}

const shareOf = ({ store, database, ms }: Extent, share: number): Extent => ({
  store: Math.ceil(store * share),
  database: Math.ceil(database * share),
  ms: Math.ceil(ms * share),
});

/** One run that its seed decides: a scenario, and one to three moments at which the service is killed in it. */
export async function killedRun(stage: Stage, undisturbed: Undisturbed, seed: number): Promise<KilledRun> {
  const random = createRandom(seed);
  const scenario = random.pick(scenarios(stage.footage));
  const { extent } = await undisturbed.of(scenario);
  // Of what there is to do, the lives before have done a part.
  const moments = Array.from({ length: 1 + random.below(3) }, (_, life) =>
    randomMoment(random, shareOf(extent, 0.5 ** life)),
  );
  return disturbed(stage, undisturbed, scenario, moments);
}

/** Runs a scenario with kills, and fails unless it ends as it does without. */
export async function disturbed(
  stage: Stage,
  undisturbed: Undisturbed,
  scenario: Scenario,
  moments: readonly Moment[],
): Promise<KilledRun> {
  const wanted = await undisturbed.of(scenario);
  const outcome = await runScenario(stage, scenario, moments);
  const told = moments.map(describeMoment);
  const where = `${scenario.name}, killed ${told.join(', then ')}`;
  assert.deepEqual(outcome.rows.recordings, wanted.rows.recordings, `${where}: recordings`);
  assert.deepEqual(outcome.rows.events, wanted.rows.events, `${where}: events`);
  assert.deepEqual(outcome.rows.notifications, wanted.rows.notifications, `${where}: notifications`);
  if (scenario.inOrder) {
    assert.deepEqual(outcome.rows.versions, wanted.rows.versions, `${where}: versions`);
    assert.deepEqual(outcome.published, wanted.published, `${where}: published files`);
  } else {
    const [got, expected] = [outcome.published, wanted.published].map(whatViewersGet);
    assert.deepEqual(got, expected, `${where}: what viewers get`);
  }
  return { scenario: scenario.name, moments: told, kills: outcome.kills };
}
