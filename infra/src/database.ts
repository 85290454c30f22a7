import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  InstanceClass,
  InstanceSize,
  InstanceType,
  Port,
  type ISecurityGroup,
  type IVpc,
} from 'aws-cdk-lib/aws-ec2';
import { Secret as ContainerSecret } from 'aws-cdk-lib/aws-ecs';
import {
  Credentials,
  DatabaseInstance,
  DatabaseInstanceEngine,
  PostgresEngineVersion,
  StorageType,
} from 'aws-cdk-lib/aws-rds';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { ContainerSettings } from './container-settings.ts';
import { DATABASE_SUBNETS } from './network.ts';
import type { Settings } from './settings.ts';

const NAME = 'vitrine';
const USER = 'vitrine';

/** What tells the service's containers where PostgreSQL is: an operator's own, or one that is created here. */
export function createDatabase(
  scope: Construct,
  network: IVpc,
  client: ISecurityGroup,
  { databaseSecret, databaseMultiAz }: Settings,
): ContainerSettings {
  if (databaseSecret !== undefined) {
    const secret = Secret.fromSecretCompleteArn(scope, 'DatabaseUrl', databaseSecret);
    return { environment: {}, secrets: { DATABASE_URL: ContainerSecret.fromSecretsManager(secret) } };
  }
  const database = new DatabaseInstance(scope, 'Database', {
    engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_18 }),
    instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.SMALL),
    vpc: network,
    vpcSubnets: DATABASE_SUBNETS,
    databaseName: NAME,
    credentials: Credentials.fromGeneratedSecret(USER),
    multiAz: databaseMultiAz,
    publiclyAccessible: false,
    storageEncrypted: true,
    storageType: StorageType.GP3,
    allocatedStorage: 20,
    maxAllocatedStorage: 100,
    backupRetention: Duration.days(14),
    autoMinorVersionUpgrade: true,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.SNAPSHOT,
  });
  database.connections.allowFrom(client, Port.POSTGRES, 'the service');
  if (!database.secret) throw new TypeError('RDS made no secret of the generated credentials');
  return {
    environment: {
      // The parts that a URL leaves out are read from libpq's own variables, so that no password is put together anywhere.
      DATABASE_URL: `postgresql:///${NAME}`,
      PGHOST: database.dbInstanceEndpointAddress,
      PGPORT: database.dbInstanceEndpointPort,
      PGUSER: USER,
      PGSSLMODE: 'verify-full',
    },
    secrets: { PGPASSWORD: ContainerSecret.fromSecretsManager(database.secret, 'password') },
  };
}
