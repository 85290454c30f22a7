import type { ChannelSession, RestartOptions } from '../channels/channel-session.ts';
import type { MediaKind } from './air-faults.ts';
import type { NotificationFaults } from './notification-faults.ts';
import type { RecordingFaults } from './recording-faults.ts';

/** What can be made to go wrong with a channel that has been on air, until `clear`. */
export interface Mishaps {
  /** Connections to the stream break off in the middle of the answer. */
  dropConnections(seconds: number): void;
  /** Nothing new appears in the stream; then all of it at once. */
  stall(seconds: number): void;
  /** Playlists, segments, or both are answered with 404. */
  notFound(seconds: number, kind?: MediaKind | 'both'): void;
  /** Texts are accepted with 204 and never appear in the stream. */
  blockMetadata(seconds: number): void;
  /** The encoder breaks off and comes back; resolves when it has. */
  restart(options?: RestartOptions): Promise<void>;
  /** For every notification from now on. */
  notifications(faults: NotificationFaults): void;
  /** For what is still to be written of the recording. */
  recording(faults: RecordingFaults): void;
  /** Ends what lasts; what was not sent or written stays so. */
  clear(): void;
}

export function mishapsOf(session: ChannelSession): Mishaps {
  const { faults } = session.air;
  return {
    dropConnections: (seconds) => faults.set('drops', seconds),
    stall: (seconds) => faults.set('stall', seconds),
    notFound(seconds, kind = 'both') {
      if (kind !== 'segments') faults.set('playlists', seconds);
      if (kind !== 'playlists') faults.set('segments', seconds);
    },
    blockMetadata: (seconds) => faults.set('metadata', seconds),
    restart: (options = {}) => session.restart(options),
    notifications(wanted) {
      session.notificationFaults = wanted;
    },
    recording(wanted) {
      Object.assign(session.recordingFaults, wanted);
    },
    clear() {
      faults.clear();
      session.notificationFaults = {};
      delete session.recordingFaults.missingSegment;
      delete session.recordingFaults.noEndlist;
    },
  };
}
