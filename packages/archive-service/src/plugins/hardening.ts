import { getHeapStatistics } from 'node:v8';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fp from 'fastify-plugin';
import { ServiceError } from '../errors.ts';

/** Milliseconds by which the event loop may be late on average: whoever waits longer has given up. */
const MAX_DELAY = 5_000;

/** Headers that keep browsers strict, limits for those who may guess keys, and a way to say "not now". */
export const hardeningPlugin = fp(
  async (app) => {
    await app.register(helmet, {
      // Players and pages of other origins load our JSON and media.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      // Whether the host is on HTTPS alone is for whoever terminates TLS to say.
      strictTransportSecurity: false,
    });
    // Only where a route asks for it: the public routes are the CDN's to protect.
    await app.register(rateLimit, { global: false });
    await app.register(underPressure, {
      maxEventLoopDelay: MAX_DELAY,
      maxHeapUsedBytes: 0.9 * getHeapStatistics().heap_size_limit,
      retryAfter: 5,
      pressureHandler(_request, _reply, _type, value) {
        // Where it has no measurement at all, the plugin says "infinite": a machine that was busy with something else.
        if (value !== Infinity) throw new ServiceError('OVERLOADED');
      },
    });
  },
  { name: 'hardening', dependencies: ['errors'] },
);
