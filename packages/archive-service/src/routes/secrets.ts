import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { ServiceError } from '../errors.ts';

/** Lets in whoever sends the admin key as a bearer token. */
export function requireAdminKey(adminKey: string | undefined): onRequestAsyncHookHandler {
  return async (request) => {
    if (adminKey === undefined) throw new ServiceError('NO_ADMIN_KEY');
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !isSame(token, adminKey)) throw new ServiceError('KEY_WRONG');
  };
}

/** Lets in whoever sends the notification secret. Wrong is 401, which EventBridge tries again, so that a secret can be changed on both sides. */
export function requireNotificationSecret(secret: string | undefined): onRequestAsyncHookHandler {
  return async (request: FastifyRequest) => {
    if (secret === undefined) throw new ServiceError('NO_SECRET');
    const given = request.headers['x-vitrine-secret'];
    if (typeof given !== 'string' || !isSame(given, secret)) throw new ServiceError('SECRET_WRONG');
  };
}

/** In constant time: of equal lengths by their hashes, which also hide how long the secret is. */
function isSame(given: string | undefined, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given ?? ''), hash(secret));
}
