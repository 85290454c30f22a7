import { benchFirstFrame } from './first-frame/bench-first-frame.ts';
import { benchHighlight } from './highlight/bench-highlight.ts';
import { benchPublish } from './publish/bench-publish.ts';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  'first-frame': benchFirstFrame,
  highlight: benchHighlight,
  publish: benchPublish,
};

const [name = '', ...args] = process.argv.slice(2);
const wanted = name === '' ? Object.values(BENCHES) : [BENCHES[name]];
for (const bench of wanted) {
  if (bench) await bench(args);
  else {
    console.error(
      `npm run bench [-- <what>]: one of ${Object.keys(BENCHES).join(', ')}, not ${JSON.stringify(name)}`,
    );
    process.exit(1);
  }
}
