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
    ...(code !== 'SOURCE_NOT_FOUND' && { looksLike: 'source-not-found' }),
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
      ...broken(
        'NETWORK',
        'The connection broke off, and the products are still there',
        'All products, to be opened and bought.',
        {
          fails: 'breaks',
        },
      ),
      id: 'network-products',
      acts: [
        ['play'],
        ['hear-error', 'NETWORK'],
        SCREEN,
        ['press', '[part=bag-button]'],
        ['see', 'vitrine-product-shelf li'],
      ],
    },
    {
      id: 'reconnecting',
      title: 'The network is gone while one watches',
      look: 'A quiet word that it reconnects, no spinner; products and controls stay.',
      phases: [archived()],
      surroundings: 'loses-network',
      acts: [
        ['play'],
        ['see', '.vjs-control-bar'],
        ['seek-by', 80],
        ['see', 'vitrine-playback-notice[reconnecting] .word'],
      ],
      files: {
        breaks: { type: 'video/mp2t', body: '', fails: 'breaks' },
        hangs: { type: 'video/mp2t', body: '', fails: 'hangs' },
      },
    },
    {
      id: 'stream-offline',
      looksLike: 'source-not-found',
      title: 'A live stream that is not on air, and nobody says when it will be',
      look: 'It says that the stream will come back, and lets one try again.',
      phases: [{ event: (real) => onAir([]).event({ ...real, liveUrl: `${real.files}none.m3u8` }) }],
      acts: [['play'], ['hear-error', 'STREAM_OFFLINE'], SCREEN],
    },
    {
      id: 'event-not-found',
      looksLike: 'source-not-found',
      title: 'There is no such event',
      look: 'It says that the event is no longer here.',
      phases: [answers(404)],
      acts: [['hear-error', 'EVENT_NOT_FOUND'], SCREEN],
    },
    {
      id: 'event-not-loaded',
      looksLike: 'source-not-found',
      title: 'The service does not answer',
      look: 'It asks to look after the connection, and lets one try again.',
      phases: [answers(503)],
      acts: [['hear-error', 'EVENT_NOT_LOADED'], SCREEN],
    },
    {
      id: 'event-invalid',
      looksLike: 'source-not-found',
      title: 'The service answers nonsense',
      look: 'Something went wrong; nothing of the nonsense is to be seen.',
      phases: [{ event: () => ({ nonsense: true }) }],
      acts: [['hear-error', 'EVENT_INVALID'], SCREEN],
    },
    {
      id: 'ivs-assets-missing',
      looksLike: 'source-not-found',
      title: 'The live player’s files are not there',
      look: 'It says that the player is not set up yet; the developer is told which file.',
      phases: [onAir(['mug-blue'])],
      attributes: { 'ivs-assets': '/states/none/' },
      acts: [['play'], ['hear-error', 'IVS_ASSETS_MISSING'], SCREEN],
    },
    {
      id: 'engine-not-loaded',
      looksLike: 'source-not-found',
      title: 'A part of the player does not arrive, and nothing plays without it',
      look: 'The same words as for any network that fails, and a button to try again.',
      phases: [archived()],
      missing: 'hls-engine',
      acts: [['play'], ['hear-error', 'ENGINE_NOT_LOADED'], SCREEN],
    },
    {
      id: 'sound-refused',
      title: 'The browser plays by itself, but without sound',
      look: 'The picture plays; a button at the upper left brings the sound.',
      phases: [archived()],
      attributes: { autoplay: true },
      surroundings: 'refuses-sound',
      acts: [
        ['hear-error', 'AUTOPLAY_REFUSED'],
        ['see', 'vitrine-playback-notice button'],
        ['see', '.vjs-control-bar'],
      ],
    },
    {
      id: 'sound-refused-live',
      title: 'Live, without sound',
      look: 'The button for the sound is below the live badge.',
      phases: [onAir(['mug-blue'])],
      attributes: { autoplay: true },
      surroundings: 'refuses-sound',
      acts: [
        ['see', '.vitrine-live-badge'],
        ['see', 'vitrine-playback-notice button'],
      ],
    },
    {
      id: 'autoplay-refused',
      looksLike: 'facade',
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
