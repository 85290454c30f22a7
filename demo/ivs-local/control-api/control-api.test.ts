import {
  CreateChannelCommand,
  CreateRecordingConfigurationCommand,
  GetChannelCommand,
  GetRecordingConfigurationCommand,
  GetStreamCommand,
  IvsClient,
  IvsServiceException,
  ListChannelsCommand,
  ListStreamsCommand,
  PutMetadataCommand,
  StopStreamCommand,
} from '@aws-sdk/client-ivs';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startIvsLocal, type IvsLocal } from '../start-ivs-local.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';

let ivs: IvsLocal;
let client: IvsClient;

before(async () => {
  ivs = await startIvsLocal({ clip: SAMPLE_CLIP });
  client = new IvsClient({
    endpoint: ivs.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
});
after(async () => {
  client.destroy();
  await ivs.close();
});

async function refused(call: Promise<unknown>): Promise<[string, number | undefined]> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof IvsServiceException, 'the call must be refused by IVS');
  return [error.name, error.$metadata.httpStatusCode];
}

test('creates, gets and lists channels', async () => {
  const created = await client.send(new CreateChannelCommand({ name: 'spring-drop', tags: { shop: 'a' } }));
  const arn = created.channel?.arn ?? '';
  assert.match(arn, /^arn:aws:ivs:eu-central-1:123456789012:channel\/\w{12}$/);
  assert.equal(created.streamKey?.channelArn, arn);
  const { channel } = await client.send(new GetChannelCommand({ arn }));
  assert.equal(channel?.name, 'spring-drop');
  assert.ok(channel?.playbackUrl?.startsWith(`${ivs.url}/hls/`));
  const { channels } = await client.send(new ListChannelsCommand({ filterByName: 'spring-drop' }));
  assert.deepEqual(
    channels?.map((entry) => entry.arn),
    [arn],
  );
});

test('lists go on where the page before ended', async () => {
  const { arn: first } = await ivs.createChannel('paged');
  const { arn: second } = await ivs.createChannel('paged');
  const one = await client.send(new ListChannelsCommand({ filterByName: 'paged', maxResults: 1 }));
  const { nextToken } = one;
  const two = await client.send(new ListChannelsCommand({ filterByName: 'paged', maxResults: 1, nextToken }));
  assert.deepEqual(
    [...(one.channels ?? []), ...(two.channels ?? [])].map(({ arn }) => arn),
    [first, second],
  );
  assert.equal(two.nextToken, undefined);
});

test('creates recording configurations with IVS’s own defaults', async () => {
  const { recordingConfiguration } = await client.send(
    new CreateRecordingConfigurationCommand({ destinationConfiguration: { s3: { bucketName: 'shows' } } }),
  );
  const arn = recordingConfiguration?.arn ?? '';
  const got = await client.send(new GetRecordingConfigurationCommand({ arn }));
  assert.deepEqual(got.recordingConfiguration, recordingConfiguration);
  assert.equal(recordingConfiguration?.state, 'ACTIVE');
  assert.equal(recordingConfiguration?.recordingReconnectWindowSeconds, 0);
  assert.equal(recordingConfiguration?.thumbnailConfiguration?.targetIntervalSeconds, 60);
});

test('a bucket’s name is no path', async () => {
  for (const bucketName of ['../../elsewhere', 'a..b']) {
    const call = client.send(
      new CreateRecordingConfigurationCommand({ destinationConfiguration: { s3: { bucketName } } }),
    );
    assert.deepEqual(await refused(call), ['ValidationException', 400], bucketName);
  }
});

test('a stream can be seen, sent to and stopped', async () => {
  const { arn: channelArn } = await ivs.createChannel('on-air');
  const { streamId } = await ivs.goLive(channelArn, { prerollSeconds: 4 });
  const { stream } = await client.send(new GetStreamCommand({ channelArn }));
  assert.equal(stream?.streamId, streamId);
  assert.equal(stream?.state, 'LIVE');
  assert.ok(stream?.startTime instanceof Date);
  const { streams } = await client.send(new ListStreamsCommand({}));
  assert.ok(streams?.some((entry) => entry.channelArn === channelArn));
  const put = await client.send(new PutMetadataCommand({ channelArn, metadata: 'ü'.repeat(512) }));
  assert.equal(put.$metadata.httpStatusCode, 204);
  await client.send(new StopStreamCommand({ channelArn }));
  assert.deepEqual(await refused(client.send(new GetStreamCommand({ channelArn }))), [
    'ChannelNotBroadcasting',
    404,
  ]);
});

test('errors have IVS’s names and status codes', async () => {
  const { arn: channelArn } = await ivs.createChannel('off-air');
  const put = (arn: string, metadata: string) =>
    refused(client.send(new PutMetadataCommand({ channelArn: arn, metadata })));
  assert.deepEqual(await put(channelArn, 'x'), ['ChannelNotBroadcasting', 404]);
  assert.deepEqual(await put(channelArn.replace(/.{3}$/, '000'), 'x'), ['ResourceNotFoundException', 404]);
  assert.deepEqual(await put('not-an-arn', 'x'), ['ValidationException', 400]);
  const { arn: other } = await ivs.createChannel('limits');
  assert.deepEqual(await put(other, 'ü'.repeat(513)), ['ValidationException', 400]);
  assert.deepEqual(await put(other, ''), ['ValidationException', 400]);
});

test('a sixth PutMetadata within a second is throttled, on that channel alone', async () => {
  const { arn: channelArn } = await ivs.createChannel('busy');
  const { arn: calm } = await ivs.createChannel('calm');
  await ivs.goLive(channelArn, { prerollSeconds: 2 });
  await ivs.goLive(calm, { prerollSeconds: 2 });
  const put = (arn: string) => client.send(new PutMetadataCommand({ channelArn: arn, metadata: 'x' }));
  const answers = await Promise.allSettled(Array.from({ length: 6 }, () => put(channelArn)));
  const failures = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as Error] : [],
  );
  assert.deepEqual(
    failures.map(({ name }) => name),
    ['ThrottlingException'],
  );
  assert.match(failures[0]?.message ?? '', /ivs:PutMetadata exceeded call rate: 5 for resource: arn:/);
  await put(calm);
});

test('what is no JSON or no operation of ours is refused as such', async () => {
  const post = (path: string, body: string) =>
    fetch(`${ivs.url}/${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const malformed = await post('PutMetadata', '{');
  assert.equal(malformed.status, 400);
  assert.equal(malformed.headers.get('x-amzn-errortype'), 'ValidationException');
  for (const name of ['DeleteEverything', 'constructor', 'toString', '__proto__']) {
    const unknown = await post(name, '{}');
    assert.equal(unknown.status, 404, name);
    assert.equal(unknown.headers.get('x-amzn-errortype'), 'UnknownOperationException');
  }
});
