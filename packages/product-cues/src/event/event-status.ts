import { oneOf } from '../internal/check.ts';

export const EVENT_STATUSES = ['scheduled', 'live', 'ended', 'archived'] as const;

export type EventStatus = (typeof EVENT_STATUSES)[number];

export const knownStatus = oneOf(EVENT_STATUSES);
