export type EventStatus = 'scheduled' | 'live' | 'ended' | 'archived';

export function isEventStatus(value: unknown): value is EventStatus {
  return value === 'scheduled' || value === 'live' || value === 'ended' || value === 'archived';
}
