import type { Channel } from '../channels/channel.ts';

/** A channel as the API shows it whole. */
export function presentChannel(channel: Channel) {
  return {
    ...presentChannelSummary(channel),
    ingestEndpoint: 'ivs-local.invalid',
    playbackUrl: channel.playbackUrl,
    containerFormat: 'TS',
  };
}

/** A channel as lists show it. */
export function presentChannelSummary({
  arn,
  name,
  latencyMode,
  type,
  recordingConfigurationArn,
  tags,
}: Channel) {
  return {
    arn,
    name,
    latencyMode,
    type,
    recordingConfigurationArn,
    authorized: false,
    insecureIngest: false,
    preset: '',
    playbackRestrictionPolicyArn: '',
    tags,
  };
}
