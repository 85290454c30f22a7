import { keepLoading } from '../../../internal/keep-loading.ts';
import type { Playing } from './follow-link.ts';

/** Tells a viewer that the video goes on where they left it, until they go elsewhere; one click leads to its beginning. */
export async function tellResumed({ host, engine, signal }: Playing, seconds: number): Promise<void> {
  const moved = new AbortController();
  const here = AbortSignal.any([signal, moved.signal]);
  engine.addEventListener('seeking', () => moved.abort(), { signal: here });
  const chunk = await keepLoading(() => import('../../resume-notice/vitrine-resume-notice.ts'), {
    signal: here,
  });
  const base = host.shadowRoot?.querySelector<HTMLElement>('.base');
  if (!chunk || !base || here.aborted) return;
  const notice = new chunk.VitrineResumeNotice();
  notice.part.add('resumed');
  notice.seconds = seconds;
  notice.onStart = () => {
    moved.abort();
    engine.currentTime = 0;
  };
  here.addEventListener('abort', () => {
    // Whoever used the keyboard goes on from the player.
    if (host.shadowRoot?.activeElement === notice) base.focus({ preventScroll: true });
    notice.remove();
  });
  base.append(notice);
}
