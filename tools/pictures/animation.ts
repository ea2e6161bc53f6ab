import { PNG } from "pngjs";
import {
  encodeGif as encodeFrames,
  type GifFrame,
} from "fitbit-simulator/draw";

/** A picture as PNG, and the ms for which it is seen. */
export interface Frame {
  readonly png: Uint8Array;
  readonly ms: number;
}

/** Frames of one size as a GIF that goes round for ever. */
export function encodeGif(frames: readonly Frame[]): Promise<Uint8Array> {
  const read = frames.map(({ png, ms }) => {
    const { data, width, height } = PNG.sync.read(Buffer.from(png));
    return { width, height, frame: { rgba: new Uint8Array(data), ms } };
  });
  const { width, height } = read[0]!;
  const seen: GifFrame[] = read.map(({ frame }) => frame);
  return encodeFrames(seen, width, height);
}
