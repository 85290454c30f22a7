import type { VerifiedRecording } from './read-recording.ts';
import type { MediaCopy } from './steps/copy-media.ts';

/** What the reading of recordings finds, for whoever copies their media meanwhile. */
export interface Findings {
  /** The first recording of which all files are there. Rejects when the reading fails before. */
  readonly verified: Promise<VerifiedRecording>;
  /** What is to be copied. Rejects when the reading fails before. */
  readonly shown: Promise<Iterable<MediaCopy>>;
  readonly tellVerified: (recording: VerifiedRecording) => void;
  readonly tellShown: (copies: Iterable<MediaCopy>) => void;
  /** Tells the failure of whoever finds, so that nobody waits any longer. */
  by<Result>(finding: Promise<Result>): Promise<Result>;
}

export function createFindings(): Findings {
  const verified = Promise.withResolvers<VerifiedRecording>();
  const shown = Promise.withResolvers<Iterable<MediaCopy>>();
  // Whoever waits is told; that nobody waits any more is no failure of its own.
  for (const { promise } of [verified, shown]) promise.catch(() => undefined);
  return {
    verified: verified.promise,
    shown: shown.promise,
    tellVerified: verified.resolve,
    tellShown: shown.resolve,
    async by(finding) {
      try {
        return await finding;
      } catch (error) {
        verified.reject(error);
        shown.reject(error);
        throw error;
      }
    },
  };
}
