import { randomUUID } from 'node:crypto';
import { CLIP_FPS, CLIP_FRAMES } from './demo-clip.ts';
import { broadcastTexts, type HostLine } from './host-script.ts';
import type { IvsLocal } from './ivs-local/start-ivs-local.ts';
import type { SeededEvent } from './seed-events.ts';

/** As often as the service repeats the cue on air. */
const REPEAT_EVERY_S = 5;

/**
 * Holds an event that is already over, faster than real time: IVS's notifications of its stream, its recording with the
 * host's cues in it, and the notification that the recording has ended. What follows is the service's own work.
 */
export async function holdRecordedShow(
  ivs: IvsLocal,
  event: SeededEvent,
  script: readonly HostLine[],
  startedAt: number,
): Promise<void> {
  const durationSeconds = CLIP_FRAMES / CLIP_FPS;
  const { notification } = await ivs.writeFinishedRecording({
    channelArn: event.channelArn,
    startedAt,
    durationSeconds,
    script: broadcastTexts(script, {
      cueKey: event.cueKey,
      fps: CLIP_FPS,
      frames: CLIP_FRAMES,
      repeatEvery: REPEAT_EVERY_S,
    }),
  });
  const { channel_name, stream_id } = notification.detail;
  const streamState = (event_name: 'Stream Start' | 'Stream End', at: number) =>
    ivs.notify({
      ...notification,
      id: randomUUID(),
      'detail-type': 'IVS Stream State Change',
      time: `${new Date(at).toISOString().slice(0, 19)}Z`,
      detail: { event_name, channel_name, stream_id },
    });
  streamState('Stream Start', startedAt);
  streamState('Stream End', startedAt + durationSeconds * 1000);
  ivs.notify(notification);
}
