import { answers, archived, onAir } from '../phases.ts';
import type { Act } from '../act.ts';
import type { Group, OwnFile, State } from '../state.ts';

const SCREEN: Act = ['see', 'vitrine-event-screen strong'];
const HLS = 'application/vnd.apple.mpegurl';

/** Playing comes to nothing, since the playlist answers so. */
function broken(code: string, title: string, look: string, playlist: Partial<OwnFile>): State {
  return {
    id: code.toLowerCase().replaceAll('_', '-'),
    title,
    look,
    phases: [
      archived(({ files }) => ({
        playback: { type: 'archive', url: `${files}show.m3u8`, duration: 96, captions: false },
      })),
    ],
    files: { 'show.m3u8': { type: HLS, body: '', ...playlist } },
    acts: [['play'], ['hear-error', code], SCREEN],
  };
}

const NO_TRANSPORT_STREAM = [
  '#EXTM3U',
  '#EXT-X-TARGETDURATION:6',
  '#EXTINF:6,',
  'show.m3u8',
  '#EXT-X-ENDLIST',
  '',
].join('\n');

const UNKNOWN_CODECS = [
  '#EXTM3U',
  '#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=1280x720,CODECS="dvh1.05.06,ec-3"',
  'none.m3u8',
  '',
].join('\n');

export const TROUBLE: Group = {
  title: 'Trouble',
  states: [
    broken('SOURCE_NOT_FOUND', 'The video is gone', 'Plain words and one thing to do.', { status: 404 }),
    broken(
      'SOURCE_FORBIDDEN',
      'The video may not be played here',
      'It says that it may not be played on this page.',
      {
        status: 403,
      },
    ),
    broken(
      'SOURCE_UNSUPPORTED',
      'A video that this browser cannot play',
      'It says so, without the codec’s name.',
      {
        body: UNKNOWN_CODECS,
      },
    ),
    broken(
      'NETWORK',
      'The connection broke off',
      'It asks to look after the connection, and lets one try again.',
      {
        fails: 'breaks',
      },
    ),
    broken('DECODE', 'A video that is damaged', 'It says that the browser cannot play it.', {
      body: NO_TRANSPORT_STREAM,
    }),
    {
      id: 'event-not-found',
      title: 'There is no such event',
      look: 'It says that the event is no longer here.',
      phases: [answers(404)],
      acts: [['hear-error', 'EVENT_NOT_FOUND'], SCREEN],
    },
    {
      id: 'event-not-loaded',
      title: 'The service does not answer',
      look: 'It asks to look after the connection, and lets one try again.',
      phases: [answers(503)],
      acts: [['hear-error', 'EVENT_NOT_LOADED'], SCREEN],
    },
    {
      id: 'event-invalid',
      title: 'The service answers nonsense',
      look: 'Something went wrong; nothing of the nonsense is to be seen.',
      phases: [{ event: () => ({ nonsense: true }) }],
      acts: [['hear-error', 'EVENT_INVALID'], SCREEN],
    },
    {
      id: 'ivs-assets-missing',
      title: 'The live player’s files are not there',
      look: 'It says that the player is not set up yet; the developer is told which file.',
      phases: [onAir(['mug-blue'])],
      attributes: { 'ivs-assets': '/states/none/' },
      acts: [['play'], ['hear-error', 'IVS_ASSETS_MISSING'], SCREEN],
    },
    {
      id: 'timeline-not-loaded',
      title: 'Video without its timeline',
      look: 'The video plays; only the developer is told.',
      phases: [archived(({ files }) => ({ timelineUrl: `${files}timeline.json` }))],
      attributes: { 'start-time': '10' },
      acts: [['play'], ['hear-error', 'TIMELINE_NOT_LOADED'], ['see', '.vjs-control-bar'], ['pause']],
    },
    {
      id: 'autoplay-refused',
      title: 'The browser refuses to play by itself',
      look: 'The play button, and no spinner.',
      phases: [archived()],
      attributes: { autoplay: true },
      surroundings: 'refuses-autoplay',
      acts: [
        ['hear-error', 'AUTOPLAY_REFUSED'],
        ['see', 'vitrine-facade button'],
      ],
    },
  ],
};
