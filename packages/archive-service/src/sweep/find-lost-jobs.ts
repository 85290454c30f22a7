import { sendAction } from '../notifications/take-notification.ts';
import { resendPublications } from '../publishing/request-publication.ts';
import type { Look } from './sweep.ts';

/** Milliseconds within which a notification's job is on its way. */
const SOON = 60_000;

/** Notifications that one sweep takes up. */
const MANY = 500;

/** Looks for what was to be done and has no job: it had its last attempt, or its table was brought back from a backup. */
export const findLostJobs: Look = async ({ db, jobs }, report) => {
  const forgotten = await db
    .selectFrom('notifications')
    .select('id')
    .where('acted_at', 'is', null)
    .where('received_at', '<', new Date(Date.now() - SOON))
    .orderBy('received_at')
    .limit(MANY)
    .execute();
  for (const { id } of forgotten) {
    if (await sendAction(db, jobs, id)) report('notifications forgotten', { notification: id });
  }
  const count = await resendPublications(db, jobs);
  for (let sent = 0; sent < count; sent += 1) report('jobs lost', {});
};
