/** A service whose process kills itself, as if by SIGKILL from outside, when a publication has done the step that its parent names. */
import { readConfig, startService } from '@vitrine/archive-service';

let crashAfter: string | undefined;
process.on('message', (step: string) => {
  crashAfter = step;
  process.send?.('armed');
});

const service = await startService(readConfig(process.env), {
  checkpoint: async (step) => {
    if (step === crashAfter) process.kill(process.pid, 'SIGKILL');
  },
});
process.send?.({ url: service.url });
