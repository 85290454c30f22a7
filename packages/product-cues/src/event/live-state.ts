import { checkCue, type ProductCue } from '../cue/product-cue.ts';
import { isFinite, object, read, type Read, text, version1 } from '../internal/check.ts';
import { type EventStatus, isEventStatus } from './event-status.ts';

/** live.json: what is on air now. */
export interface LiveState {
  readonly status: EventStatus;
  readonly cue: ProductCue | null;
  /** Epoch ms at which PutMetadata answered for the cue; `null` when it was not broadcast. */
  readonly programTime: number | null;
  readonly updatedAt: string;
}

/** Reads live.json. A cue that cannot be read is `null`, so that the status still arrives. */
export function readLiveState(json: unknown): Read<LiveState> {
  return read(() => {
    const fields = object(json, 'live state');
    version1(fields);
    const { status, programTime } = fields;
    const cue = read(() => checkCue(object(fields['cue'], 'cue')));
    return {
      // This file is asked for only while an event is on: a status newer than this code shall not end that.
      status: isEventStatus(status) ? status : 'live',
      cue: cue.ok ? cue.value : null,
      programTime: isFinite(programTime) ? programTime : null,
      updatedAt: text(fields['updatedAt'], 'updatedAt'),
    };
  });
}
