// A process of its own, so that what the pages load does not wait for whoever drives the browser.
import { startWorld } from './world.ts';

export interface Began {
  readonly pages: readonly string[];
  readonly several: readonly string[];
}

const starting = startWorld();
// Also where that happens before it has begun.
process.on('disconnect', () => {
  void starting.then(({ close }) => close()).finally(() => process.exit());
});
const { pages, several } = await starting;
if (process.connected) process.send?.({ pages, several } satisfies Began);
