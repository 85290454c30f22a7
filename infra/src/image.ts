import { fileURLToPath } from 'node:url';
import { IgnoreMode, Stack } from 'aws-cdk-lib';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What infra/Dockerfile copies; all else stays out, so that a change of it is no new image. */
const WANTED = [
  'infra/Dockerfile',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'packages/archive-service',
  'packages/product-cues',
];
/** A workspace that is in the lock file has to be there for `npm ci`, if only by name. */
const MANIFESTS = ['packages/player-widget/package.json', 'demo/package.json', 'infra/package.json'];
const NOT_WANTED = ['**/node_modules', '**/dist', '**/*.tsbuildinfo', '**/*.test.ts', '**/src/test'];

const ECR = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)[:@](.+)$/;

/** The service's image: built from this checkout when it is deployed, unless one is named. */
export function serviceImage(scope: Construct, uri: string | undefined): ContainerImage {
  if (uri === undefined) {
    return ContainerImage.fromAsset(ROOT, {
      file: 'infra/Dockerfile',
      platform: Platform.LINUX_AMD64,
      ignoreMode: IgnoreMode.DOCKER,
      exclude: ['**', ...[...WANTED, ...MANIFESTS].map((path) => `!${path}`), ...NOT_WANTED],
    });
  }
  const [, account, region, name, tagOrDigest] = ECR.exec(uri) ?? [];
  if (account === undefined || region === undefined || name === undefined || tagOrDigest === undefined) {
    return ContainerImage.fromRegistry(uri);
  }
  const { partition } = Stack.of(scope);
  const repository = Repository.fromRepositoryAttributes(scope, 'Repository', {
    repositoryName: name,
    repositoryArn: `arn:${partition}:ecr:${region}:${account}:repository/${name}`,
  });
  return ContainerImage.fromEcrRepository(repository, tagOrDigest);
}
