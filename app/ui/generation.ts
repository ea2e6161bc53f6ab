// What differs by the generation of the watch. `app-sdk4/` has another file in the
// place of this one, for watches before Versa 3.

/** Names of the system. */
export const enum Os {
  /** The ending of a view's file. */
  View = ".view",
  /** The event by which the wearer asks to leave. */
  Leaving = "beforeunload",
}

/** What the program itself places and fits, in pixels. */
export const enum Fit {
  /** The middle of the display, across. */
  Middle = 168,
  /** Wide enough for a name: in work, in rest, in a pause. */
  WorkName = 268,
  RestName = 308,
  PausedName = 300,
  /** The largest letters of a name. */
  NameSize = 27,
}

/** Names of the phases, by their numbers, as in views and language files. */
// prettier-ignore
export const PHASES = [
  "done", "rest", "", "ready", "between", "switch",
  "", "", "", "", "", "", "lift", "hold", "lower",
];
