import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomId } from '../channels/ids.ts';
import type { RecordingStore } from './recording-store.ts';

/** Recordings in a folder, with one folder inside for each bucket. An object is there whole or not at all, as in S3. */
export function folderStore(folder: string): RecordingStore {
  return {
    async put(bucket, key, body) {
      const path = join(folder, bucket, key);
      const draft = `${path}.${randomId(6)}.draft`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, body);
      await rename(draft, path);
    },
  };
}
