import { nothingToPlay, onAir } from '../phases.ts';
import type { Group } from '../state.ts';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

export const WAITING: Group = {
  title: 'Waiting',
  states: [
    {
      id: 'not-started',
      title: 'Not started, begins in some days',
      look: 'Title, and when it begins, in the viewer’s own time.',
      phases: [nothingToPlay('scheduled', () => ({ startsAt: inMinutes(4 * 1440 + 90) }))],
      acts: [['see', 'vitrine-event-screen strong']],
    },
    {
      id: 'starts-soon',
      title: 'Not started, begins in some minutes',
      look: 'The time that is left, to the second, and a button that puts the show into one’s calendar.',
      phases: [nothingToPlay('scheduled', () => ({ startsAt: inMinutes(12.5) }))],
      acts: [['see', 'vitrine-event-screen strong']],
    },
    {
      id: 'late',
      looksLike: 'not-started',
      title: 'Should have begun a while ago',
      look: 'No countdown below zero: it starts soon.',
      phases: [nothingToPlay('scheduled', () => ({ startsAt: inMinutes(-5) }))],
      acts: [['see', 'vitrine-event-screen strong']],
    },
    {
      id: 'offline',
      looksLike: 'source-not-found',
      title: 'On air by the calendar, but there is no stream',
      look: 'It says that the stream will come back, and lets one try again.',
      phases: [nothingToPlay('live')],
      acts: [['see', 'vitrine-event-screen strong']],
    },
    {
      id: 'short-break',
      title: 'The stream breaks off while one watches',
      look: 'A short break, with the products; as soon as the encoder is back, the picture is.',
      phases: [onAir(['mug-blue'])],
      ownChannel: true,
      acts: [['play'], ['see', '.vitrine-live-badge'], ['cut'], ['see', 'vitrine-event-screen strong']],
    },
    {
      id: 'being-prepared',
      title: 'Over, the replay is being prepared',
      look: 'It says so, and shows what was sold.',
      phases: [nothingToPlay('ended')],
      acts: [['see', 'vitrine-event-screen strong']],
    },
  ],
};
