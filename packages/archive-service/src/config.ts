import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from './errors.ts';
import { readStoreUrl } from './stores/store-url.ts';

/** What an HTTP header brings as it is; a bearer token ends at a space. */
const SECRET = Type.String({ pattern: '^[\\x21-\\x7e]{16,}$' });
/** It is compared whole, so it may have spaces, but none at its ends: those are not sent. */
const WHOLE_HEADER = Type.String({ pattern: '^[\\x21-\\x7e][\\x20-\\x7e]{14,}[\\x21-\\x7e]$' });

const ENVIRONMENT = Type.Object({
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^(postgres|postgresql):' })),
  DATA_DIR: Type.Optional(Type.String()),
  STORE_URL: Type.Optional(Type.String({ pattern: '^(file:|s3://)' })),
  RECORDINGS_URL: Type.Optional(Type.String({ pattern: '^(file:|s3://)' })),
  CDN_BASE_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  ADMIN_KEY: Type.Optional(SECRET),
  NOTIFICATION_SECRET: Type.Optional(WHOLE_HEADER),
  HOST: Type.Optional(Type.String()),
  PORT: Type.Optional(Type.String({ pattern: '^\\d{1,5}$' })),
  PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://[^/?#]+[^?#]*$' })),
  LOG_LEVEL: Type.Optional(Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  SQS_QUEUE_URL: Type.Optional(Type.String({ pattern: '^https?://[^/]+/.+' })),
  RECORDING_BUCKETS: Type.Optional(
    Type.String({ pattern: '^\\s*[a-z0-9][a-z0-9.-]+[a-z0-9]\\s*(,\\s*[a-z0-9][a-z0-9.-]+[a-z0-9]\\s*)*$' }),
  ),
  SWEEP_SECONDS: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })),
  VERSION_GRACE_HOURS: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })),
  METRICS_EMF: Type.Optional(Type.Enum(['0', '1'])),
});

/** Completes "NAME should be …". */
const SHOULD_BE: Readonly<Record<keyof Static<typeof ENVIRONMENT>, string>> = {
  DATABASE_URL: 'a PostgreSQL URL such as postgres://user@host:5432/vitrine',
  DATA_DIR: 'a folder that this service alone may use',
  STORE_URL: 'where archives are published: file:<folder> or s3://bucket/prefix',
  RECORDINGS_URL:
    'where recordings are read: file:<folder>, or unset for the S3 bucket that each notification names',
  CDN_BASE_URL: 'the http(s) URL under which the store is served to viewers',
  ADMIN_KEY: 'a key of at least 16 characters, ASCII and no space',
  NOTIFICATION_SECRET: 'a secret of at least 16 characters, ASCII and no space at its ends',
  HOST: 'a host name or address to listen on',
  PORT: 'a port from 0 (any free one) to 65535',
  PUBLIC_URL: 'the http(s) URL under which callers reach this service',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace and silent',
  SQS_QUEUE_URL: 'the URL of an SQS queue such as https://sqs.eu-central-1.amazonaws.com/123456789012/name',
  RECORDING_BUCKETS: 'names of S3 buckets, with commas between them',
  SWEEP_SECONDS: 'the whole seconds between two sweeps, or 0 for none',
  VERSION_GRACE_HOURS: 'the whole hours that a replaced version of an archive is kept',
  METRICS_EMF: '1 to print metrics for CloudWatch, or 0',
};

const STORES = new Set<string>(['STORE_URL', 'RECORDINGS_URL']);
const SECRETS = new Set<string>(['ADMIN_KEY', 'NOTIFICATION_SECRET', 'DATABASE_URL']);

export interface Config {
  /** A PostgreSQL server; without one, the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly storeUrl: string;
  /** `undefined`: the S3 bucket that each notification names. */
  readonly recordingsUrl: string | undefined;
  /** Without a slash at its end; `undefined`: this service's own /media. */
  readonly cdnBaseUrl: string | undefined;
  readonly adminKey: string | undefined;
  readonly notificationSecret: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Where callers reach this service, without a slash at its end; `undefined`: what each request says. */
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
  readonly sqsQueueUrl: string | undefined;
  /** Where the sweep looks for recordings that nobody announced, beside the buckets of those that it knows. */
  readonly recordingBuckets: readonly string[];
  /** 0: no sweep but by command. */
  readonly sweepSeconds: number;
  /** How long players may go on with a version that has been replaced. */
  readonly versionGraceHours: number;
  /** Whether metrics are printed in CloudWatch's embedded format. */
  readonly metricsEmf: boolean;
}

/**
 * Reads the configuration from an environment.
 * @throws ServiceError `CONFIG_INVALID`, with one message that lists all that is wrong.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(
    Object.keys(ENVIRONMENT.properties).flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const problems = [...findProblems(given)];
  if (problems.length > 0) {
    throw new ServiceError('CONFIG_INVALID', `The environment is not valid:\n${problems.join('\n')}`);
  }
  return toConfig(Value.Parse(ENVIRONMENT, given));
}

function* findProblems(given: Record<string, string>): Iterable<string> {
  for (const [name, schema] of Object.entries(ENVIRONMENT.properties)) {
    const value = given[name];
    if (value === undefined) continue;
    const isPortTooHigh = name === 'PORT' && Number(value) > 65_535;
    const isNoStore = STORES.has(name) && !isStoreUrl(value);
    if (Value.Check(schema, value) && !isPortTooHigh && !isNoStore) continue;
    const shown = SECRETS.has(name) ? 'what it is (not shown)' : JSON.stringify(value);
    yield `  ${name} should be ${SHOULD_BE[name as keyof typeof SHOULD_BE]}, not ${shown}.`;
  }
}

/** Before anything is opened: the name of a bucket in it, and its folder, may be none. */
function isStoreUrl(value: string): boolean {
  try {
    return readStoreUrl(value) !== undefined;
  } catch {
    return false;
  }
}

function toConfig(given: Static<typeof ENVIRONMENT>): Config {
  const dataDir = resolve(given.DATA_DIR ?? '.vitrine/data');
  return {
    databaseUrl: given.DATABASE_URL,
    dataDir,
    storeUrl: given.STORE_URL ?? pathToFileURL(resolve(dataDir, 'store')).href,
    recordingsUrl: given.RECORDINGS_URL,
    cdnBaseUrl: given.CDN_BASE_URL?.replace(/\/+$/, ''),
    adminKey: given.ADMIN_KEY,
    notificationSecret: given.NOTIFICATION_SECRET,
    host: given.HOST ?? '127.0.0.1',
    port: Number(given.PORT ?? 4000),
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    logLevel: given.LOG_LEVEL ?? 'info',
    sqsQueueUrl: given.SQS_QUEUE_URL,
    recordingBuckets: given.RECORDING_BUCKETS?.split(',').map((name) => name.trim()) ?? [],
    sweepSeconds: Number(given.SWEEP_SECONDS ?? 300),
    versionGraceHours: Number(given.VERSION_GRACE_HOURS ?? 168),
    metricsEmf: given.METRICS_EMF === '1',
  };
}
