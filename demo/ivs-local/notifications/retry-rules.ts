import type { Answer } from './post-notification.ts';

/** EventBridge's retry policy; tests make it short. */
export interface RetryPolicy {
  /** Before the second attempt; each further wait is twice as long. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  readonly maxAttempts: number;
  readonly maxAgeMs: number;
  /** How long the endpoint may take to answer. */
  readonly timeoutMs: number;
}

export const EVENTBRIDGE_RETRIES: RetryPolicy = {
  firstDelayMs: 1000,
  maxDelayMs: 15 * 60_000,
  maxAttempts: 185,
  maxAgeMs: 24 * 60 * 60_000,
  timeoutMs: 5000,
};

/** Whether EventBridge tries again after such an answer: 401, 407, 409, 429 and 5xx, and after none at all. */
export function isRetried(status: number | undefined): boolean {
  return status === undefined || [401, 407, 409, 429].includes(status) || status >= 500;
}

export function isDelivered(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** Milliseconds to the next attempt (exponential, with jitter), or undefined when there is to be none. */
export function nextDelay(
  policy: RetryPolicy,
  attempts: number,
  ageMs: number,
  answer?: Answer,
): number | undefined {
  if (!isRetried(answer?.status) || attempts >= policy.maxAttempts) return undefined;
  // A negative Retry-After asks for no further attempt.
  if ((answer?.retryAfterMs ?? 0) < 0) return undefined;
  const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempts - 1));
  const delay = Math.max(backoff * (0.75 + Math.random() / 2), answer?.retryAfterMs ?? 0);
  return ageMs + delay > policy.maxAgeMs ? undefined : delay;
}
