import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ofType, synthesize } from './test/synthesize.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that Docker gets, as the CDK lays it beside the template. */
function stagedFolder(): string {
  const { templatePath } = synthesize({ image: '' });
  const { dockerImages } = JSON.parse(
    readFileSync(templatePath.replace('.template.json', '.assets.json'), 'utf8'),
  ) as { dockerImages: Record<string, { source: { directory: string; dockerFile: string } }> };
  const [asset, ...more] = Object.values(dockerImages);
  assert.equal(more.length, 0);
  assert.equal(asset?.source.dockerFile, 'infra/Dockerfile');
  return join(dirname(templatePath), asset.source.directory);
}

it('gives Docker all that the Dockerfile copies, and none of what it does not need', () => {
  const folder = stagedFolder();
  const copied = [
    ...readFileSync(join(folder, 'infra/Dockerfile'), 'utf8').matchAll(/^COPY (.+) \S+$/gm),
  ].flatMap(([, sources = '']) => sources.split(' '));
  assert.ok(copied.length > 5);
  for (const source of copied) assert.ok(existsSync(join(folder, source)), source);
  for (const unwanted of [
    'node_modules',
    '.git',
    'test',
    'demo/start.ts',
    'packages/archive-service/src/test',
  ]) {
    assert.ok(!existsSync(join(folder, unwanted)), unwanted);
  }
  assert.ok(!existsSync(join(folder, 'packages/archive-service/src/config.test.ts')));
});

it('names every workspace to npm, which otherwise finds that the lock file does not fit', () => {
  const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    workspaces: string[];
  };
  const folder = stagedFolder();
  const dockerfile = readFileSync(join(ROOT, 'infra/Dockerfile'), 'utf8');
  for (const workspace of workspaces) {
    const manifest = `${workspace}/package.json`;
    assert.ok(existsSync(join(folder, manifest)), manifest);
    assert.ok(dockerfile.includes(`COPY ${manifest} `), manifest);
  }
});

it('runs any image that is named, and may pull it where it is in ECR', () => {
  const images = (image: string): unknown[] =>
    ofType(synthesize({ image }), 'AWS::ECS::TaskDefinition')
      .flatMap(([, task]) => task['ContainerDefinitions'] as { Image: unknown }[])
      .map(({ Image }) => JSON.stringify(Image));
  for (const image of images('registry.example/vitrine:1.2.3'))
    assert.equal(image, '"registry.example/vitrine:1.2.3"');
  const digest = `sha256:${'0'.repeat(64)}`;
  for (const image of images(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/vitrine@${digest}`)) {
    assert.match(String(image), new RegExp(`/shop/vitrine@${digest}`));
  }
});
