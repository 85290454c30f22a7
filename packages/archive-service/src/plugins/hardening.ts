import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fp from 'fastify-plugin';

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
    // A start of the embedded database may hold up the loop for seconds on a small machine: that is no overload.
    await app.register(underPressure, { maxEventLoopDelay: 15_000, retryAfter: 5 });
  },
  { name: 'hardening', dependencies: ['errors'] },
);
