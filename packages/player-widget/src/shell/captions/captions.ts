import { onAbort } from '../../internal/on-abort.ts';
import { TypedEvents } from '../../internal/typed-events.ts';
import type { MediaEngine } from '../../media/media-engine.ts';

interface CaptionsEvents {
  /** There are other tracks, or another is chosen. */
  change: Event;
}

/** What a viewer of this page has chosen: it holds for what plays next, too, and for no other visit. */
let wish: { readonly on: boolean; readonly language: string; readonly label: string } | undefined;

/** Tracks of sources that are closed: what a library has added by `addTextTrack` stays in the list of a `<video>` for ever. */
const left = new WeakSet<TextTrack>();

/**
 * The captions and subtitles of what plays, and which of them are chosen. Chosen, a track is `hidden`: the browser runs its
 * cues, and we draw them.
 */
export class Captions extends TypedEvents<CaptionsEvents> {
  readonly #list: TextTrackList;
  /** How a track was before it was chosen: hls.js reads captions of the pictures into a hidden one, whether or not they are wanted. */
  readonly #modes = new WeakMap<TextTrack, TextTrackMode>();
  #chosen: TextTrack | undefined;

  constructor(engine: MediaEngine, { signal }: { signal: AbortSignal }) {
    super();
    this.#list = engine.textTracks;
    for (const type of ['addtrack', 'removetrack', 'change'])
      this.#list.addEventListener(type, () => this.#look(), { signal });
    this.#look();
    onAbort(signal, () => {
      for (const track of this.tracks) left.add(track);
    });
  }

  get tracks(): readonly TextTrack[] {
    return [...this.#list].filter(
      (track) => (track.kind === 'captions' || track.kind === 'subtitles') && !left.has(track),
    );
  }

  get chosen(): TextTrack | undefined {
    return this.#chosen;
  }

  /** As somebody wishes; `undefined` for none. */
  choose(track: TextTrack | undefined): void {
    wish = track
      ? { on: true, language: track.language, label: track.label }
      : { language: '', label: '', ...wish, on: false };
    this.#set(track);
  }

  /** On with the ones that were last wished for, or off. */
  toggle(): void {
    this.choose(this.#chosen ? undefined : this.#wished());
  }

  /** Tracks come and go with segments and renditions; a stream may have one that it wants to be shown. */
  #look(): void {
    const { tracks } = this;
    const byDefault = tracks.find(({ mode }) => mode === 'showing');
    const stays = this.#chosen && tracks.includes(this.#chosen);
    if (wish) this.#set(wish.on ? (stays ? this.#chosen : this.#wished()) : undefined);
    else this.#set(byDefault ?? (stays ? this.#chosen : undefined));
  }

  #wished(): TextTrack | undefined {
    const { tracks } = this;
    const spoken = tracks.filter(({ language }) => language === wish?.language);
    return spoken.find(({ label }) => label === wish?.label) ?? spoken[0] ?? tracks[0];
  }

  #set(track: TextTrack | undefined): void {
    const before = this.#chosen;
    this.#chosen = track;
    if (track && track !== before) this.#modes.set(track, track.mode);
    for (const one of this.tracks) {
      const mode = one === track ? 'hidden' : this.#modeWithout(one, before);
      // Whenever it is set, the whole list is told.
      if (one.mode !== mode) one.mode = mode;
    }
    this.dispatch(new Event('change'));
  }

  #modeWithout(track: TextTrack, before: TextTrack | undefined): TextTrackMode {
    const mode = track === before ? (this.#modes.get(track) ?? track.mode) : track.mode;
    return mode === 'showing' ? 'disabled' : mode;
  }
}

/** Forgets what was chosen on this page: for tests, each of which is a visit of its own. */
export function forgetWish(): void {
  wish = undefined;
}
