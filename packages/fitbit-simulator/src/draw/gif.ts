// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- it has no types of its own
/// <reference path="./gifenc.d.ts" />
import { GIFEncoder, applyPalette, quantize } from "gifenc";

/** One picture of an animation: four bytes a pixel, and the ms for which it is seen. */
export interface GifFrame {
  readonly rgba: Uint8Array;
  readonly ms: number;
}

/** Colours of all frames together; one place more stands for "as before". */
const COLOURS = 127;
/** Every so many frames one is asked for its colours. */
const SAMPLED = 12;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Frames of one size as a GIF that goes round for ever; each holds only what has changed.
 * @param width of a frame in pixels
 * @param turn is awaited after each frame, for whoever is to do something else in between
 */
export async function encodeGif(
  frames: readonly GifFrame[],
  width: number,
  height: number,
  turn: () => Promise<void> | void = () => undefined,
): Promise<Uint8Array> {
  const sampled = frames.filter((_, index) => index % SAMPLED === 0);
  const palette = quantize(joined(sampled.map(({ rgba }) => rgba)), COLOURS);
  const same = palette.length;
  palette.push([0, 0, 0]);
  const gif = GIFEncoder();
  let before: Uint8Array | undefined;
  for (const [index, { rgba, ms }] of frames.entries()) {
    const now = applyPalette(rgba, palette.slice(0, same));
    const last = before;
    const shown =
      last?.length === now.length
        ? now.map((colour, at) => (colour === last[at] ? same : colour))
        : now;
    gif.writeFrame(shown, width, height, {
      palette: index === 0 ? palette : undefined,
      delay: ms,
      transparent: index > 0,
      transparentIndex: same,
      dispose: 1,
    });
    before = now;
    await turn();
  }
  gif.finish();
  return gif.bytes();
}
