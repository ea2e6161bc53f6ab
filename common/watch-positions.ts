// Made by `npm run generate` from the tables of common/: do not edit.

/** Positions of all exercises by their codes on the wire, in one text. */
export const POSITIONS =
  "back bench front side front hands back back side back stand kneel back back kneel stand back";
