import { thinMarks } from './thin-marks.ts';

interface MarksOptions {
  /** The slider that carries them. */
  readonly bar: HTMLElement;
  /** In seconds, in order. */
  readonly times: () => readonly number[];
  /** In seconds. */
  readonly duration: () => number;
  readonly signal: AbortSignal;
}

/** Marks on the seek bar where something else begins. Returns what draws them again. */
export function drawMarks({ bar, times, duration, signal }: MarksOptions): () => void {
  const marks = document.createElement('div');
  marks.className = 'seek-marks';
  marks.ariaHidden = 'true';
  bar.append(marks);
  let drawn = '';
  const draw = (): void => {
    const places = thinMarks(times(), duration(), bar.clientWidth);
    if (drawn === places.join()) return;
    drawn = places.join();
    marks.replaceChildren(
      ...places.map((place) => {
        const mark = document.createElement('span');
        mark.style.left = `${place}px`;
        return mark;
      }),
    );
  };
  const observer = new ResizeObserver(draw);
  observer.observe(bar);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return draw;
}
