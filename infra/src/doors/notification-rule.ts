import { Duration } from 'aws-cdk-lib';
import { Rule, type IRuleTarget } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';

/** What the service acts on. By detail type, since `aws.ivs` alone would bring CloudTrail's records of API calls and stages, too. */
export const DETAIL_TYPES = {
  recording: 'IVS Recording State Change',
  stream: 'IVS Stream State Change',
} as const;
export type DetailType = (typeof DETAIL_TYPES)[keyof typeof DETAIL_TYPES];

/**
 * How long EventBridge tries a target before the notification goes to the dead letters: a day, which is as long as it can. The
 * pauses between attempts grow, so that 185 of them fill it.
 */
export const RETRIES = { retryAttempts: 185, maxEventAge: Duration.hours(24) } as const;

/**
 * A rule for notifications of IVS. Any channel's: one that the service does not know is kept there for its operator to see, and
 * AWS's own documents have notifications whose ARNs are not well-formed.
 */
export function notificationRule(
  scope: Construct,
  id: string,
  detailTypes: readonly DetailType[],
  target: IRuleTarget,
): Rule {
  return new Rule(scope, id, {
    description: `${detailTypes.join(', ')}, to Vitrine`,
    eventPattern: { source: ['aws.ivs'], detailType: [...detailTypes] },
    targets: [target],
  });
}
