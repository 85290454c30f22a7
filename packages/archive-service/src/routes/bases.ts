import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Bases } from '../events/present-event.ts';

/** Where this caller reaches the service and the store. */
export function basesOf({ cdnBaseUrl }: Config, request: FastifyRequest): Bases {
  const service = `${request.protocol}://${request.host}`;
  return { service, media: cdnBaseUrl ?? `${service}/media` };
}
