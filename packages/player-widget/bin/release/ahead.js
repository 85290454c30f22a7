/** What opening an event asks for after the entry, by what is played: modules, and what is fetched. */
const ASKED_FOR = {
  archive: { modules: ['chunks/event.js'], fetched: [] },
  live: {
    modules: [
      'ivs/amazon-ivs-player.js',
      'chunks/event.js',
      'chunks/live-watch.js',
      'chunks/ivs-engine.js',
      'chunks/video-engine.js',
      'chunks/vitrine-product-overlay.js',
      'chunks/format.js',
    ],
    fetched: ['ivs/amazon-ivs-wasmworker.min.js', 'ivs/amazon-ivs-wasmworker.min.wasm'],
  },
};

export const KINDS = Object.keys(ASKED_FOR);

/**
 * Links for a page whose player plays at once: the browser fetches all of it beside the entry instead of after it.
 *
 * @param kind - one of KINDS
 * @param root - URL of the folder in which the entry lies
 * @param attributes - of the element
 * @returns objects `{rel, href}` and, for what is fetched, `{as, crossorigin}`
 */
export function linksAhead(kind, root, { service, cdn, 'event-id': id }) {
  const { modules, fetched } = ASKED_FOR[kind];
  const base = service ?? cdn;
  const event =
    base && id ? [new URL(`v1/events/${encodeURIComponent(id)}`, base.replace(/\/?$/, '/')).href] : [];
  return [
    ...modules.map((path) => ({ rel: 'modulepreload', href: new URL(path, root).href })),
    ...[...event, ...fetched.map((path) => new URL(path, root).href)].map((href) => ({
      rel: 'preload',
      as: 'fetch',
      crossorigin: '',
      href,
    })),
  ];
}
