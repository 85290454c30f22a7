import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable, isUnstorable } from '../database/violation.ts';
import { codeForStatus, ServiceError } from '../errors.ts';

/** One answer for all that goes wrong: `{error: {code, message, requestId}}`. */
export const errorsPlugin = fp(
  async (app) => {
    app.setErrorHandler((error: FastifyError | ServiceError, request, reply) =>
      answer(toServiceError(error), request, reply),
    );
    app.setNotFoundHandler((request, reply) =>
      answer(
        new ServiceError('NOT_FOUND', `There is nothing at ${request.method} ${pathOf(request)}.`),
        request,
        reply,
      ),
    );
  },
  { name: 'errors' },
);

/** For what Fastify refuses before it knows a route, such as a path that cannot be decoded. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void answer(toServiceError(error), request, reply);
}

function answer(error: ServiceError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isOurs = error.statusCode >= 500;
  request.log[isOurs ? 'error' : 'info']({ err: error }, 'the request failed');
  const { code, message, details } = error;
  return reply
    .code(error.statusCode)
    .header('cache-control', 'no-store')
    .send({ error: { code, message, requestId: request.id, ...(details && { details }) } });
}

function toServiceError(error: FastifyError | ServiceError): ServiceError {
  if (error instanceof ServiceError) {
    // Its code tells a caller enough; what it names lies inside.
    return error.statusCode === 500 ? new ServiceError(error.code, undefined, { cause: error }) : error;
  }
  if (isUnstorable(error)) {
    const message =
      'The request holds a value that cannot be stored, such as a NUL character or one that is too large.';
    return new ServiceError('BAD_REQUEST', message, { cause: error });
  }
  if (isUnavailable(error)) return new ServiceError('DATABASE_UNAVAILABLE', undefined, { cause: error });
  const status = error.statusCode ?? 500;
  const code = codeForStatus(status);
  // What broke inside is for the log, not for the caller.
  if (status >= 500) return new ServiceError(code, undefined, { cause: error });
  return new ServiceError(code, error.message, { cause: error });
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';
