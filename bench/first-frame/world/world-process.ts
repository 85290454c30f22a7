// A process of its own, so that what the pages load does not wait for whoever drives the browser.
import { startWorld } from './world.ts';

export interface Began {
  readonly pages: readonly string[];
  readonly several: readonly string[];
}

const { pages, several, close } = await startWorld();
process.on('disconnect', () => void close().then(() => process.exit()));
process.send?.({ pages, several } satisfies Began);
