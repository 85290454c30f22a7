import { CfnOutput, Stack } from 'aws-cdk-lib';
import { SecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, Secret as ContainerSecret } from 'aws-cdk-lib/aws-ecs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Archive } from './archive.ts';
import { joinSettings, type ContainerSettings } from './container-settings.ts';
import { createDatabase } from './database.ts';
import { NotificationDoor } from './doors/open-door.ts';
import { HttpService } from './http-service.ts';
import { serviceImage } from './image.ts';
import { createNetwork, TASK_SUBNETS } from './network.ts';
import { allowPublishing } from './permissions.ts';
import { Recordings } from './recordings.ts';
import type { Settings } from './settings.ts';
import { createLogs, createTask, PORT, type VitrineTask } from './vitrine-task.ts';

const NOTHING: ContainerSettings = { environment: {}, secrets: {} };

/** Vitrine on AWS: channels and their recordings, the service, the archive and its CDN, and the way between them. */
export class VitrineStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Vitrine: live shopping events and their archives',
      terminationProtection: true,
    });
    const recordings = new Recordings(this, 'Recordings', settings);
    const archive = new Archive(this, 'Archive', settings);
    const network = createNetwork(this);
    const cluster = new Cluster(this, 'Cluster', { vpc: network });
    const group = new SecurityGroup(this, 'ServiceGroup', { vpc: network, description: 'The service' });
    const adminKey = createSecret(this, 'AdminKey', 'Bearer key of the admin API, for the shop "default"');
    const notificationSecret = createSecret(
      this,
      'NotificationSecret',
      'What EventBridge sends with a notification',
    );
    const serviceUrl = `https://${settings.domain}`;

    const reach = {
      recordings: recordings.bucket,
      archive: archive.bucket,
      channelArns: [...recordings.channels.map(({ attrArn }) => attrArn), ...settings.channelArns],
    };
    const common = joinSettings(createDatabase(this, network, group, settings), {
      environment: {
        STORE_URL: `s3://${archive.bucket.bucketName}`,
        CDN_BASE_URL: archive.url,
        PUBLIC_URL: serviceUrl,
        RECORDING_BUCKETS: recordings.bucket.bucketName,
      },
      secrets: {},
    });
    const image = serviceImage(this, settings.image);
    const logs = createLogs(this);
    const task = (
      name: string,
      command: readonly string[],
      more: ContainerSettings = NOTHING,
    ): VitrineTask => {
      const created = createTask(this, name, { command, image, logs, ...joinSettings(common, more) });
      allowPublishing(created.role, reach);
      return created;
    };

    const serve = task('Serve', ['serve'], {
      environment: { HOST: '0.0.0.0', PORT: String(PORT), METRICS_EMF: '1' },
      secrets: {
        ADMIN_KEY: ContainerSecret.fromSecretsManager(adminKey),
        NOTIFICATION_SECRET: ContainerSecret.fromSecretsManager(notificationSecret),
      },
    });
    const { loadBalancer } = new HttpService(this, 'Http', {
      network,
      cluster,
      task: serve,
      group,
      settings,
    });
    const door = new NotificationDoor(this, 'Door', settings.door, {
      serviceUrl,
      notificationSecret,
      cluster,
      group,
      createTask: (name, command, environment = {}) => task(name, command, { environment, secrets: {} }),
    });
    const alarms = new Alarms(this, 'Alarms', door, settings);
    this.#say({
      ServiceUrl: serviceUrl,
      LoadBalancer: loadBalancer.loadBalancerDnsName,
      CdnUrl: archive.url,
      CdnDomain: archive.cdnDomain,
      DistributionId: archive.distributionId,
      RecordingBucket: recordings.bucket.bucketName,
      ArchiveBucket: archive.bucket.bucketName,
      ChannelArns: recordings.channels.map(({ attrArn }) => attrArn).join(' '),
      IngestServers: recordings.channels
        .map(({ attrIngestEndpoint }) => `rtmps://${attrIngestEndpoint}:443/app/`)
        .join(' '),
      AdminKeyArn: adminKey.secretArn,
      NotificationSecretArn: notificationSecret.secretArn,
      ClusterName: cluster.clusterName,
      TaskDefinition: serve.definition.family,
      TaskNetwork: networkConfiguration(network, group),
      LogGroup: logs.logGroupName,
      DeadLetters: Object.values(door.deadLetters)
        .map(({ queueUrl }) => queueUrl)
        .join(' '),
      AlarmTopic: alarms.topic.topicArn,
    });
  }

  /** What the operator needs to go on; never a secret itself. */
  #say(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/** As `aws ecs run-task --network-configuration` takes it, for a command by hand. */
function networkConfiguration(network: IVpc, group: SecurityGroup): string {
  const subnets = network.selectSubnets(TASK_SUBNETS).subnetIds.join(',');
  return `awsvpcConfiguration={subnets=[${subnets}],securityGroups=[${group.securityGroupId}],assignPublicIp=ENABLED}`;
}

function createSecret(scope: Construct, id: string, description: string): Secret {
  return new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
  });
}
