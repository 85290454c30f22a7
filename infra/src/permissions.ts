import type { FargateTaskDefinition, ICluster } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement, type IGrantable, type IRole, type Role } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** What publishing and highlights reach. */
export interface Reach {
  readonly recordings: IBucket;
  readonly archive: IBucket;
  readonly channelArns: readonly string[];
}

/** Where archives and their pointers lie; what else is in the bucket, such as the widget, is not the service's to change. */
const PUBLISHED = ['archive/*', 'v1/*'];

/**
 * The rights of a process that publishes: named one by one, since the CDK's own grants allow whole families of actions.
 * The right to list a bucket also makes S3 say 404 rather than 403 of what is not there.
 */
export function allowPublishing(role: IRole, { recordings, archive, channelArns }: Reach): void {
  const { bucketArn } = archive;
  allow(role, ['s3:ListBucket'], [recordings.bucketArn, bucketArn]);
  allow(role, ['s3:GetObject'], [recordings.arnForObjects('*')]);
  allow(
    role,
    ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
    PUBLISHED.map((path) => archive.arnForObjects(path)),
  );
  allow(role, ['ivs:GetChannel', 'ivs:PutMetadata'], channelArns);
}

/** The rights of a process that takes notifications from a queue. */
export function allowConsuming(role: IRole, queue: IQueue): void {
  allow(
    role,
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
    [queue.queueArn],
  );
}

/** The rights of EventBridge where it starts tasks. */
export function allowStarting(role: Role, cluster: ICluster, definition: FargateTaskDefinition): void {
  const statement = new PolicyStatement({
    actions: ['ecs:RunTask'],
    resources: [definition.taskDefinitionArn],
    conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } },
  });
  role.addToPolicy(statement);
  const roles = [definition.taskRole, definition.obtainExecutionRole()];
  role.addToPolicy(
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: roles.map(({ roleArn }) => roleArn),
      conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  );
}

function allow(role: IGrantable, actions: string[], resources: readonly string[]): void {
  role.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [...resources] }));
}
