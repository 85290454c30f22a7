import type { StreamType } from '../media/media-engine.ts';

/** Where an event is found: at a service, on the CDN, or in the element's own attributes. URLs are absolute. */
export interface EventSettings {
  readonly service: string | undefined;
  readonly cdn: string | undefined;
  /** Id or slug. */
  readonly eventId: string | undefined;
  /** An HLS URL; where it is set, no service is asked. */
  readonly src: string | undefined;
  readonly streamType: StreamType;
  readonly timeline: string | undefined;
  readonly catalogue: string | undefined;
}
