/** Owner that IVS gives to texts sent with PutMetadata. */
export const METADATA_OWNER = 'metadata.live-video.net';
/** Description of the frames with which IVS itself carries its clock. */
export const SEGMENT_METADATA = 'segmentmetadata';

const UTF8 = 3;

/** An ID3v2.4 tag with one PRIV frame: how IVS writes a text of PutMetadata. */
export function privTag(text: string, owner = METADATA_OWNER): Uint8Array {
  return tag('PRIV', Buffer.concat([Buffer.from(`${owner}\0`, 'latin1'), Buffer.from(text, 'utf8')]));
}

/** An ID3v2.4 tag with one user-defined text frame (TXXX). */
export function textTag(description: string, value: string): Uint8Array {
  return tag('TXXX', Buffer.concat([Buffer.from([UTF8]), Buffer.from(`${description}\0${value}`, 'utf8')]));
}

function tag(frameId: string, body: Buffer): Uint8Array {
  const frame = Buffer.concat([
    Buffer.from(frameId, 'latin1'),
    syncSafe(body.length),
    Buffer.from([0, 0]),
    body,
  ]);
  const header = Buffer.concat([
    Buffer.from('ID3', 'latin1'),
    Buffer.from([4, 0, 0]),
    syncSafe(frame.length),
  ]);
  return Buffer.concat([header, frame]);
}

/** ID3v2.4 sizes have seven bits in each byte. */
function syncSafe(size: number): Buffer {
  return Buffer.from([(size >> 21) & 0x7f, (size >> 14) & 0x7f, (size >> 7) & 0x7f, size & 0x7f]);
}
