import { GIFEncoder, applyPalette, quantize } from "gifenc";
import { PNG } from "pngjs";

/** A picture as PNG, and the ms for which it is seen. */
export interface Frame {
  readonly png: Uint8Array;
  readonly ms: number;
}

/** Colours of all frames together; one place more stands for "as before". */
const COLOURS = 127;
/** Every so many frames one is asked for its colours. */
const SAMPLED = 12;

/** Frames of one size as a GIF that goes round for ever; each holds only what has changed. */
export function encodeGif(frames: readonly Frame[]): Uint8Array {
  const pixels = frames.map(({ png }) => PNG.sync.read(Buffer.from(png)));
  const { width, height } = pixels[0]!;
  const samples = pixels.filter((_, index) => index % SAMPLED === 0);
  const palette = quantize(
    new Uint8Array(Buffer.concat(samples.map(({ data }) => data))),
    COLOURS,
  );
  const same = palette.length;
  palette.push([0, 0, 0]);
  const gif = GIFEncoder();
  let before: Uint8Array | undefined;
  pixels.forEach(({ data }, index) => {
    const now = applyPalette(new Uint8Array(data), palette.slice(0, same));
    const shown = before
      ? now.map((colour, at) => (colour === before![at] ? same : colour))
      : now;
    gif.writeFrame(shown, width, height, {
      palette: index === 0 ? palette : undefined,
      delay: frames[index]!.ms,
      transparent: index > 0,
      transparentIndex: same,
      dispose: 1,
    });
    before = now;
  });
  gif.finish();
  return gif.bytes();
}
