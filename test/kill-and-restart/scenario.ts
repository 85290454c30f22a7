import type { Footage, Notification } from './footage.ts';

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
  readonly acts: readonly Act[];
}

const SETTLE: Act = { kind: 'settle' };
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
  ];
}
