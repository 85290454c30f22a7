import assert from 'node:assert/strict';
import { it } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from './config.ts';

it('has embedded defaults', () => {
  const dataDir = join(process.cwd(), '.vitrine/data');
  assert.deepEqual(readConfig({}), {
    databaseUrl: undefined,
    dataDir,
    storeUrl: pathToFileURL(join(dataDir, 'store')).href,
    recordingsUrl: undefined,
    cdnBaseUrl: undefined,
    adminKey: undefined,
    notificationSecret: undefined,
    host: '127.0.0.1',
    port: 4000,
    logLevel: 'info',
  });
});

it('takes an empty variable for one that is not set, and leaves others alone', () => {
  assert.equal(readConfig({ PORT: '', HOME: '/root' }).port, 4000);
});

it('lists all that is wrong in one message, and shows no secret', () => {
  const wrong = { PORT: '65536', STORE_URL: 'ftp://x', ADMIN_KEY: 'short', LOG_LEVEL: 'loud' };
  assert.throws(
    () => readConfig(wrong),
    ({ code, message }: { code: string; message: string }) => {
      assert.equal(code, 'CONFIG_INVALID');
      assert.match(message, /PORT should be a port .* not "65536"/);
      assert.match(message, /STORE_URL should be .* not "ftp:\/\/x"/);
      assert.match(message, /LOG_LEVEL should be one of fatal/);
      assert.match(message, /ADMIN_KEY should be a key of at least 16 characters/);
      assert.doesNotMatch(message, /"short"/);
      return true;
    },
  );
});
