import type { Product, Variant } from '@vitrine/product-cues';

/** What became of a wish to add something. Its words come with it, in English, by which all words are looked up. */
export interface AddTry {
  readonly state: 'adding' | 'added' | 'failed';
  /** What the button says meanwhile. */
  readonly text: string;
  /** What it is called, with a `{title}`. */
  readonly label: string;
  /** Why it was not added. */
  readonly problem?: string;
}

/** By lineKey; what is not among them was not tried, or its confirmation has gone. */
export type AddTries = Readonly<Record<string, AddTry>>;

export function lineKey({ id }: Product, variant: Variant | undefined): string {
  return JSON.stringify([id, variant?.id]);
}
