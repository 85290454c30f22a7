/** What the tests touch of the element, as a retailer's page would. */
export interface PlayerElement extends HTMLElement {
  currentTime: number;
  playbackRate: number;
  readonly paused: boolean;
  readonly duration: number;
  readonly programTime: number | undefined;
  readonly diagnostics: {
    readonly engine?: string;
    readonly cues?: { readonly inBand: number; readonly sideChannel: number };
  };
  readonly activeProducts: readonly { readonly id: string; readonly title: string }[];
  play(): Promise<void>;
  seekToProduct(id: string): boolean;
  pause(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-player': PlayerElement;
  }
}
