import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../../errors.ts';
import { readEventOfShop, readEventRow } from '../../events/events-repository.ts';
import { unpublishEvent } from '../withdrawal/unpublish-event.ts';
import type { OperatorOptions, Outcome } from './publish-recording.ts';

/** Milliseconds between two looks. */
const LOOK = 250;

/**
 * Unpublishes an event, and resolves when a listing has shown that nothing is left.
 * @throws ServiceError `EVENT_NOT_FOUND`
 */
export async function withdrawNow(
  { db, jobs, signal }: OperatorOptions,
  shop: string,
  idOrSlug: string,
  reason: string,
): Promise<Outcome> {
  const { id, slug } = await readEventOfShop(db, shop, idOrSlug);
  await unpublishEvent(db, jobs, id, reason, new Date());
  for (;;) {
    const { unpublish_confirmed_at: confirmed } = await readEventRow(db, id);
    if (confirmed) {
      const outcome =
        `Nothing is left of the event ${slug} in the store: its listing was empty at ${confirmed.toISOString()}. ` +
        `A CDN before the store may still have copies: have it forget /archive/${id}/* and /v1/events/*. The recordings stay in the bucket of Amazon IVS.`;
      return { done: true, outcome };
    }
    await sleep(LOOK, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      throw new ServiceError(
        'OVERLOADED',
        'The service is shutting down. The event is no longer shown, and the next start goes on with the removal.',
      );
    }
  }
}
