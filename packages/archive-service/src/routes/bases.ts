import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Bases } from '../events/present-event.ts';

/** Where this caller reaches the service and the store. */
export function basesOf({ cdnBaseUrl, publicUrl }: Config, request: FastifyRequest): Bases {
  // A proxy's own headers would have to be trusted; whoever runs one knows the URL.
  const service = publicUrl ?? `${request.protocol}://${request.host}`;
  return { service, media: cdnBaseUrl ?? `${service}/media` };
}
