import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RecordingToPublish } from './publish-recording.ts';

const CHILD = fileURLToPath(new URL('publish-apart-child.ts', import.meta.url));

/** Publishes a recording in a process that reads our packages' sources, for one that does not: a test runner's server. */
export async function publishApart(recording: RecordingToPublish): Promise<string> {
  const args = ['--conditions=vitrine-source', CHILD, JSON.stringify(recording)];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
