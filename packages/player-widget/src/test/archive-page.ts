import type { VitrinePlayer } from '../components/player/vitrine-player.ts';
import { engineStreams } from './engine-streams.ts';
import { event, product } from './fixtures.ts';
import { answer, CDN, SERVICE, type RequestLog } from './mock-requests.ts';
import { until } from './happenings.ts';

const EVENT = `${SERVICE}/v1/events/spring`;
const FOLDER = `${CDN}/archive/spring/1`;

/** Seconds of the archive that `engineStreams` has. */
export const DURATION = 24;

/** Where an archive's files are, as publishing lays them out. */
export const FILES = {
  timeline: `${FOLDER}/timeline.json`,
  chapters: `${FOLDER}/chapters.vtt`,
  thumbnails: `${FOLDER}/thumbnails.vtt`,
  thumbnail: (index: number) => `${FOLDER}/thumbnails/${index}.svg`,
} as const;

const TIMELINE = {
  vitrine: 1,
  duration: DURATION,
  clock: [],
  cues: [
    { time: 2, n: 1, show: ['mug'] },
    { time: 8, n: 2, show: ['lamp', 'mug'] },
    { time: 14, n: 3, show: ['gone', 'vase'] },
    { time: 20, n: 4, show: [] },
  ],
};

const CHAPTERS = `WEBVTT

00:00:02.000 --> 00:00:08.000
Mugs &amp; <b>bowls</b>

00:00:08.000 --> 00:00:14.000
مصباح نحاسي
`;

/** A picture every four seconds, each of another shade. */
function thumbnails(): Record<string, Blob> {
  const shade = (index: number): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><rect width="160" height="90" fill="rgb(${index * 40} 90 120)"/></svg>`;
  return Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map((index) => [
      FILES.thumbnail(index),
      new Blob([shade(index)], { type: 'image/svg+xml' }),
    ]),
  );
}

const THUMBNAILS = [0, 1, 2, 3, 4, 5]
  .map((index) => {
    const at = (seconds: number): string => `00:00:${String(seconds).padStart(2, '0')}.000`;
    return `${at(index * 4)} --> ${at(index * 4 + 4)}\nthumbnails/${index}.svg\n`;
  })
  .join('\n');

/** Answers with an archived event as publishing leaves it; some of its files may be others. */
export async function answerArchive(changes: Readonly<Record<string, unknown>> = {}): Promise<RequestLog> {
  const { archive } = await engineStreams();
  return answer({
    [EVENT]: event({
      products: ['mug', 'lamp', 'vase'].map((id) => product(id)),
      timelineUrl: FILES.timeline,
      playback: {
        type: 'archive',
        url: archive,
        duration: DURATION,
        captions: false,
        thumbnailsUrl: FILES.thumbnails,
        chaptersUrl: FILES.chapters,
      },
    }),
    [FILES.timeline]: TIMELINE,
    [FILES.chapters]: CHAPTERS,
    [FILES.thumbnails]: `WEBVTT\n\n${THUMBNAILS}`,
    ...thumbnails(),
    ...changes,
  });
}

/** A player of that event on the page, of which nothing is loaded yet. */
export function placeArchive(attributes: Readonly<Record<string, string>> = {}): VitrinePlayer {
  const player = document.createElement('vitrine-player');
  const all = { service: SERVICE, 'event-id': 'spring', muted: '', ...attributes };
  for (const [name, value] of Object.entries(all)) player.setAttribute(name, value);
  document.body.append(player);
  return player;
}

/** Plays, stands still at once, and resolves when the controls are there. */
export async function openArchive(player: VitrinePlayer): Promise<void> {
  await player.play();
  player.pause();
  await until('the controls are there', () => !!player.shadowRoot?.querySelector('.vjs-progress-holder'));
}
