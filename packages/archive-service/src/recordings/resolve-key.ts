import { ServiceError } from '../errors.ts';

/** Characters of a URI that an error repeats. */
const NAMED_LENGTH = 200;

/** What nearly every URI of a recording is: the name of a file beside the playlist, in which nothing stands for anything else. */
const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * The key that a URI in a file of a recording means. Playlists are content like any other: one that names another server, or leads out of the
 * recording, is refused.
 *
 * @param base - key of the file that holds the URI
 * @param root - the recording's prefix
 * @throws ServiceError RECORDING_INVALID
 */
export function resolveKey(base: string, uri: string, root: string): string {
  if (PLAIN_NAME.test(uri) && base.startsWith(`${root}/`))
    return base.slice(0, base.lastIndexOf('/') + 1) + uri;
  const origin = 'https://recording.invalid';
  const from = `${origin}/${base.split('/').map(encodeURIComponent).join('/')}`;
  let key: string | undefined;
  try {
    const url = new URL(uri, from);
    if (url.origin === origin) key = decodeURIComponent(url.pathname.slice(1));
  } catch {
    // Neither a URL nor a readable path.
  }
  if (key?.startsWith(`${root}/`) !== true || key.split('/').includes('..')) {
    throw new ServiceError(
      'RECORDING_INVALID',
      // Never the whole of it: it may be as long as the playlist.
      `${base} names ${JSON.stringify(uri.slice(0, NAMED_LENGTH))}, which is no file of this recording`,
    );
  }
  return key;
}
