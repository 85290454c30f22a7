import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  ContainerDependencyCondition,
  FargateTaskDefinition,
  LinuxParameters,
  LogDrivers,
  type ContainerDefinition,
  type ContainerImage,
} from 'aws-cdk-lib/aws-ecs';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ContainerSettings } from './container-settings.ts';

/** Of the container that does the work, by which others override its environment. */
export const CONTAINER = 'vitrine';
/** On which `serve` listens. */
export const PORT = 4000;

export interface TaskOptions extends ContainerSettings {
  /** Of archive-service's command line. */
  readonly command: readonly string[];
  readonly image: ContainerImage;
  readonly logs: ILogGroup;
}

export interface VitrineTask {
  readonly definition: FargateTaskDefinition;
  readonly container: ContainerDefinition;
  readonly role: IRole;
}

/**
 * One command of the service as a task. Its first container brings the database's schema up to date, which is once for all
 * tasks however many start, and the other waits for that.
 */
export function createTask(scope: Construct, id: string, options: TaskOptions): VitrineTask {
  const { command, image, logs, environment, secrets } = options;
  const definition = new FargateTaskDefinition(scope, id, { cpu: 512, memoryLimitMiB: 1024 });
  const shared = {
    image,
    environment: { AWS_REGION: Stack.of(scope).region, ...environment },
    secrets: { ...secrets },
    readonlyRootFilesystem: false,
  };
  const migrate = definition.addContainer('migrate', {
    ...shared,
    command: ['migrate'],
    essential: false,
    logging: LogDrivers.awsLogs({ logGroup: logs, streamPrefix: 'migrate' }),
  });
  const container = definition.addContainer(CONTAINER, {
    ...shared,
    command: [...command],
    logging: LogDrivers.awsLogs({ logGroup: logs, streamPrefix: command[0] ?? CONTAINER }),
    // Passes SIGTERM on and reaps, which the first process of a container has to.
    linuxParameters: new LinuxParameters(scope, `${id}Linux`, { initProcessEnabled: true }),
  });
  container.addContainerDependencies({ container: migrate, condition: ContainerDependencyCondition.SUCCESS });
  return { definition, container, role: definition.taskRole };
}

/** Where all containers write; the alarm's metric is read from it, too. */
export function createLogs(scope: Construct): LogGroup {
  return new LogGroup(scope, 'Logs', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
