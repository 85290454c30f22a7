import type { IvsLocal } from './ivs-local/start-ivs-local.ts';
import type { Studio } from './shop/states/studio.ts';

interface Channel {
  readonly arn: string;
  readonly playbackUrl: string;
  isOnAir: boolean;
}

/** Seconds of stream that are there at once, so that one can go back from the start. */
const PREROLL_S = 20;

/** Channels of the local IVS that go on air when somebody first looks; nothing is recorded. */
export class LiveStudio implements Studio {
  readonly #ivs: IvsLocal;
  readonly #channels = new Map<string, Promise<Channel>>();

  constructor(ivs: IvsLocal) {
    this.#ivs = ivs;
  }

  async playlist(name: string): Promise<string> {
    return (await this.#channel(name)).playbackUrl;
  }

  async goOnAir(name: string): Promise<void> {
    const channel = await this.#channel(name);
    if (!channel.isOnAir) {
      channel.isOnAir = true;
      await this.#ivs.goLive(channel.arn, { prerollSeconds: PREROLL_S });
    }
    await this.#ivs.playable(channel.arn);
  }

  async cut(name: string): Promise<void> {
    const channel = await this.#channel(name);
    if (!channel.isOnAir) return;
    channel.isOnAir = false;
    await this.#ivs.stopStream(channel.arn);
  }

  #channel(name: string): Promise<Channel> {
    const known = this.#channels.get(name);
    if (known) return known;
    const made = this.#ivs
      .createChannel(`gallery-${name}`, { bucket: null })
      .then((channel) => ({ ...channel, isOnAir: false }));
    this.#channels.set(name, made);
    return made;
  }
}
