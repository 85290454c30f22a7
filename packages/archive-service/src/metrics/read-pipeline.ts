import { sql } from 'kysely';
import type { Handle } from '../database/tables.ts';

/** How far everything is. */
export interface Pipeline {
  readonly recordings: readonly { readonly state: string; readonly count: number }[];
  readonly events: readonly { readonly status: string; readonly count: number }[];
  readonly jobs: readonly { readonly queue: string; readonly state: string; readonly count: number }[];
  /** Notifications that are stored and not acted on. */
  readonly waiting: number;
  /** Seconds since the end of the recording that has waited longest for its publication; 0: none waits. */
  readonly oldestUnpublished: number;
  /** Jobs that have had their last attempt in vain. */
  readonly deadJobs: number;
}

/** Days after which a recording that was given up, or whose channel nobody has added, alarms nobody any longer. */
const LEFT_ALONE_FOR_DAYS = 7;

/** Hours for which one that is being recorded explains why the others of its event wait: longer shows are rare, and one whose end was lost seems to run for 49. */
const SHOW_HOURS = 12;

export async function readPipeline(db: Handle): Promise<Pipeline> {
  const recordings = await sql<{
    state: string;
    count: number;
  }>`SELECT state, count(*) AS count FROM recordings GROUP BY state`.execute(db);
  const events = await sql<{
    status: string;
    count: number;
  }>`SELECT status, count(*) AS count FROM events GROUP BY status`.execute(db);
  const jobs = await sql<{ queue: string; state: string; count: number }>`
    SELECT name AS queue, state::text AS state, count(*) AS count FROM pgboss.job
    WHERE name NOT LIKE '\\_\\_%' AND state <> 'completed' GROUP BY name, state`.execute(db);
  const waiting = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM notifications WHERE acted_at IS NULL`.execute(db);
  const oldest = await sql<{ age: number | null }>`
    SELECT extract(epoch FROM now() - min(
      -- One that was given up may have ended without anybody knowing when.
      coalesce(ended_at, CASE WHEN state = 'failed' THEN updated_at END)
    ))::float8 AS age FROM recordings r
    WHERE state IN ('waiting', 'ended', 'publishing', 'retrying', 'failed')
      AND (state NOT IN ('waiting', 'failed') OR updated_at > now() - ${LEFT_ALONE_FOR_DAYS} * interval '1 day')
      -- One whose channel is unknown has no event yet; its viewers miss it all the same.
      AND (state = 'waiting' OR EXISTS (SELECT 1 FROM events e WHERE e.id = r.event_id AND e.unpublished_at IS NULL))
      -- What is published together with one that still runs is not late.
      AND NOT EXISTS (
        SELECT 1 FROM recordings o WHERE o.event_id = r.event_id AND o.state = 'recording' AND o.problem IS NULL
          AND coalesce(o.started_at, o.updated_at) > now() - ${SHOW_HOURS} * interval '1 hour'
      )`.execute(db);
  const dead = jobs.rows.filter(({ state }) => state === 'failed');
  return {
    recordings: recordings.rows,
    events: events.rows,
    jobs: jobs.rows,
    waiting: waiting.rows[0]?.count ?? 0,
    oldestUnpublished: Math.max(0, oldest.rows[0]?.age ?? 0),
    deadJobs: dead.reduce((sum, { count }) => sum + count, 0),
  };
}
