import type { Footage, Notification } from './footage.ts';
import { EVENT_ID } from './prepared-database.ts';

/** What happens to the service from outside, one after the other; each is repeated until it is acknowledged. */
export type Act =
  | { readonly kind: 'notify'; readonly notification: Notification }
  | {
      readonly kind: 'admin';
      readonly method: 'POST' | 'PUT' | 'PATCH';
      readonly path: string;
      readonly body: object;
    }
  /** Waits until the service has nothing left to do. */
  | { readonly kind: 'settle' };

export interface Scenario {
  readonly name: string;
  /** Whether nothing happens while a publication is at work: then each of them makes the same version in every run. */
  readonly inOrder: boolean;
  /** Whether somebody edits it: edits have the time at which they are made, and so has what is published of them. */
  readonly isEdited?: boolean;
  readonly acts: readonly Act[];
}

const SETTLE: Act = { kind: 'settle' };
const admin = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: object): Act => ({
  kind: 'admin',
  method,
  path: `/v1/admin/events/${EVENT_ID}${path}`,
  body,
});
const notify = (notification: Notification): Act => ({ kind: 'notify', notification });

/** Whatever of a show's life the service may be killed in. Names are stable: a failing seed is given again by them. */
export function scenarios({
  takes: [first, second, overlapping],
}: Footage): readonly [Scenario, ...Scenario[]] {
  const whole = ({ streamStart, start, end, streamEnd }: Footage['takes'][number]): readonly Act[] =>
    [streamStart, start, end, streamEnd].map(notify);
  const { end } = first;
  return [
    { name: 'one recording', inOrder: true, acts: [...whole(first), SETTLE] },
    {
      name: 'one recording, its end alone and thrice',
      inOrder: true,
      acts: [notify(end), notify({ ...end, id: 'again' }), notify(end), SETTLE],
    },
    {
      name: 'two recordings, one after the other',
      inOrder: true,
      acts: [...whole(first), SETTLE, ...whole(second), SETTLE],
    },
    { name: 'two recordings at once', inOrder: false, acts: [...whole(second), ...whole(first), SETTLE] },
    {
      name: 'an overlap that comes late',
      inOrder: true,
      acts: [...whole(first), SETTLE, notify(overlapping.end), SETTLE],
    },
    {
      name: 'a cut, and its taking back',
      inOrder: true,
      isEdited: true,
      acts: [
        ...whole(first),
        SETTLE,
        admin('PUT', '/edits', { start: 2.5, cuts: [{ from: 4, to: 6 }] }),
        SETTLE,
        admin('PUT', '/edits', {}),
        SETTLE,
      ],
    },
    {
      name: 'a late recording while somebody edits and renames',
      inOrder: false,
      isEdited: true,
      acts: [
        ...whole(first),
        SETTLE,
        notify(second.end),
        admin('PUT', '/edits', { end: 6 }),
        admin('PATCH', '', { slug: 'another-name', title: 'Another name' }),
        SETTLE,
      ],
    },
    {
      name: 'a version that is restored',
      inOrder: true,
      isEdited: true,
      acts: [
        ...whole(first),
        SETTLE,
        admin('PUT', '/edits', { end: 4 }),
        SETTLE,
        admin('POST', '/versions/1/restore', {}),
        SETTLE,
      ],
    },
    {
      name: 'a recall, and a recording that comes after it',
      inOrder: true,
      isEdited: true,
      acts: [
        ...whole(first),
        SETTLE,
        admin('POST', '/unpublish', { reason: 'recall' }),
        ...whole(second),
        SETTLE,
      ],
    },
  ];
}
