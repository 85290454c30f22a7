import type { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { ICluster } from 'aws-cdk-lib/aws-ecs';
import { EventField } from 'aws-cdk-lib/aws-events';
import { EcsTask } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { TASK_SUBNETS } from '../network.ts';
import { allowStarting } from '../permissions.ts';
import { CONTAINER, type VitrineTask } from '../vitrine-task.ts';
import { DETAIL_TYPES, RETRIES, notificationRule, type DetailType } from './notification-rule.ts';

/**
 * What of `detail` reaches the task. EventBridge lets the whole event stand as a JSON value alone, an environment variable is a
 * text, and what is put into a text is not escaped: so only what IVS itself makes up is passed on, never the channel's name,
 * which anybody may have given a quotation mark. A field that an event has not is an empty text. What else there is to
 * know, such as the duration, is in the recording's own files.
 */
const FIELDS: Readonly<Record<DetailType, readonly string[]>> = {
  [DETAIL_TYPES.recording]: [
    'recording_status',
    'recording_status_reason',
    'recording_s3_bucket_name',
    'recording_s3_key_prefix',
    'recording_session_id',
    'stream_id',
  ],
  [DETAIL_TYPES.stream]: ['event_name', 'stream_id'],
};

const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region'] as const;

/** EventBridge starts a task of its own for each notification. */
export function openOneShotTask(
  scope: Construct,
  cluster: ICluster,
  task: VitrineTask,
  group: SecurityGroup,
  deadLetterQueue: Queue,
): void {
  const role = new Role(scope, 'StarterRole', { assumedBy: new ServicePrincipal('events.amazonaws.com') });
  allowStarting(role, cluster, task.definition);
  for (const [name, detailType] of Object.entries(DETAIL_TYPES)) {
    const target = new EcsTask({
      cluster,
      taskDefinition: task.definition,
      // As it is: left to itself, the target also lets EventBridge tag tasks of the cluster in any account.
      role: role.withoutPolicyUpdates(),
      subnetSelection: TASK_SUBNETS,
      assignPublicIp: true,
      securityGroups: [group],
      containerOverrides: [
        {
          containerName: CONTAINER,
          environment: [{ name: 'NOTIFICATION', value: notificationOf(detailType) }],
        },
      ],
      deadLetterQueue,
      ...RETRIES,
    });
    notificationRule(scope, `Rule-${name}`, [detailType], target);
  }
}

/** The notification as JSON, with a variable of EventBridge's in each place. */
function notificationOf(detailType: DetailType): string {
  const at = (path: string): string => EventField.fromPath(`$.${path}`);
  return JSON.stringify({
    ...Object.fromEntries(ENVELOPE.map((field) => [field, at(field)])),
    resources: [at('resources[0]')],
    detail: Object.fromEntries(FIELDS[detailType].map((field) => [field, at(`detail.${field}`)])),
  });
}
