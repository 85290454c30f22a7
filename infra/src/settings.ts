/** By which way IVS's notifications reach the service. */
export type Door = 'api-destination' | 'sqs' | 'task';

/** What an operator chooses; everything else follows. */
export interface Settings {
  /** Of the stack; whatever is in it carries this name, too. */
  readonly name: string;
  readonly door: Door;
  /** The host under which the service is reached. */
  readonly domain: string;
  /** ARN of the certificate for `domain`, in the stack's region. */
  readonly certificate: string;
  /** Viewers' own name for the CDN, with its certificate; without it, CloudFront's. */
  readonly cdn: { readonly domain: string; readonly certificate: string } | undefined;
  /** Names of the channels to create. */
  readonly channels: readonly string[];
  /** ARNs of channels that are there already, for highlights. */
  readonly channelArns: readonly string[];
  /** Seconds for which IVS waits for an encoder to come back before it ends a recording. */
  readonly reconnectSeconds: number;
  /** ARN of a secret that holds a DATABASE_URL; without it, a database is created. */
  readonly databaseSecret: string | undefined;
  /** Whether the created database has a standby in another availability zone. */
  readonly databaseMultiAz: boolean;
  /** URI of the service's image; without it, it is built from infra/Dockerfile. */
  readonly image: string | undefined;
  /** How many processes serve. */
  readonly tasks: number;
  /** Minutes after its end at which a recording that is not published raises the alarm. */
  readonly unpublishedMinutes: number;
  readonly alarmEmail: string | undefined;
}

/** What the operator said cannot be deployed; the message lists all that is wrong. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS_INVALID';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['These settings (cdk.context.json, or -c name=value) are not valid:', ...problems].join('\n  '));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

interface Rule {
  readonly pattern: RegExp;
  /** Completes "name should be …". */
  readonly shouldBe: string;
  /** Missing: it has to be given, unless `optional`. */
  readonly fallback?: string;
  readonly optional?: true;
  readonly range?: readonly [number, number];
}

const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const COUNT = /^\d{1,6}$/;
const ARN = (service: string, rest: string): RegExp =>
  new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${rest}$`);
const LIST = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`);

const RULES = {
  name: {
    pattern: /^[A-Za-z][A-Za-z0-9-]{0,40}$/,
    shouldBe: 'a stack name such as Vitrine',
    fallback: 'Vitrine',
  },
  door: {
    pattern: /^(api-destination|sqs|task)$/,
    shouldBe: 'api-destination, sqs or task',
    fallback: 'api-destination',
  },
  domain: { pattern: HOST, shouldBe: 'the host name of the service, such as api.shop.example' },
  certificate: {
    pattern: ARN('acm', 'certificate/[0-9a-f-]+'),
    shouldBe: 'the ARN of an ACM certificate for that host, in the region of the stack',
  },
  cdnDomain: {
    pattern: HOST,
    shouldBe: 'the host name of the CDN, such as cdn.shop.example',
    optional: true,
  },
  cdnCertificate: {
    pattern: /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/,
    shouldBe: 'the ARN of an ACM certificate for that host in us-east-1, where CloudFront looks for it',
    optional: true,
  },
  channels: {
    pattern: LIST('[A-Za-z0-9_-]{1,128}'),
    shouldBe: 'names of channels to create, separated by commas, of letters, digits, - and _',
    fallback: 'vitrine',
  },
  channelArns: {
    pattern: LIST('arn:aws[a-z-]*:ivs:[a-z0-9-]+:\\d{12}:channel/[A-Za-z0-9]+'),
    shouldBe: 'ARNs of channels that are there already, separated by commas',
    optional: true,
  },
  reconnectSeconds: {
    pattern: COUNT,
    range: [0, 300],
    shouldBe: 'a number of seconds from 0 to 300',
    fallback: '60',
  },
  databaseSecret: {
    pattern: ARN('secretsmanager', 'secret:.+-[A-Za-z0-9]{6}'),
    shouldBe: 'the whole ARN of a secret that holds a PostgreSQL URL',
    optional: true,
  },
  databaseMultiAz: { pattern: /^(true|false)$/, shouldBe: 'true or false', fallback: 'false' },
  image: { pattern: /^[^\s]+[:@][^\s]+$/, shouldBe: "an image's URI with its tag or digest", optional: true },
  tasks: { pattern: COUNT, range: [1, 50], shouldBe: 'a number of processes from 1 to 50', fallback: '2' },
  unpublishedMinutes: {
    pattern: COUNT,
    range: [5, 10_080],
    shouldBe: 'a number of minutes from 5 to 10080',
    fallback: '60',
  },
  alarmEmail: { pattern: /^[^@\s]+@[^@\s]+\.[^@\s]+$/, shouldBe: 'an e-mail address', optional: true },
} satisfies Readonly<Record<string, Rule>>;

type Name = keyof typeof RULES;

/**
 * Reads the settings from the app's context.
 * @throws SettingsError naming all that is wrong
 */
export function readSettings(context: Readonly<Record<string, unknown>>): Settings {
  const problems = [...findProblems(context)];
  if (problems.length > 0) throw new SettingsError(problems);
  const text = (name: Name): string => given(context, name) ?? '';
  const maybe = (name: Name): string | undefined => given(context, name);
  const list = (name: Name): readonly string[] => maybe(name)?.split(',') ?? [];
  const cdnDomain = maybe('cdnDomain');
  return {
    name: text('name'),
    door: text('door') as Door,
    domain: text('domain'),
    certificate: text('certificate'),
    cdn: cdnDomain === undefined ? undefined : { domain: cdnDomain, certificate: text('cdnCertificate') },
    channels: list('channels'),
    channelArns: list('channelArns'),
    reconnectSeconds: Number(text('reconnectSeconds')),
    databaseSecret: maybe('databaseSecret'),
    databaseMultiAz: text('databaseMultiAz') === 'true',
    image: maybe('image'),
    tasks: Number(text('tasks')),
    unpublishedMinutes: Number(text('unpublishedMinutes')),
    alarmEmail: maybe('alarmEmail'),
  };
}

function* findProblems(context: Readonly<Record<string, unknown>>): Iterable<string> {
  for (const key of Object.keys(context)) {
    // The CDK's own keys have dashes, colons or slashes in them; ours never do.
    if (/^[A-Za-z]+$/.test(key) && !Object.hasOwn(RULES, key)) {
      yield `${key} is no setting; there are ${Object.keys(RULES).join(', ')}.`;
    }
  }
  for (const name of Object.keys(RULES) as Name[]) {
    const { pattern, shouldBe, optional, range }: Rule = RULES[name];
    const value = given(context, name);
    if (value === undefined) {
      if (!optional) yield `${name} is missing: ${shouldBe}.`;
    } else if (!pattern.test(value) || (range && (Number(value) < range[0] || Number(value) > range[1]))) {
      yield `${name} should be ${shouldBe}, not ${JSON.stringify(value)}.`;
    }
  }
  if ((given(context, 'cdnDomain') === undefined) !== (given(context, 'cdnCertificate') === undefined)) {
    yield 'cdnDomain and cdnCertificate belong together: give both, or neither.';
  }
}

/** From a JSON file a value may be a number, a truth value or a list; from the command line it is text. */
function given(context: Readonly<Record<string, unknown>>, name: Name): string | undefined {
  const value = context[name];
  if (value === undefined || value === null || value === '') {
    const { fallback }: Rule = RULES[name];
    return fallback;
  }
  return Array.isArray(value)
    ? value.join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}
