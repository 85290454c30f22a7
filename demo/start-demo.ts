import { mkdir, rm } from 'node:fs/promises';
import { buildWidget } from './build-widget.ts';
import { choosePorts, type Ports } from './ports.ts';
import { progress } from './progress.ts';
import { holdEvents, type DemoEvents } from './hold-events.ts';
import { startParts, type DemoParts } from './start-parts.ts';

export interface DemoOptions {
  /** 0 takes a free one. */
  readonly ports: Ports;
  /** Emptied first: every start begins anew. */
  readonly dataDir: string;
  /** Whether the widget is built first; otherwise its files must be there. */
  readonly build: boolean;
  /** Whether somebody highlights what the live clip shows. */
  readonly autoHost: boolean;
  /** Whether one event is carried to its archive before the demo counts as ready. */
  readonly recordedShow: boolean;
  readonly signal: AbortSignal;
  /** One line for each thing that is done. */
  readonly onProgress: (line: string) => void;
}

/** The whole system, running. */
export interface Demo extends DemoParts {
  readonly events: DemoEvents;
  close(): Promise<void>;
}

/**
 * Brings up the local IVS, the service, the CDN origin and the shop, and carries one event live and one to its archive.
 * @throws DemoError for what whoever starts it can put right; then nothing is left running.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const ports = await choosePorts(options.ports);
  await rm(options.dataDir, { recursive: true, force: true });
  await mkdir(options.dataDir, { recursive: true });

  const running = new AsyncDisposableStack();
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const step = progress(options.onProgress, signal);
  // The build takes longest, and nothing but the page needs it.
  const built = options.build ? step('The widget is built', () => buildWidget(signal)) : undefined;
  const started = startParts({ ports, dataDir: options.dataDir, running, step, signal });
  const held = started.then((parts) => holdEvents(parts, { ...options, step, signal }));
  try {
    const [parts, events] = await Promise.all([started, held, built]);
    return { ...parts, events, close: () => running.disposeAsync() };
  } catch (error) {
    failed.abort();
    await Promise.allSettled([started, held, built]);
    await running.disposeAsync();
    throw error;
  }
}
