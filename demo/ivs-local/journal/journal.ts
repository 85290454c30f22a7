/** One text of PutMetadata as it stands in one rendition of the stream. */
export interface JournalEntry {
  readonly rendition: string;
  readonly text: string;
  /** 90 kHz ticks in the stream, 33 bits. */
  readonly pts: number;
  /** Picture number in the clip, from 0. */
  readonly frame: number;
  /** How often the clip had started over. */
  readonly loop: number;
  /** Epoch milliseconds of that picture. */
  readonly programTime: number;
  /** Epoch milliseconds at which the text arrived. */
  readonly at: number;
}

/** A text that was accepted and stands nowhere, with the picture onto which it would have come. */
export type LostText = Omit<JournalEntry, 'rendition'>;
