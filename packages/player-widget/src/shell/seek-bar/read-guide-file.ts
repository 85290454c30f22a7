import { fetchText } from '../../internal/fetch-text.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import { plainText, readWebVtt, type VttCue } from '../../internal/web-vtt.ts';
import type { Stretch } from './product-stretches.ts';

/** A small picture that stands for a stretch of the video. Times are seconds. */
export interface Thumbnail {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** Bytes: a thumbnail for each second of six hours has 1.4 MB. */
const LARGEST_FILE = 4_000_000;
/** Letters of a chapter's title; a preview shows fewer. */
const LONGEST_TITLE = 200;

/** The chapters of chapters.vtt. */
export async function readChapters(url: string, signal: AbortSignal): Promise<readonly Stretch[]> {
  const { cues } = await readCues(url, signal);
  return cues.flatMap(({ start, end, text }) => {
    const title = plainText(text).slice(0, LONGEST_TITLE);
    return title ? [{ start, end, title }] : [];
  });
}

/** The pictures of thumbnails.vtt, their URLs relative to the file. */
export async function readThumbnails(url: string, signal: AbortSignal): Promise<readonly Thumbnail[]> {
  const { cues, base } = await readCues(url, signal);
  return cues.flatMap(({ start, end, text }) => {
    const picture = safeUrl(text.trim(), base);
    return picture ? [{ start, end, url: picture }] : [];
  });
}

async function readCues(
  url: string,
  signal: AbortSignal,
): Promise<{ cues: readonly VttCue[]; base: string }> {
  const file = await fetchText(url, { most: LARGEST_FILE, signal });
  const cues = readWebVtt(file.text);
  if (!cues) throw new Error(`${url} should begin with WEBVTT.`);
  return { cues, base: file.url };
}
