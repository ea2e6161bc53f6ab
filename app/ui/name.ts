import * as view from "./view";

/** The largest letters of a name, and how wide one is, as a part of its size. */
const LARGEST = 27;
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
  view.dress(id, "fontSize", Math.min(LARGEST, Math.floor((2 * width) / room)));
}
