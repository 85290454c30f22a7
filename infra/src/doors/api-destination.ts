import { ApiDestination as Destination, Authorization, Connection, HttpMethod } from 'aws-cdk-lib/aws-events';
import { ApiDestination as Target } from 'aws-cdk-lib/aws-events-targets';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DETAIL_TYPES, RETRIES, notificationRule } from './notification-rule.ts';

/** What the service compares; EventBridge signs nothing, so that this alone proves where a notification is from. */
const SECRET_HEADER = 'x-vitrine-secret';

/** EventBridge posts each notification to the service. */
export function openApiDestination(
  scope: Construct,
  serviceUrl: string,
  secret: ISecret,
  deadLetterQueue: Queue,
): void {
  const connection = new Connection(scope, 'Connection', {
    authorization: Authorization.apiKey(SECRET_HEADER, secret.secretValue),
    description: 'To Vitrine',
  });
  const apiDestination = new Destination(scope, 'Destination', {
    connection,
    endpoint: `${serviceUrl}/v1/notifications/eventbridge`,
    httpMethod: HttpMethod.POST,
    rateLimitPerSecond: 50,
  });
  const target = new Target(apiDestination, { deadLetterQueue, ...RETRIES });
  notificationRule(scope, 'Rule', Object.values(DETAIL_TYPES), target);
}
