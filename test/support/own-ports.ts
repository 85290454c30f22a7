import { DemoError } from '../../demo/demo-error.ts';
import { choosePorts, type Ports } from '../../demo/ports.ts';

/** Below what Linux gives to whoever asks for any port: one that is free now is then nobody else's a moment later. */
const FIRST = 20_000;
/** Ports for each process, by its number; two that run at once have others. */
const EACH = 20;
const PROCESSES = 600;
const PARTS = 4;

let asked = 0;

/** Four free ports that no other test file takes meanwhile. */
export async function ownPorts(): Promise<Ports> {
  const base = FIRST + (process.pid % PROCESSES) * EACH;
  for (let tries = 1; ; tries += 1) {
    const shop = base + ((asked * PARTS) % EACH);
    asked += 1;
    try {
      return await choosePorts({ shop, service: shop + 1, cdn: shop + 2, ivs: shop + 3 });
    } catch (error) {
      if (!(error instanceof DemoError) || tries >= EACH / PARTS) throw error;
    }
  }
}
