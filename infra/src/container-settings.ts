import type { Secret } from 'aws-cdk-lib/aws-ecs';

/** What a container is told: in plain text, and by name of a secret that ECS reads when it starts it. */
export interface ContainerSettings {
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, Secret>>;
}

/** Later ones win. */
export function joinSettings(...all: readonly ContainerSettings[]): ContainerSettings {
  return {
    environment: Object.assign({}, ...all.map(({ environment }) => environment)) as Record<string, string>,
    secrets: Object.assign({}, ...all.map(({ secrets }) => secrets)) as Record<string, Secret>,
  };
}
