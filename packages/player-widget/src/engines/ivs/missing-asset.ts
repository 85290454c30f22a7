import { PlayerError } from '../../media/player-error.ts';

/** What a developer should know when the worker or the WASM of the IVS player is not where it was looked for. */
export function missingAsset(url: URL, answer: unknown): PlayerError {
  return new PlayerError(
    'IVS_ASSETS_MISSING',
    `${url.href}: ${reasonOf(answer)}. Put the IVS player's worker and WASM there (npx vitrine-ivs <folder>), or name their folder in the attribute ivs-assets.`,
    { cause: answer },
  );
}

function reasonOf(answer: unknown): string {
  if (!(answer instanceof Response)) return 'no answer that this page may read (is it allowed by CORS?)';
  return answer.ok ? 'a web page instead of the file' : `status ${answer.status}`;
}
