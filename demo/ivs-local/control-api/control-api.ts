import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { IvsLocalCore } from '../ivs-local.ts';
import { CallLimits } from './call-limits.ts';
import { createChannel } from './create-channel.ts';
import { createRecordingConfiguration } from './create-recording-configuration.ts';
import { getChannel } from './get-channel.ts';
import { getRecordingConfiguration } from './get-recording-configuration.ts';
import { getStream } from './get-stream.ts';
import { isInput, type Input } from './input.ts';
import { IvsError } from './ivs-errors.ts';
import { listChannels } from './list-channels.ts';
import { listStreams } from './list-streams.ts';
import type { Operation } from './operation.ts';
import { putMetadata } from './put-metadata.ts';
import { stopStream } from './stop-stream.ts';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  CreateChannel: createChannel,
  GetChannel: getChannel,
  ListChannels: listChannels,
  GetStream: getStream,
  ListStreams: listStreams,
  StopStream: stopStream,
  PutMetadata: putMetadata,
  CreateRecordingConfiguration: createRecordingConfiguration,
  GetRecordingConfiguration: getRecordingConfiguration,
};

/** The IVS API on AWS's REST-JSON protocol: POST /<Operation>. Signatures are not checked: anybody is let in. */
export const controlApi: FastifyPluginAsync<{ core: IvsLocalCore }> = async (app, { core }) => {
  const limits = new CallLimits(core.clock);

  // Read as text, so that a body that is no JSON gets IVS's answer instead of the framework's.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post<{ Params: { operation: string }; Body: string | undefined }>(
    '/:operation',
    async (request, reply) => {
      const { operation: name } = request.params;
      reply
        .header('x-amzn-requestid', randomUUID())
        .header('access-control-expose-headers', 'x-amzn-errortype');
      try {
        const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
        if (operation === undefined)
          throw new IvsError('UnknownOperationException', `ivs:${name} is not part of this stand-in`);
        const input = readBody(request.body);
        limits.check(name, typeof input['channelArn'] === 'string' ? input['channelArn'] : '');
        const answer = operation(input, core);
        return answer === undefined ? reply.code(204).send() : reply.send(answer);
      } catch (error) {
        return sendError(reply, error);
      }
    },
  );
};

function readBody(body: string | undefined): Input {
  try {
    const value: unknown = JSON.parse(body === undefined || body === '' ? '{}' : body);
    if (isInput(value)) return value;
  } catch {
    // answered below
  }
  throw new IvsError('ValidationException', 'the request body must be a JSON object');
}

/** REST-JSON tells the error by a header; IVS has its message in `exceptionMessage`, the SDK shows `message`. */
function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  const known =
    error instanceof IvsError
      ? error
      : new IvsError('InternalServerException', error instanceof Error ? error.message : 'unknown');
  return reply
    .code(known.status)
    .header('x-amzn-errortype', known.name)
    .send({ exceptionMessage: known.message, message: known.message });
}
