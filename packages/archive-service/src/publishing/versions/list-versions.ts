import type { EventRow, Handle, VersionState } from '../../database/tables.ts';

export interface ListedVersion {
  readonly version: number;
  readonly state: VersionState;
  /** Why there is this version. */
  readonly reason: string;
  readonly publishedAt: string | null;
  /** When viewers no longer got it. */
  readonly retiredAt: string | null;
  /** Seconds; null: not known yet. */
  readonly duration: number | null;
  /** Whether viewers get it. */
  readonly current: boolean;
  /** Whether it was restored, and is kept until something comes after it. */
  readonly restored: boolean;
}

/** The newest first. */
export async function listVersions(
  handle: Handle,
  { id, archive, pinned_version }: Pick<EventRow, 'id' | 'archive' | 'pinned_version'>,
): Promise<readonly ListedVersion[]> {
  const rows = await handle
    .selectFrom('versions')
    .select(['version', 'state', 'reason', 'published_at', 'retired_at', 'links'])
    .where('event_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, state, reason, published_at, retired_at, links }) => ({
    version,
    state,
    reason,
    publishedAt: published_at?.toISOString() ?? null,
    retiredAt: retired_at?.toISOString() ?? null,
    duration: links?.playback.duration ?? null,
    current: archive?.version === version,
    restored: pinned_version === version,
  }));
}
