import { Fit } from "./generation";
import * as view from "./view";

/** How wide a letter is, as a part of its size. */
const WIDE = 1;
const NARROW = 0.6;

/**
 * Writes a name into two lines that are `width` pixels wide, in letters as small
 * as that takes.
 */
export function putName(id: string, words: string, width: number): void {
  // Lines are not filled to their end: a word goes to the next as a whole.
  let room = 2;
  for (let i = 0; i < words.length; i++) {
    room += words.charAt(i) > "\u2e80" ? WIDE : NARROW;
  }
  view.text(id, words);
  view.dress(
    id,
    "fontSize",
    Math.min(Fit.NameSize, Math.floor((2 * width) / room)),
  );
}
