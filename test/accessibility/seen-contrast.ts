import type { Page } from 'playwright-core';

type Point = readonly [x: number, y: number];

/** How far two places of what is on the screen are apart, as WCAG counts contrast: 1 to 21. Places are CSS pixels of the window. */
export async function seenContrast(page: Page, one: Point, other: Point): Promise<number> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ({ picture, points }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const [light = 0, dark = 0] = points
        .map(([x, y]) => {
          const scale = image.width / innerWidth;
          const [red = 0, green = 0, blue = 0] = context?.getImageData(x * scale, y * scale, 1, 1).data ?? [];
          const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        })
        .sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    },
    { picture, points: [one, other] },
  );
}
