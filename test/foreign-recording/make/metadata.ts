import { CUE_KEY, CUES } from '../show.ts';
import { frame, tag } from './id3.ts';

export interface Metadata {
  readonly picture: number;
  readonly data: Buffer;
  /** Bytes that the packet's header promises beyond those that come. */
  readonly missingBytes?: number;
}

const OWNER = 'metadata.live-video.net';

function priv(owner: string, text: string | Buffer): Buffer {
  return tag(frame('PRIV', Buffer.concat([Buffer.from(`${owner}\0`), Buffer.from(text)])));
}

function cue(n: number, show: readonly string[], more: object = {}): string {
  return JSON.stringify({ vitrine: 1, e: CUE_KEY, n, show, ...more });
}

/** The show's cues, repeated now and then as on air. */
function cues(): Metadata[] {
  const at = new Map(CUES.map(({ n, show }) => [n, cue(n, show)]));
  const carried = CUES.map(({ n, picture }) => ({
    picture,
    data: priv(n === 6 ? `inband.${OWNER}` : OWNER, at.get(n) ?? ''),
  }));
  const repeated = [
    [4, 262],
    [4, 312],
    [5, 505],
    [7, 700],
  ] as const;
  return [...carried, ...repeated.map(([n, picture]) => ({ picture, data: priv(OWNER, at.get(n) ?? '') }))];
}

/** What others write into such streams, and what damage makes of it: none of it may become a cue, or cost one. */
function noise(): Metadata[] {
  const broken = priv(OWNER, cue(91, ['broken']));
  return [
    { picture: 60, data: priv('com.example.ads', cue(2, ['an-advertisement'])) },
    { picture: 75, data: tag(frame('TXXX', Buffer.from(`\x03note\0${cue(90, ['a-note'])}`))) },
    { picture: 80, data: broken.subarray(0, 40) },
    { picture: 84, data: broken, missingBytes: 60 },
    { picture: 88, data: Buffer.from('ID3') },
    { picture: 90, data: priv(OWNER, '{"question":"What is it?","answers":["a","b"]}') },
    { picture: 96, data: priv(OWNER, '7') },
    { picture: 100, data: priv(OWNER, Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])) },
    {
      picture: 110,
      data: priv(OWNER, JSON.stringify({ vitrine: 1, e: 'wd26', n: 8, show: ['another-event'] })),
    },
    {
      picture: 120,
      data: priv(OWNER, JSON.stringify({ vitrine: 2, e: CUE_KEY, n: 92, show: ['of-tomorrow'] })),
    },
    { picture: 130, data: priv(OWNER, cue(93, ['nowhere'], { at: { nowhere: [7, 'up'] } })) },
    { picture: 150, data: tag(frame('TIT2', Buffer.from('\x03A title'))) },
    // A frame that claims to be longer than its tag.
    { picture: 160, data: tag(frame('PRIV', Buffer.from(`${OWNER}\0{}`), 5000)) },
    // Two frames in one tag, of which the first is nobody's.
    {
      picture: 520,
      data: tag(
        Buffer.concat([
          frame('PRIV', Buffer.from('com.example\0\x01\x02')),
          frame('TXXX', Buffer.from('\x03segmentmetadata\0not what it was')),
        ]),
      ),
    },
  ];
}

/** All of it, by picture. */
export function metadata(): readonly Metadata[] {
  return [...cues(), ...noise()].sort((a, b) => a.picture - b.picture);
}
