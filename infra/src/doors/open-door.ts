import type { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { FargateService, type ICluster } from 'aws-cdk-lib/aws-ecs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { createDeadLetters } from '../dead-letters.ts';
import { fargateService } from '../http-service.ts';
import { allowConsuming } from '../permissions.ts';
import type { Door } from '../settings.ts';
import type { VitrineTask } from '../vitrine-task.ts';
import { openApiDestination } from './api-destination.ts';
import { openOneShotTask } from './one-shot-task.ts';
import { openQueue } from './queue.ts';

interface DoorOptions {
  readonly serviceUrl: string;
  readonly notificationSecret: ISecret;
  readonly cluster: ICluster;
  readonly group: SecurityGroup;
  /** Another task of the service, which may publish as all of them may. */
  createTask(
    id: string,
    command: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ): VitrineTask;
}

/** The way by which IVS's notifications come to the service, with what has to be watched on it. */
export class NotificationDoor extends Construct {
  /** Each by what has gone wrong if something lies in it. */
  readonly deadLetters: Readonly<Record<string, Queue>>;
  /** Where notifications wait to be taken, if they do. */
  readonly queue: Queue | undefined;

  constructor(scope: Construct, id: string, door: Door, options: DoorOptions) {
    super(scope, id);
    const { serviceUrl, notificationSecret, cluster, group, createTask } = options;
    const undelivered = createDeadLetters(this, 'Undelivered');
    this.deadLetters = { Undelivered: undelivered };
    switch (door) {
      case 'api-destination':
        openApiDestination(this, serviceUrl, notificationSecret, undelivered);
        break;
      case 'sqs': {
        const poisoned = createDeadLetters(this, 'Poisoned');
        this.deadLetters = { Undelivered: undelivered, Poisoned: poisoned };
        this.queue = openQueue(this, undelivered, poisoned);
        const task = createTask('Consume', ['consume'], {
          SQS_QUEUE_URL: this.queue.queueUrl,
          METRICS_EMF: '1',
        });
        allowConsuming(task.role, this.queue);
        new FargateService(this, 'Consumer', { ...fargateService(cluster, task, group), desiredCount: 1 });
        break;
      }
      case 'task':
        openOneShotTask(
          this,
          cluster,
          createTask('HandleNotification', ['handle-notification']),
          group,
          undelivered,
        );
        break;
    }
  }
}
