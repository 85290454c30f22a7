import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Peer, Port, SecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { FargateService, type ICluster } from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { TASK_SUBNETS } from './network.ts';
import type { Settings } from './settings.ts';
import { CONTAINER, PORT, type VitrineTask } from './vitrine-task.ts';

interface HttpServiceOptions {
  readonly network: IVpc;
  readonly cluster: ICluster;
  readonly task: VitrineTask;
  readonly group: SecurityGroup;
  readonly settings: Settings;
}

/** `serve` behind a load balancer that speaks TLS with the operator's certificate. */
export class HttpService extends Construct {
  readonly loadBalancer: ApplicationLoadBalancer;

  constructor(scope: Construct, id: string, { network, cluster, task, group, settings }: HttpServiceOptions) {
    super(scope, id);
    task.container.addPortMappings({ containerPort: PORT });
    const service = new FargateService(this, 'Service', {
      ...fargateService(cluster, task, group),
      desiredCount: settings.tasks,
      healthCheckGracePeriod: Duration.minutes(2),
    });
    const front = new SecurityGroup(this, 'FrontGroup', {
      vpc: network,
      description: 'HTTPS from anywhere, on to the service alone',
      allowAllOutbound: false,
    });
    front.addIngressRule(Peer.anyIpv4(), Port.tcp(443), 'HTTPS');
    front.addEgressRule(group, Port.tcp(PORT), 'to the service');
    group.addIngressRule(front, Port.tcp(PORT), 'from the load balancer');
    this.loadBalancer = new ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: network,
      internetFacing: true,
      securityGroup: front,
      dropInvalidHeaderFields: true,
    });
    const listener = this.loadBalancer.addListener('Https', {
      port: 443,
      protocol: ApplicationProtocol.HTTPS,
      certificates: [Certificate.fromCertificateArn(this, 'Certificate', settings.certificate)],
      sslPolicy: SslPolicy.RECOMMENDED_TLS,
      open: false,
    });
    listener.addTargets('Service', {
      protocol: ApplicationProtocol.HTTP,
      port: PORT,
      targets: [service.loadBalancerTarget({ containerName: CONTAINER, containerPort: PORT })],
      deregistrationDelay: Duration.seconds(20),
      healthCheck: {
        // Not /health/ready: ECS replaces what fails here, and a new process would not bring a database back. Until it is back,
        // the service itself answers 503, which EventBridge and players try again.
        path: '/health/live',
        healthyHttpCodes: '200',
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
    });
  }
}

/** What every long-running task of ours has in common. */
export function fargateService(cluster: ICluster, { definition }: VitrineTask, group: SecurityGroup) {
  return {
    cluster,
    taskDefinition: definition,
    vpcSubnets: TASK_SUBNETS,
    assignPublicIp: true,
    securityGroups: [group],
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
  };
}
