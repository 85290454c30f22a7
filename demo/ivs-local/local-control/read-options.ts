import type { ChannelOptions, GoLiveOptions } from '../ivs-local-options.ts';
import type { FinishedRecordingScript, ScriptLine } from '../recording/write-finished.ts';
import { Fields } from './fields.ts';

export function readChannelOptions(body: unknown): { name: string; options: ChannelOptions } {
  const fields = new Fields(body);
  return {
    name: fields.string('name'),
    options: {
      ...(fields.isNull('bucket') ? { bucket: null } : fields.optional('bucket', 'string')),
      ...fields.optional('recordingReconnectWindowSeconds', 'number'),
      ...fields.optional('thumbnailIntervalSeconds', 'number'),
    },
  };
}

export function readGoLiveOptions(body: unknown): GoLiveOptions {
  const fields = new Fields(body);
  return {
    ...fields.optional('fromFrame', 'number'),
    ...fields.optional('prerollSeconds', 'number'),
    ...fields.optional('timestampOffset', 'number'),
  };
}

export function readShow(body: unknown): FinishedRecordingScript & { deliver: boolean } {
  const fields = new Fields(body);
  const faults = fields.object('faults');
  const missing = faults?.object('missingSegment');
  return {
    script: fields.list('script').map(readLine),
    durationSeconds: fields.number('durationSeconds'),
    deliver: fields.optional('deliver', 'boolean').deliver ?? false,
    ...fields.optional('startedAt', 'number'),
    ...fields.optional('fromFrame', 'number'),
    ...fields.optional('timestampOffset', 'number'),
    restarts: fields
      .list('restarts')
      .map((stop) => ({ atSeconds: stop.number('atSeconds'), gapSeconds: stop.number('gapSeconds') })),
    faults: {
      ...faults?.optional('noEndlist', 'boolean'),
      ...(missing && {
        missingSegment: { rendition: missing.string('rendition'), file: missing.number('file') },
      }),
    },
  };
}

function readLine(line: Fields): ScriptLine {
  const text = line.string('text');
  return line.has('picture')
    ? { text, picture: line.number('picture') }
    : { text, atSeconds: line.number('atSeconds') };
}
