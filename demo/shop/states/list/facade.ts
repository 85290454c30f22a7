import { archived, onAir } from '../phases.ts';
import type { Group } from '../state.ts';

export const FACADE: Group = {
  title: 'Before anybody plays',
  states: [
    {
      id: 'facade-poster',
      title: 'Facade, nothing known but its poster',
      look: 'The poster and one play button. Nothing was asked of the service.',
      phases: [archived()],
      attributes: { preload: 'none', poster: '/media/poster-preview.jpg' },
      acts: [['see', 'vitrine-facade button']],
    },
    {
      id: 'facade',
      title: 'Facade of a replay',
      look: 'Title, number of products and length stand over the poster; the play button is in the middle.',
      phases: [archived()],
      acts: [['see', 'vitrine-facade-about']],
    },
    {
      id: 'saves-data',
      title: 'The page wants to play by itself, the viewer saves data',
      look: 'The play button, no spinner, and a word why it does not play; nothing of the video was loaded.',
      phases: [archived()],
      attributes: { autoplay: true },
      surroundings: 'saves-data',
      acts: [['see', 'vitrine-facade-about small']],
    },
    {
      id: 'facade-live',
      title: 'Facade of an event that is on air',
      look: 'It says that the event is live now.',
      phases: [onAir(['mug-blue'])],
      acts: [['see', 'vitrine-facade-about']],
    },
    {
      id: 'facade-no-poster',
      title: 'Facade without a poster, with a long title',
      look: 'A calm dark surface; the title wraps and stays readable.',
      phases: [
        archived({
          poster: undefined,
          title:
            'Spring table: two stoneware mugs, a brass lamp and whatever else we found on the shelf this year',
        }),
      ],
      acts: [['see', 'vitrine-facade-about']],
    },
    {
      id: 'facade-busy',
      title: 'Play was pressed, no picture yet',
      look: 'The button says that it works; after half a second a ring turns around it.',
      phases: [
        archived(({ files }) => ({
          playback: { type: 'archive', url: `${files}never.m3u8`, duration: 96, captions: false },
        })),
      ],
      acts: [['play'], ['see', 'vitrine-facade[busy] button']],
      files: { 'never.m3u8': { type: 'application/vnd.apple.mpegurl', body: '', fails: 'hangs' } },
    },
  ],
};
