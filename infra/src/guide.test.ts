/** Whether docs/deploy-on-aws.md tells of the stack that there is. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { readSettings } from './settings.ts';
import { CONTEXT, DOORS, ofType, synthesize } from './test/synthesize.ts';

const DOCS = new URL('../../docs/', import.meta.url);
const guide = readFileSync(new URL('deploy-on-aws.md', DOCS), 'utf8');

it('asks for outputs that the stack has', () => {
  const { outputs } = synthesize();
  const asked = new Set([...guide.matchAll(/\bout ([A-Z]\w+)/g)].map(([, name = '']) => name));
  assert.ok(asked.size > 8);
  for (const name of asked) assert.ok(Object.hasOwn(outputs, name), name);
});

it('has a row for each setting, with its default', () => {
  const { domain, certificate } = CONTEXT;
  const rows = [...guide.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| .* \| ?(.*?) ?\|$/gm)];
  const table = new Map(
    rows.flatMap(
      ([, names = '', fallback = '']) => names.match(/\w+/g)?.map((name) => [name, fallback]) ?? [],
    ),
  );
  const settings: Readonly<Record<string, unknown>> = { ...readSettings({ domain, certificate }) };
  for (const [name, value] of Object.entries(settings)) {
    if (name === 'cdn') continue;
    const row = table.get(name) ?? assert.fail(`${name} is not in the table`);
    if (value !== undefined && value !== domain && value !== certificate) {
      assert.equal(row.replaceAll('`', ''), String(value), name);
    }
  }
  assert.ok(table.has('cdnDomain') && table.has('cdnCertificate'));
});

it('explains every alarm', () => {
  for (const door of DOORS) {
    for (const [id] of ofType(synthesize({ door }), 'AWS::CloudWatch::Alarm')) {
      const name = id.replace(/^Alarms|[0-9A-F]{8}$/g, '');
      assert.ok(guide.includes(`| \`${name}\``), name);
    }
  }
});

it('refers to pages that are there', () => {
  for (const [, path = ''] of guide.matchAll(/\]\(([\w./-]+\.md)\)/g))
    assert.ok(existsSync(new URL(path, DOCS)), path);
});
