/** What a sweep can find, and what it is called for people and in metrics. */
export const FINDINGS = [
  /** Ended, by its own files, and nobody had said so. */
  'recordings ended unheard',
  /** IVS has lost its last word: the playlists alone say that nothing more comes. */
  'recordings ended silently',
  /** Running for longer than IVS lets any. */
  'recordings that never ended',
  /** In a bucket, and never announced. */
  'recordings unannounced',
  /** Stored, not acted on, and nobody about to. */
  'notifications forgotten',
  /** Of a publication or a withdrawal. */
  'jobs lost',
  /** Ended, not published, and nobody about to. */
  'recordings stranded',
  /** Given up because their buckets refused them, and can be read by now. */
  'recordings no longer refused',
  /** Given up for want of files that are there by now. */
  'recordings complete again',
  /** Of replaced versions, after their time of grace. */
  'versions collected',
  /** Parts of the sweep that could not be carried out. */
  'failures',
] as const;

export type Finding = (typeof FINDINGS)[number];
export type Findings = Readonly<Record<Finding, number>>;
