import type { Act } from '../act.ts';
import { archived } from '../phases.ts';
import type { Group } from '../state.ts';
import { SUBTITLE_FILES } from '../with-subtitles.ts';

const STOPPED: readonly Act[] = [
  ['play'],
  ['see', '.vjs-control-bar'],
  ['see', 'vitrine-product-card'],
  ['pause'],
];

/** The archive with subtitles in three languages. */
const subtitled = archived(({ event: { playback }, files }) => ({
  playback: { ...playback, url: `${files}subtitled.m3u8`, captions: true, starter: undefined },
}));

const captioned = (language: number): readonly Act[] => [
  ...STOPPED,
  ['see', '.captions-menu button'],
  ['press', '.captions-menu button'],
  ['press', `.captions-menu [role=menuitemradio]:nth-child(${language + 1})`],
  ['see', '.captions p'],
];

export const CONTROLS: Group = {
  title: 'Controls',
  states: [
    {
      id: 'captions',
      title: 'Captions',
      look: 'Two rows above the controls; the card lies above them, and nothing covers anything.',
      phases: [subtitled],
      attributes: { 'start-time': '10' },
      files: SUBTITLE_FILES,
      acts: captioned(1),
    },
    {
      id: 'captions-rtl',
      title: 'Captions from right to left',
      look: 'The Arabic sentence begins at the right and has its full stop at the left, also with two products.',
      phases: [subtitled],
      attributes: { 'start-time': '22' },
      files: SUBTITLE_FILES,
      acts: captioned(3),
    },
    {
      id: 'captions-menu',
      title: 'Captions to choose from',
      look: 'Off and three languages, each in its own script, within the player.',
      phases: [subtitled],
      attributes: { 'start-time': '10' },
      files: SUBTITLE_FILES,
      acts: [...STOPPED, ['see', '.captions-menu button'], ['press', '.captions-menu button']],
    },
    {
      id: 'quality-menu',
      title: 'Quality to choose from',
      look: 'What the player has chosen by itself, and the heights to choose from; it is over everything else.',
      phases: [archived()],
      attributes: { 'start-time': '10' },
      acts: [...STOPPED, ['press', '.quality-menu button'], ['see', '.quality-menu [role=menu]']],
    },
    {
      id: 'fills-page',
      title: 'Filling the page',
      look: 'What an iPhone has in place of fullscreen: the picture with its products from edge to edge, and a way out.',
      phases: [archived()],
      attributes: { 'start-time': '10' },
      surroundings: 'no-fullscreen',
      acts: [...STOPPED, ['press', '.vjs-fullscreen-control'], ['see', '.leave-page']],
    },
  ],
};
