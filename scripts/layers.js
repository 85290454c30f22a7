// The layers of the tree as data; eslint.config.js enforces them. Patterns are regular expressions on what is imported.

/**
 * Layers of a package, lowest first. A folder or file may import what lies in lower rows, never its own row's others and
 * nothing above. What is not named here (errors.ts, entries) may be imported by all and may import all.
 */
export const LAYERS = [
  {
    root: 'packages/player-widget/src',
    rows: [
      ['internal'],
      ['media'],
      ['event', 'starter', 'engines', 'cues', 'commerce', 'shell'],
      ['store'],
      ['play-source.ts'],
      ['components'],
      ['index.ts'],
      ['react.ts'],
    ],
    why: 'The picture plays with its products without shell or store, and one engine can stand in for another.',
  },
  {
    root: 'packages/archive-service/src',
    rows: [
      ['database', 'stores'],
      ['shops'],
      ['products', 'channels'],
      ['events'],
      ['highlights', 'recordings'],
      ['publishing'],
      ['notifications'],
      ['metrics'],
      ['queue', 'sweep'],
      ['plugins', 'routes'],
      ['workers.ts'],
      ['app.ts'],
      ['cli'],
    ],
    why: 'A feature works the same behind HTTP, a queue and the command line.',
  },
];

/** Folders within a layer that know nothing of one another. */
export const SIBLINGS = {
  'packages/player-widget/src/engines': ['ivs', 'hls', 'native'],
  'packages/archive-service/src/stores': ['folder', 's3'],
};

const WIDGET = 'packages/player-widget/src/';
const SERVICE = 'packages/archive-service/src/';
/** Libraries that stop at a folder: what they are called, where they may be imported, and why nowhere else. */
export const VENDORS = [
  ['amazon-ivs-player', [`${WIDGET}engines/ivs`], 'proprietary, and only live playback may load it'],
  [
    'hls\\.js',
    [`${WIDGET}engines/hls`],
    'levels and fragments are its words, not ours; only archives load it',
  ],
  [
    'video\\.js',
    [`${WIDGET}shell`],
    'it comes after the first frame, and reaches an engine through the Tech alone',
  ],
  [
    'lit',
    [`${WIDGET}components`, `${WIDGET}store`, `${WIDGET}shell`],
    'what plays and what is shown need no DOM library',
  ],
  ['(@lit/)?react', [`${WIDGET}react.ts`], 'pages without React do without all of it'],
  [
    '@?fastify(-plugin)?',
    ['app.ts', 'plugins', 'routes'].map((place) => SERVICE + place),
    'features know no HTTP',
  ],
  ['@aws-sdk/client-ivs', [`${SERVICE}channels`], 'one client keeps the limits of IVS in one place'],
  [
    '@aws-sdk/(client-s3|lib-storage)',
    [`${SERVICE}stores/s3`],
    'everything else speaks the object-store port',
  ],
  [
    '(@aws-sdk/client-sqs|sqs-consumer)',
    [`${SERVICE}queue`],
    'the queue is one of the ways in for notifications',
  ],
  ['prom-client', [`${SERVICE}metrics`], 'what is counted is named in one place'],
  [
    '(pg-boss|pg|@electric-sql/pglite)',
    [`${SERVICE}database`],
    'one connection, guarded by one mutex, serves all',
  ],
];

/** What a package or folder must not import, wherever in it. */
export const STRANGERS = {
  'packages/product-cues/src': [
    ['^[^.]', 'Both sides load this package: no dependency, no DOM, no Node API.'],
  ],
  'packages/player-widget/src': [
    ['^@vitrine/(archive-service|console)', 'The widget knows the service by its JSON alone.'],
    ['^node:', 'This runs in a page.'],
  ],
  'packages/archive-service/src': [
    ['^@vitrine/(player-widget|console)', 'The service knows the widget by its JSON alone.'],
  ],
  'infra/src': [
    [
      '^@vitrine/|^(\\.\\./)+packages/',
      'The AWS side knows the service by its image and its environment alone.',
    ],
  ],
  'demo/ivs-local': [
    [
      '^@vitrine/|^(\\.\\./)+(packages|seed|shop|media|test)/',
      'This stands for Amazon IVS, which has never heard of us.',
    ],
  ],
};
