import type { TimedMetadata } from '../../media/timed-metadata.ts';
import { readFrame, type MetadataFrame } from '../metadata-frame.ts';

/** Safari's DataCue, which no type library knows. */
interface DataCue extends TextTrackCue {
  readonly type: string;
  readonly value: MetadataFrame;
}

/** Reads the ID3 frames that Safari puts on text tracks, each once, as soon as it has them. */
export function followMetadata(
  tracks: TextTrackList,
  { signal, onMetadata }: { signal: AbortSignal; onMetadata: (item: TimedMetadata) => void },
): void {
  const seen = new WeakSet<TextTrackCue>();

  const read = (track: TextTrack): void => {
    for (const cue of track.cues ?? []) {
      if (seen.has(cue)) continue;
      seen.add(cue);
      const item = isId3(cue) && readFrame(cue.value, cue.startTime);
      if (item) onMetadata(item);
    }
  };
  const follow = (track: TextTrack | null): void => {
    if (track?.kind !== 'metadata') return;
    // A disabled track, as Safari makes it, gets no cues.
    track.mode = 'hidden';
    track.addEventListener('cuechange', () => read(track), { signal });
    read(track);
  };
  tracks.addEventListener('addtrack', ({ track }) => follow(track), { signal });
  for (const track of tracks) follow(track);
}

function isId3(cue: TextTrackCue): cue is DataCue {
  return (
    'type' in cue && cue.type === 'org.id3' && 'value' in cue && typeof cue.value === 'object' && !!cue.value
  );
}
