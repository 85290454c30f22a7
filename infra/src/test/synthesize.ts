import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readSettings, type Door } from '../settings.ts';
import { VitrineStack } from '../vitrine-stack.ts';

export const DOORS: readonly Door[] = ['api-destination', 'sqs', 'task'];

/** What has to be said, and an image, so that none is staged. */
export const CONTEXT = {
  domain: 'api.shop.example',
  certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
  image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/vitrine:1.0.0',
} as const;

export type Properties = Readonly<Record<string, unknown>>;

export interface Resource {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Synthesized {
  readonly app: App;
  readonly template: Template;
  /** The template as it is deployed. */
  readonly text: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly outputs: Readonly<Record<string, { readonly Value: unknown }>>;
  readonly templatePath: string;
}

// vitrine-stack.test.ts asks for it itself; with each synthesis it would cost seconds in each test file.
process.env['CDK_VALIDATION'] = 'false';

/** What the CDK's command line adds to what the operator says. */
const { context: FLAGS } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: Readonly<Record<string, unknown>>;
};

const done = new Map<string, Synthesized>();
const folder = mkdtempSync(join(tmpdir(), 'vitrine-infra-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

/** Synthesises the stack as `cdk deploy` would, without account or network; once for each context. */
export function synthesize(context: Readonly<Record<string, unknown>> = {}): Synthesized {
  const whole = { ...FLAGS, ...CONTEXT, ...context };
  const key = JSON.stringify(whole);
  const known = done.get(key);
  if (known) return known;
  const app = new App({ outdir: join(folder, String(done.size)), context: whole });
  const settings = readSettings(app.node.getAllContext() as Record<string, unknown>);
  const stack = new VitrineStack(app, settings.name, settings);
  if (!Token.isUnresolved(stack.account))
    throw new Error('The stack knows an account: the environment leaks in.');
  const templatePath = app.synth().getStackArtifact(stack.artifactId).templateFullPath;
  const text = readFileSync(templatePath, 'utf8');
  const { Resources, Outputs } = JSON.parse(text) as {
    Resources: Synthesized['resources'];
    Outputs: Synthesized['outputs'];
  };
  const template = Template.fromStack(stack);
  const synthesized = { app, template, text, resources: Resources, outputs: Outputs, templatePath };
  done.set(key, synthesized);
  return synthesized;
}

/** The properties of the resources of one type, by logical id. */
export function ofType({ resources }: Synthesized, type: string): [string, Properties][] {
  return Object.entries(resources).flatMap(([id, resource]) =>
    resource.Type === type ? [[id, resource.Properties]] : [],
  );
}

/** CloudFormation's functions as one reads them: `{ArchiveBucket.Arn}/v1/*`. What the CDK adds to ids is left out. */
export function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const [name = '', ...others] = Object.keys(value);
  const given: unknown = Object.values(value)[0];
  if (others.length === 0) {
    if (name === 'Ref') return `{${plain(String(given))}}`;
    if (name === 'Fn::GetAtt' && Array.isArray(given))
      return `{${plain(String(given[0]))}.${String(given[1])}}`;
    if (name === 'Fn::Join' && Array.isArray(given) && Array.isArray(given[1])) {
      return given[1].map(readable).join(String(given[0]));
    }
    if (name === 'Fn::Sub') return String(given);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

const plain = (id: string): string => id.replace(/[0-9A-F]{8,}$/, '');
