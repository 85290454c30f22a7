import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ScenePage } from './scene/page.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Scene {
  page: Page;
  close(): Promise<void>;
}

/** A headless page with the scene loaded into it. */
export async function openScene(): Promise<Scene> {
  const browser = await launch();
  const page = await browser.newPage();
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('scene/page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  await page.setContent('<!doctype html><meta charset="utf-8"><title>scene</title>');
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return { page, close: () => browser.close() };
}

async function launch(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: QUIET,
  });
}

/** Calls one of the scene's functions in the page. */
export async function inScene<K extends keyof ScenePage>(
  { page }: Scene,
  name: K,
  ...args: Parameters<ScenePage[K]>
): Promise<ReturnType<ScenePage[K]>> {
  const answer: unknown = await page.evaluate(
    ([key, values]) => {
      const scene: Record<string, (...list: unknown[]) => unknown> = Reflect.get(globalThis, 'scene');
      return scene[key as string]?.(...(values as unknown[]));
    },
    [name, args] as const,
  );
  return answer as ReturnType<ScenePage[K]>;
}
