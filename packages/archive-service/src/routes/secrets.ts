import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { ServiceError } from '../errors.ts';

/**
 * Wrong secrets that one address may send in a minute. Only they are counted: behind a proxy all callers have one address, and who knows the
 * secret is never turned away for what others do.
 */
const GUESSES = { max: 300, timeWindow: 60_000 };

/** Lets in whoever sends the admin key as a bearer token. */
export function requireAdminKey(
  app: FastifyInstance,
  adminKey: string | undefined,
): onRequestAsyncHookHandler {
  const refuse = refuseGuess(app, 'admin', () => new ServiceError('KEY_WRONG'));
  return async (request) => {
    if (adminKey === undefined) throw new ServiceError('NO_ADMIN_KEY');
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !isSame(token, adminKey)) await refuse(request);
  };
}

/**
 * Lets in whoever sends the notification secret. Wrong is 401, and too often wrong 429: EventBridge tries both again, so that a secret
 * can be changed on both sides.
 */
export function requireNotificationSecret(
  app: FastifyInstance,
  secret: string | undefined,
): onRequestAsyncHookHandler {
  const refuse = refuseGuess(app, 'notifications', () => new ServiceError('SECRET_WRONG'));
  return async (request) => {
    if (secret === undefined) throw new ServiceError('NO_SECRET');
    const given = request.headers['x-vitrine-secret'];
    if (typeof given !== 'string' || !isSame(given, secret)) await refuse(request);
  };
}

function refuseGuess(
  app: FastifyInstance,
  door: string,
  wrong: () => ServiceError,
): (request: FastifyRequest) => Promise<never> {
  const count = app.createRateLimit({ ...GUESSES, keyGenerator: ({ ip }) => `${door} ${ip}` });
  return async (request) => {
    const limit = await count(request);
    throw !limit.isAllowed && limit.isExceeded ? new ServiceError('RATE_LIMITED') : wrong();
  };
}

/** In constant time: of equal lengths by their hashes, which also hide how long the secret is. */
function isSame(given: string | undefined, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given ?? ''), hash(secret));
}
