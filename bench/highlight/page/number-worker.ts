import { numberReader } from '../../../test/support/page/number-reader.ts';

export interface ToRead {
  readonly id: number;
  readonly picture: VideoFrame;
}

export interface Read {
  readonly id: number;
  readonly number: number | undefined;
}

const read = numberReader(new OffscreenCanvas(1, 1));

self.onmessage = ({ data: { id, picture } }: MessageEvent<ToRead>) => {
  const { displayWidth: width, displayHeight: height } = picture;
  const number = read(picture, { x: 0, y: 0, width, height });
  picture.close();
  self.postMessage({ id, number } satisfies Read);
};
