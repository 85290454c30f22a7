import type { PublicationPorts, PublicationStep } from './publication.ts';

/** Does one step of a publication, and gives what it gives. */
export type RunStep = <Result>(name: PublicationStep, act: () => Result | Promise<Result>) => Promise<Result>;

/** Begins each step only while the publication may go on, and tells of it. */
export function runSteps({
  signal,
  fence,
  progress,
  checkpoint,
}: Pick<PublicationPorts, 'signal' | 'fence' | 'progress' | 'checkpoint'>): RunStep {
  return async (name, act) => {
    signal.throwIfAborted();
    await fence();
    progress({ step: name, done: 0, total: 1, bytes: 0 });
    const result = await act();
    await checkpoint?.(name);
    return result;
  };
}
