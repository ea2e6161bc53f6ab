// Made by `npm run generate` from the tables of phone/coach/: do not edit.

/** Bits of `ClassBit`, a figure an exercise, by their codes on the wire. */
export const CLASSES = "01001002022222006";

/** The exercises that bend the back backwards, by their codes, a bit each. */
export const EXTENSIONS = 18;

/** The items of the easy plan where there is no other, flat. */
// prettier-ignore
export const EASY = [
  0, 0, 2, 5, 4, 10, 4, 30,
  5, 2, 1, 4, 4, 20, 4, 20,
  3, 6, 2, 1, 0, 20, 0, 10,
];
