// Single frames as JPEG files, to look at while drawing: node still.ts <folder> <frame or product id>…
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScene, openScene } from './browser.ts';

const [folder = '.', ...wanted] = process.argv.slice(2);
const scene = await openScene();
try {
  for (const item of wanted) {
    const frame = Number(item);
    const data = Number.isNaN(frame)
      ? await inScene(scene, 'product', item)
      : (await inScene(scene, 'frames', frame, frame + 1))[0];
    await writeFile(join(folder, `${item}.jpg`), Buffer.from(data ?? '', 'base64'));
  }
} finally {
  await scene.close();
}
