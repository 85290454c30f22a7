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
}

/** A packet with what is known of it. */
export interface KnownPacket extends TsPacket {
  readonly kind: 'pat' | 'pmt' | StreamKind;
  /** Where a PES packet of sound or pictures begins in it. */
  readonly times: { readonly pts: number; readonly dts: number } | undefined;
  /** Where in the payload the stream's own bytes begin. */
  readonly dataAt: number;
}

/**
 * Finds where a file can be cut: at a PAT that is followed by a PMT and then, before any other picture, a keyframe, and across which no PES
 * packet of any stream lies (a player would drop a part of the sound at each such cut).
 */
export class CutFinder {
  readonly #cuts: Cut[] = [];
  /** From the last PAT on: a keyframe may follow. */
  #candidate: Candidate | undefined;
  /** The last place with a keyframe. Sound may reach it only after further PATs: its time belongs to the cut. */
  #keyframe: Candidate | undefined;

  push(packet: KnownPacket): void {
    if (packet.kind === 'pat') {
      this.#promote();
      this.#candidate = new Candidate(packet.offset);
      return;
    }
    if (this.#candidate?.take(packet) === false) this.#candidate = undefined;
    if (this.#keyframe?.take(packet) === false) this.#keyframe = undefined;
  }

  finish(): readonly Cut[] {
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
  readonly #seen = new Set<number>();
  #hasMap = false;
  #video:
    | { readonly pid: number; readonly pts: number; readonly dts: number; readonly finder: KeyframeFinder }
    | undefined;
  #audioStart = Infinity;

  constructor(offset: number) {
    this.#offset = offset;
  }

  get cut(): Cut | undefined {
    const video = this.#video;
    if (video?.finder.isKeyframe !== true) return undefined;
    return { offset: this.#offset, start: Math.min(video.dts, this.#audioStart), picture: video.pts };
  }

  /** @returns false where this place turns out to be no cut */
  take({ kind, pid, starts, times, payload, dataAt }: KnownPacket): boolean {
    if (kind === 'pat') return true;
    if (kind === 'pmt') {
      this.#hasMap = true;
      return true;
    }
    const isFirst = !this.#seen.has(pid);
    if (isFirst) {
      if (!starts) return false;
      this.#seen.add(pid);
      if (kind === 'audio' && times) this.#audioStart = Math.min(this.#audioStart, times.pts);
    }
    if (kind !== 'avc' && kind !== 'hevc') return true;
    if (!this.#video) {
      if (!this.#hasMap || !times) return false;
      this.#video = { pid, ...times, finder: new KeyframeFinder(kind) };
    }
    if (this.#video.pid !== pid || this.#video.finder.isKeyframe === true) return true;
    // The picture is over, and held no part that one could know it by.
    if (starts && !isFirst) return false;
    this.#video.finder.push(payload.subarray(dataAt));
    return this.#video.finder.isKeyframe !== false;
  }
}
