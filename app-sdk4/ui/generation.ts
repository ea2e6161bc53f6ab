// What differs on watches before Versa 3; see `app/ui/generation.ts`. Their two sizes of
// screens share it: where a display of 348 by 250 pixels has its middle elsewhere, its
// views move what the program places.

/** Names of the system. */
export const enum Os {
  /** The ending of a view's file. */
  View = ".gui",
  /** The event of the buttons; the wearer asks to leave with one of them. */
  Leaving = "keypress",
}

/** What the program itself places and fits, in pixels. */
export const enum Fit {
  /** The middle of the display, across. */
  Middle = 150,
  /** Wide enough for a name: in work, in rest, in a pause. */
  WorkName = 232,
  RestName = 272,
  PausedName = 268,
  /** The largest letters of a name. */
  NameSize = 22,
}

/** Names of the phases, by their numbers. As one text they leave a recovery here its room. */
export const PHASES =
  "done,rest,,ready,between,switch,,,,,,,lift,hold,lower".split(",");
