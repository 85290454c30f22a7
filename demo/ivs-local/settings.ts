import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { IvsLocalOptions } from './ivs-local-options.ts';
import { Fields } from './local-control/fields.ts';
import type { ClipSource } from './stream/clip.ts';

const SAMPLE_CLIP = fileURLToPath(new URL('sample-clip.json', import.meta.url));

export const HELP = `A stand-in for Amazon IVS: control API, live stream, recordings and notifications on this machine.

  node demo/ivs-local/main.ts [options]

Option                   Environment              Meaning
--port <number>          IVS_LOCAL_PORT           port; default 9350
--host <address>         IVS_LOCAL_HOST           address; default 127.0.0.1
--clip <file>            IVS_LOCAL_CLIP           JSON that describes the clip; default: the sample show
--recordings <where>     IVS_LOCAL_RECORDINGS     a folder (one folder for each bucket inside), or s3 for AWS's own
                                                  settings (AWS_ENDPOINT_URL_S3, AWS_REGION, ...); default: none
--notify-url <url>       IVS_LOCAL_NOTIFY_URL     endpoint for notifications; default: they are only logged
--notify-header <name>   IVS_LOCAL_NOTIFY_HEADER  header of its API key; default x-api-key
--notify-secret <value>  IVS_LOCAL_NOTIFY_SECRET  the API key
--on-air <name>          IVS_LOCAL_ON_AIR         channel to create and put on air at once; may be repeated
--help                                            this text

Point the AWS SDK at it with AWS_ENDPOINT_URL_IVS=http://127.0.0.1:9350; any credentials will do.`;

export interface Settings {
  readonly options: IvsLocalOptions;
  /** Names of channels to put on air at once. */
  readonly channels: readonly string[];
}

/** Settings from flags and environment; a flag counts more. Throws with a line that says what is wrong. */
export async function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  readText: (path: string) => Promise<string>,
): Promise<Settings | 'help'> {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: string,
      host: string,
      clip: string,
      recordings: string,
      'notify-url': string,
      'notify-header': string,
      'notify-secret': string,
      'on-air': { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return 'help';
  const setting = (flag: string | undefined, name: string) => flag ?? environment[`IVS_LOCAL_${name}`];
  const host = setting(values.host, 'HOST');
  const recordings = setting(values.recordings, 'RECORDINGS');
  const url = setting(values['notify-url'], 'NOTIFY_URL');
  const fromEnvironment = environment['IVS_LOCAL_ON_AIR'];
  return {
    options: {
      port: readPort(setting(values.port, 'PORT') ?? '9350'),
      clip: await readClip(setting(values.clip, 'CLIP') ?? SAMPLE_CLIP, readText),
      ...(host !== undefined && { host }),
      ...(recordings !== undefined && { recordings: readRecordings(recordings, environment) }),
      ...(url !== undefined && {
        notifications: {
          url: readUrl(url),
          headerName: setting(values['notify-header'], 'NOTIFY_HEADER') ?? 'x-api-key',
          secret: setting(values['notify-secret'], 'NOTIFY_SECRET') ?? '',
        },
      }),
    },
    channels: values['on-air'] ?? (fromEnvironment === undefined ? [] : [fromEnvironment]),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`port is "${text}"; it must be a whole number from 0 to 65535`);
}

function readUrl(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new Error(`notify-url is "${text}"; it must be an http or https URL`);
}

function readRecordings(where: string, environment: Readonly<Record<string, string | undefined>>) {
  if (where.startsWith('file:')) return where;
  if (where !== 's3') return pathToFileURL(resolve(where)).href;
  const endpoint = environment['AWS_ENDPOINT_URL_S3'];
  return endpoint === undefined ? {} : { endpoint };
}

/** The file's paths are relative to it. */
async function readClip(path: string, readText: (path: string) => Promise<string>): Promise<ClipSource> {
  const text = await readText(path).catch((cause: unknown) => {
    throw new Error(`clip ${path} cannot be read`, { cause });
  });
  const beside = (name: string) => resolve(dirname(path), name);
  const fields = new Fields(parseJson(text, path));
  const thumbnails = fields.object('thumbnails');
  return {
    fps: fields.number('fps'),
    renditions: fields.list('renditions').map((rendition) => ({
      name: rendition.string('name'),
      path: beside(rendition.string('path')),
      width: rendition.number('width'),
      height: rendition.number('height'),
      bandwidth: rendition.number('bandwidth'),
    })),
    ...(thumbnails && {
      thumbnails: {
        paths: thumbnails.strings('paths').map(beside),
        width: thumbnails.number('width'),
        height: thumbnails.number('height'),
      },
    }),
  };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`clip ${path} is not JSON`);
  }
}
