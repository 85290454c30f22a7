/** What the panel reads of `<vitrine-player>`; everything is missing until the element is defined. */
export interface PlayerElement extends HTMLElement {
  readonly currentTime?: number;
  readonly duration?: number;
  /** Epoch milliseconds of the picture. */
  readonly programTime?: number;
  readonly activeProducts?: readonly { readonly id: string; readonly title: string }[];
  readonly diagnostics?: Diagnostics;
}

export interface Diagnostics {
  readonly engine?: string;
  readonly cues?: Readonly<Record<string, number>>;
  readonly refusedCues?: readonly { readonly reason: string; readonly detail: string }[];
}
