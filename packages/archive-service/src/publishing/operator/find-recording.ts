import { sql } from 'kysely';
import type { Handle, RecordingRow } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';

/**
 * The recording that an operator means: by its number, its prefix, or bucket and prefix.
 * @throws ServiceError `RECORDING_NOT_FOUND`, `BAD_REQUEST` when several have this prefix
 */
export async function findRecordingByName(db: Handle, name: string): Promise<RecordingRow> {
  const trimmed = name.replace(/^\/+|\/+$/g, '');
  const all = db.selectFrom('recordings').selectAll();
  const rows = /^[1-9]\d{0,8}$/.test(trimmed)
    ? await all.where('id', '=', Number(trimmed)).execute()
    : await all
        .where((where) =>
          where.or([where('prefix', '=', trimmed), sql<boolean>`bucket || '/' || prefix = ${trimmed}`]),
        )
        .execute();
  const [row, ...others] = rows;
  if (!row) throw new ServiceError('RECORDING_NOT_FOUND', `There is no recording ${JSON.stringify(name)}.`);
  if (others.length > 0) {
    const buckets = rows.map(({ bucket, prefix }) => `${bucket}/${prefix}`).join(', ');
    throw new ServiceError('BAD_REQUEST', `Several recordings have this prefix; name one of ${buckets}.`);
  }
  return row;
}
