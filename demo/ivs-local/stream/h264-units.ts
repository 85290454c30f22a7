const IDR = 5;
const NON_IDR = 1;
const SPS = 7;

/** Whether a picture in Annex B form can be decoded without the ones before it. */
export function isKeyframe(picture: Uint8Array): boolean {
  for (const { type } of nalUnits(picture)) {
    if (type === IDR) return true;
    if (type === NON_IDR) return false;
  }
  return false;
}

/** RFC 6381 name of the video codec, from the sequence parameter set of a keyframe; undefined where there is none. */
export function avcCodec(keyframe: Uint8Array): string | undefined {
  for (const { type, offset } of nalUnits(keyframe)) {
    if (type !== SPS) continue;
    const profile = keyframe.subarray(offset + 1, offset + 4);
    return `avc1.${Buffer.from(profile).toString('hex').toUpperCase()}`;
  }
  return undefined;
}

function* nalUnits(bytes: Uint8Array): Generator<{ type: number; offset: number }> {
  for (let i = 0; i + 3 < bytes.length; i += 1) {
    if (bytes[i] !== 0 || bytes[i + 1] !== 0 || bytes[i + 2] !== 1) continue;
    yield { type: (bytes[i + 3] ?? 0) & 0x1f, offset: i + 3 };
    i += 3;
  }
}
