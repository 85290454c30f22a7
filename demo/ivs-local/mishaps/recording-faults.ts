/** What can go wrong with a recording's files. */
export interface RecordingFaults {
  /** A media file that its playlists name but that is not in the bucket. */
  missingSegment?: { readonly rendition: string; readonly file: number };
  /** The playlists are left without EXT-X-ENDLIST. */
  noEndlist?: boolean;
}
