import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';

export const CUE_KEY = 'k';
const STARTED = Date.UTC(2026, 2, 5, 8);

/** What EventBridge sends. */
export type Notification = Readonly<Record<string, unknown>> & { readonly id: string };

/** One recording of the show, with what is said of it while it happens. */
export interface Take {
  readonly start: Notification;
  readonly end: Notification;
  readonly streamStart: Notification;
  readonly streamEnd: Notification;
}

/** Recordings that all runs of a scenario read, and none writes. */
export interface Footage {
  readonly channelArn: string;
  /** For RECORDINGS_URL. */
  readonly url: string;
  /** Where the runs' processes leave their compiled modules for those that start after them. */
  readonly compiled: string;
  /** The show; its end, recorded apart after a break; and one that overlaps the first. */
  readonly takes: readonly [Take, Take, Take];
  /** When the show began, by its channel. */
  readonly startsAt: Date;
  close(): Promise<void>;
}

const SCRIPTS = [
  { at: 0, seconds: 8, cues: [1, 2] },
  { at: 30, seconds: 6, cues: [3] },
  { at: 5, seconds: 8, cues: [4] },
] as const;

export async function recordFootage(): Promise<Footage> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-proof-footage-'));
  const url = pathToFileURL(join(folder, 'recordings')).href;
  const ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings: url });
  const { arn: channelArn } = await ivs.createChannel('killed');
  const record = async ({ at, seconds, cues }: (typeof SCRIPTS)[number], place: number): Promise<Take> => {
    const startedAt = STARTED + at * 1000;
    const { notification } = await ivs.writeFinishedRecording({
      channelArn,
      startedAt,
      durationSeconds: seconds,
      fromFrame: place * 600,
      script: cues.map((n, index) => ({
        picture: 30 + index * 60,
        text: JSON.stringify({ vitrine: 1, e: CUE_KEY, n, show: [`product-${String(n)}`] }),
      })),
    });
    return takeOf({ ...notification }, place, startedAt, startedAt + seconds * 1000);
  };
  const takes: [Take, Take, Take] = [
    await record(SCRIPTS[0], 0),
    await record(SCRIPTS[1], 1),
    await record(SCRIPTS[2], 2),
  ];
  await ivs.close();
  return {
    channelArn,
    url,
    compiled: join(folder, 'compiled'),
    takes,
    startsAt: new Date(STARTED),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The four notifications of one recording, made from the one of its end. */
function takeOf(
  ended: Readonly<Record<string, unknown>>,
  place: number,
  startedAt: number,
  endedAt: number,
): Take {
  const detail = ended['detail'] as Record<string, unknown>;
  const name = `take-${String(place)}`;
  const time = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z/, 'Z');
  const stream = (event: string, at: number): Notification => ({
    ...ended,
    id: `${name} ${event}`,
    'detail-type': 'IVS Stream State Change',
    time: time(at),
    detail: { event_name: event, channel_name: '', stream_id: `st-${name}` },
  });
  const recording = (status: string, at: number): Notification => ({
    ...ended,
    id: `${name} ${status}`,
    time: time(at),
    detail: {
      ...detail,
      recording_status: status,
      ...(status === 'Recording Start' && { recording_duration_ms: 0 }),
    },
  });
  return {
    start: recording('Recording Start', startedAt),
    end: recording('Recording End', endedAt),
    streamStart: stream('Stream Start', startedAt),
    streamEnd: stream('Stream End', endedAt),
  };
}
