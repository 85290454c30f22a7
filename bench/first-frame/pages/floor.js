// What network and decoder alone cost: both files of the beginning, asked for at once, appended by hand.
export async function floor(video, files) {
  const answers = files.map(({ url }) => fetch(url).then((answer) => answer.arrayBuffer()));
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((resolve) => source.addEventListener('sourceopen', resolve));
  const buffers = files.map(({ mime }) => source.addSourceBuffer(mime));
  buffers.forEach(async (buffer, index) => buffer.appendBuffer(await answers[index]));
}
