/** Where a release has the IVS player, which the attribute `ivs-assets` takes from elsewhere. */
const IVS = 'ivs/';

/** What opening an event asks for after the entry, by what is played: modules and what is fetched, by their places in a release. */
const ASKED_FOR = {
  archive: { modules: ['chunks/event.js'], fetched: [] },
  live: {
    modules: [
      `${IVS}amazon-ivs-player.js`,
      'chunks/event.js',
      'chunks/live-watch.js',
      'chunks/ivs-engine.js',
      'chunks/video-engine.js',
      'chunks/vitrine-product-overlay.js',
      'chunks/format.js',
    ],
    fetched: [`${IVS}amazon-ivs-wasmworker.min.js`, `${IVS}amazon-ivs-wasmworker.min.wasm`],
  },
};

export const KINDS = Object.keys(ASKED_FOR);

/**
 * Links for a page whose player plays at once: the browser fetches all of it beside the entry instead of after it.
 *
 * @param kind - one of KINDS
 * @param root - URL of the folder of the release
 * @param files - of the release, by their places
 * @param attributes - of the element; its relative addresses count from the page, and so do those of the links
 * @returns objects `{rel, href}` and, for what is fetched, `{as, crossorigin}`
 * @throws Error that names what the release does not hold
 */
export function linksAhead(kind, { root, files }, attributes) {
  const { modules, fetched } = ASKED_FOR[kind];
  const ivs = attributes['ivs-assets'];
  const place = (path) => {
    if (ivs && path.startsWith(IVS)) return folder(ivs) + path.slice(IVS.length);
    if (!(path in files)) throw new Error(`The release holds no ${path}, which a ${kind} event asks for.`);
    return new URL(path, root).href;
  };
  return [
    ...modules.map((path) => ({ rel: 'modulepreload', href: place(path) })),
    ...[...eventUrls(attributes), ...fetched.map(place)].map((href) => ({
      rel: 'preload',
      as: 'fetch',
      crossorigin: '',
      href,
    })),
  ];
}

/** Where an element with these attributes finds its event first. */
function eventUrls({ src, service, cdn, 'event-id': id }) {
  const base = service ?? cdn;
  return !src && base && id ? [`${folder(base)}v1/events/${encodeURIComponent(id)}`] : [];
}

function folder(url) {
  return url.replace(/\/?$/, '/');
}
