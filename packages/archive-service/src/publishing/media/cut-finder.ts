import { KeyframeFinder } from './keyframe-finder.ts';
import type { StreamKind } from './program-map.ts';
import type { TsPacket } from './ts-packets.ts';

/** A place in a media file from which a player can play by itself. Times are ticks. */
export interface Cut {
  /** Of the PAT, in bytes. */
  readonly offset: number;
  /** Where a player puts the beginning of what follows: the lower of the first audio PTS and the first video DTS after the cut. */
  readonly start: number;
  /** PTS of the first picture after the cut: a keyframe. */
  readonly picture: number;
  /**
   * Where what lies before the cut ends, were something else to follow it: the later of the first picture's PTS and the first sound's PTS after the
   * cut. That is where players put what comes after a discontinuity.
   */
  readonly end: number;
}

/** A cut with what its `start` was made of. */
export interface FoundCut extends Cut {
  /** DTS of the first picture. */
  readonly decode: number;
  /** PTS of the first sound; `Infinity` where none came. */
  readonly sound: number;
}

/** @param sound - `Infinity` where none came */
export function foundCut(offset: number, picture: number, decode: number, sound: number): FoundCut {
  const end = Number.isFinite(sound) ? Math.max(picture, sound) : picture;
  return { offset, start: Math.min(decode, sound), picture, end, decode, sound };
}

/** Where a PES packet of sound or pictures begins in a packet: its times, in ticks, and where the stream's own bytes begin. */
export interface PesStart {
  readonly pts: number;
  readonly dts: number;
  readonly dataAt: number;
}

/**
 * Finds where a file can be cut: at a PAT that is followed by a PMT and then, before any other picture, a keyframe, and across which no PES
 * packet of any stream lies (a player would drop a part of the sound at each such cut).
 */
export class CutFinder {
  readonly #cuts: FoundCut[] = [];
  /** From the last PAT on: a keyframe may follow. */
  #candidate: Candidate | undefined;
  /** The last place with a keyframe. Sound may reach it only after further PATs: its time belongs to the cut. */
  #keyframe: Candidate | undefined;

  /** Whether it is not known yet if the current picture is a keyframe at which one can cut. */
  get isWaiting(): boolean {
    return this.#candidate?.isWaiting === true;
  }

  push(packet: TsPacket, kind: 'pat' | 'pmt' | StreamKind, pes: PesStart | undefined): void {
    if (kind === 'pat') {
      this.#promote();
      this.#candidate = new Candidate(packet.offset);
      return;
    }
    if (this.#candidate?.take(packet, kind, pes) === false) this.#candidate = undefined;
    if (this.#keyframe?.take(packet, kind, pes) === false) this.#keyframe = undefined;
  }

  finish(): readonly FoundCut[] {
    this.#promote();
    this.#settle();
    return this.#cuts;
  }

  #promote(): void {
    if (!this.#candidate?.cut) return;
    this.#settle();
    this.#keyframe = this.#candidate;
    this.#candidate = undefined;
  }

  #settle(): void {
    const cut = this.#keyframe?.cut;
    if (cut) this.#cuts.push(cut);
  }
}

class Candidate {
  readonly #offset: number;
  readonly #seen: number[] = [];
  #hasMap = false;
  #video:
    | { readonly pid: number; readonly pts: number; readonly dts: number; readonly finder: KeyframeFinder }
    | undefined;
  #sound = Infinity;

  constructor(offset: number) {
    this.#offset = offset;
  }

  get isWaiting(): boolean {
    return this.#video?.finder.isKeyframe === undefined;
  }

  get cut(): FoundCut | undefined {
    const video = this.#video;
    if (video?.finder.isKeyframe !== true) return undefined;
    return foundCut(this.#offset, video.pts, video.dts, this.#sound);
  }

  /** @returns false where this place turns out to be no cut */
  take(packet: TsPacket, kind: 'pmt' | StreamKind, pes: PesStart | undefined): boolean {
    if (kind === 'pmt') {
      this.#hasMap = true;
      return true;
    }
    const { pid, starts } = packet;
    const isFirst = !this.#seen.includes(pid);
    if (isFirst) {
      if (!starts) return false;
      this.#seen.push(pid);
      if (kind === 'audio' && pes) this.#sound = Math.min(this.#sound, pes.pts);
    }
    if (kind !== 'avc' && kind !== 'hevc') return true;
    if (!this.#video) {
      if (!this.#hasMap || !pes) return false;
      this.#video = { pid, pts: pes.pts, dts: pes.dts, finder: new KeyframeFinder(kind) };
    }
    if (this.#video.pid !== pid || this.#video.finder.isKeyframe === true) return true;
    // The picture is over, and held no part that one could know it by.
    if (starts && !isFirst) return false;
    this.#video.finder.push(packet.bytes, packet.begin + (pes?.dataAt ?? 0), packet.end);
    return this.#video.finder.isKeyframe !== false;
  }
}
