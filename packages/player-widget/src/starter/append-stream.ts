/** Feeds a buffer with a file while it arrives: its first picture is on screen before its last byte is here. */
export async function appendStream(
  buffer: SourceBuffer,
  answer: Promise<Response>,
  onBytes: (count: number) => void,
): Promise<void> {
  const { ok, body } = await answer;
  // Nobody is told why there is no starter.
  if (!ok || !body) throw new Error();
  const reader = body.getReader();
  for (;;) {
    const { value } = await reader.read();
    if (!value) return;
    onBytes(value.length);
    await append(buffer, value);
  }
}

function append(buffer: SourceBuffer, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // The latter comes after the former, too: then it is too late to matter.
    buffer.onerror = reject;
    buffer.onupdateend = resolve;
    buffer.appendBuffer(bytes);
  });
}
