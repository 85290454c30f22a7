/** The CDK app: what `cdk deploy` runs. Settings come from the context; see docs/deploy-on-aws.md. */
import { App } from 'aws-cdk-lib';
import { readSettings, SettingsError } from './src/settings.ts';
import { VitrineStack } from './src/vitrine-stack.ts';

const app = new App();
try {
  const settings = readSettings(app.node.getAllContext() as Record<string, unknown>);
  new VitrineStack(app, settings.name, settings);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
