import { GatewayVpcEndpointAwsService, IpAddresses, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** Where the service's processes run: they need the internet (IVS, ECR), and let nobody in but the load balancer. */
export const TASK_SUBNETS = { subnetType: SubnetType.PUBLIC } as const;
export const DATABASE_SUBNETS = { subnetType: SubnetType.PRIVATE_ISOLATED } as const;

/**
 * Two availability zones. Processes have public addresses behind closed security groups, since a NAT gateway would cost more
 * than they do; the database has no way out or in.
 */
export function createNetwork(scope: Construct): Vpc {
  return new Vpc(scope, 'Network', {
    ipAddresses: IpAddresses.cidr('10.74.0.0/16'),
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [
      { name: 'public', cidrMask: 24, ...TASK_SUBNETS },
      { name: 'database', cidrMask: 26, ...DATABASE_SUBNETS },
    ],
    // Recordings and archives pass by here: free of charge, and not over the internet.
    gatewayEndpoints: { S3: { service: GatewayVpcEndpointAwsService.S3 } },
    restrictDefaultSecurityGroup: false,
  });
}
