import type { LiveEvent } from '@vitrine/product-cues';
import { ServiceError, type ErrorCode } from '@vitrine/archive-service';
import { NO_EDITS, publishArchive } from '@vitrine/archive-service/testing';
import type { Random } from '../support/random.ts';
import { checkArchive } from '../support/check-archive.ts';
import { damageBytes } from './damage-bytes.ts';
import { damageJson } from './damage-json.ts';
import { damageText } from './damage-text.ts';
import { memoryStore } from './memory-store.ts';
import { CUE_KEY, type Subject } from './subjects.ts';

/** What an operator may be told of a recording; anything else that is thrown is a fault of ours. */
const MEANT: readonly ErrorCode[] = [
  'RECORDING_INVALID',
  'RECORDING_MISSING',
  'RECORDING_UNFINISHED',
  'SEGMENT_MISSING',
  'MEDIA_UNSUPPORTED',
];

const EVENT: LiveEvent = {
  id: 'ev-1',
  slug: 'fuzzed',
  shop: 'default',
  title: 'A show',
  status: 'ended',
  currency: 'EUR',
  cueKey: CUE_KEY,
  playback: null,
  products: [],
  updatedAt: '2026-03-05T09:00:00.000Z',
};

export type Part = 'json' | 'playlist' | 'media';
const FILES: Readonly<Record<Part, RegExp>> = { json: /\.json$/, playlist: /\.m3u8$/, media: /\.ts$/ };

/** Publishes a copy of a recording with some of its files damaged. @returns what came of it, in a word */
export async function fuzzRecording(subject: Subject, part: Part, random: Random): Promise<string> {
  const files = new Map(subject.files);
  const [first, ...others] = [...files.keys()].filter((key) => FILES[part].test(key));
  if (first === undefined) throw new Error(`${subject.name} has no ${part}`);
  for (let times = random.chance(0.3) ? 3 : 1; times > 0; times -= 1) {
    const key = random.pick([first, ...others]);
    const content = Buffer.from(files.get(key) ?? []);
    if (content.length > 0) files.set(key, damaged(content, part, random));
  }
  const published = new Map<string, Uint8Array>();
  const recordings = memoryStore(files);
  try {
    await publishArchive(
      {
        event: EVENT,
        recordings: [{ id: 1, bucket: 'shows', prefix: subject.prefix }],
        edits: NO_EDITS,
        highlights: [],
        replayOffers: random.chance(0.5),
        version: 1,
        updatedAt: EVENT.updatedAt,
      },
      {
        openRecordings: () => recordings,
        store: memoryStore(published),
        fence: async () => undefined,
        progress: () => undefined,
        signal: new AbortController().signal,
        log: { info: () => undefined, warn: () => undefined },
      },
    );
  } catch (error) {
    if (error instanceof ServiceError && MEANT.includes(error.code)) return error.code;
    throw error;
  }
  checkArchive(published, 'archive/ev-1/1/event.json');
  return 'published';
}

function damaged(content: Buffer, part: Part, random: Random): Buffer {
  if (part === 'media') return damageBytes(content, random);
  const text = content.toString();
  if (part === 'playlist') return Buffer.from(damageText(text, random));
  // What was damaged once may be no JSON any more, or nested deeper than can be copied.
  const isJson = text.startsWith('{') && text.endsWith('}') && !text.includes('[[[[') && canParse(text);
  return Buffer.from(isJson ? damageJson(JSON.parse(text), random) : damageText(text, random));
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
