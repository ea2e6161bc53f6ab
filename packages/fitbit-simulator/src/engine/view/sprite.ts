import type { ViewElement } from "./element";
import type { ViewNode } from "./types";

/** The system's `sprite-image`: pictures of numbered files, by the number in its `value`. */
export function isSprite(node: ViewNode): boolean {
  return node.get("shows") === "frames";
}

/** The pictures that a sprite shows its frames in. */
export function picturesOf<T extends ViewNode>(sprite: T): T[] {
  return (sprite.children as readonly T[]).filter(({ tag }) => tag === "image");
}

/**
 * The file of another frame: `run_07.png` for `run_00.png` and 7, in as many digits. Between two
 * frames it is the nearer one. Undefined when the file's name does not end in a number.
 */
export function frameFile(file: string, frame: number): string | undefined {
  const name = /^(.*?)(\d+)(\.[^./]*)?$/.exec(file);
  if (name === null || !Number.isFinite(frame)) return undefined;
  const [, before = "", digits = "", after = ""] = name;
  const number = String(Math.round(frame)).padStart(digits.length, "0");
  return before + number + after;
}

/** Shows the frame that a sprite's `value` says; without one, the file it was given. */
export function showFrame(sprite: ViewElement): void {
  if (!isSprite(sprite)) return;
  const frame = Number(sprite.get("value") ?? NaN);
  for (const picture of picturesOf(sprite)) {
    picture.animated("href", frameFile(picture.get("href") ?? "", frame));
  }
}
