import { FlatRoutine } from "./flat-routine";

/** Names of the coach's files between phone and watch. */
export const enum CoachFile {
  /** Phone to watch: what is asked, and the plans beside the routine. */
  Coach = "coach",
  /** On the watch: the same once it was checked, the plans flat. */
  Plans = "plans",
  NewPlans = "plans-new",
  /** On the watch: what it shut by itself. */
  Gates = "gates",
  /** On the watch: the newest answers. */
  Asked = "asked",
  /** Watch to phone, before the id: the answers of a check without a session. */
  Check = "c-",
}

/** The version of both files. */
export const enum CoachVersion {
  Version = 1,
}

/** Where what stands in the coach's file. */
export const enum C {
  Version,
  /** Raised by the phone with every change. */
  Serial,
  /** What is asked: 0 nothing, 1 the back alone, 2 all. */
  Ask,
  /** The runner's usual back, 0 to 10, or `UsualBack.Unknown`. */
  Usual,
  /** 1 where the next session after a run is to be lighter. */
  Lighter,
  /** `ClassBit`s of each item of the routine, also of those that are left out. */
  Classes,
  /** The easy and the lighter plan: packed routines of included items, or empty lists. */
  Easy,
  Light,
  /** 1 while the runner has not said where to begin: home then offers the easy plan. */
  First,
  /**
   * Not 0 where a dose of the routine is higher than in the session before; from
   * `Raise.Named` on it went up by itself, and the code of its exercise is added.
   */
  Raised,
  /** The revision of the routine whose items the classes are of. */
  Revision,
  /** The number of the most urgent reason to see somebody, R-1 to R-7; 0 for none. */
  See,
  /** How many entries the file has. */
  Size,
}

/** The coach's file as the watch keeps it: what was sent, the plans flat or empty. */
export interface Plans extends Array<unknown> {
  [C.Serial]: number;
  [C.Ask]: number;
  [C.Usual]: number;
  [C.Lighter]: number;
  [C.Classes]: number[];
  [C.Easy]: FlatRoutine;
  [C.Light]: FlatRoutine;
  [C.First]: number;
  [C.Raised]: number;
  [C.Revision]: number;
  [C.See]: number;
}

/** What the file says of a dose that is higher than before. */
export const enum Raise {
  None,
  /** The runner knows: it was a tap that did it. */
  Known,
  /** It went up by itself: the code of the exercise is added. */
  Named,
}

/** The reason to see somebody that is never hidden: a leg numb or weak, or both legs. */
export const enum See {
  Numb = 1,
}

export const enum UsualBack {
  Unknown = 11,
}

/** What is to be known of an exercise when the back or the leg is worse. */
export const enum ClassBit {
  /** It bends the back backwards. */
  Extension = 1,
  /** It rounds the back. */
  Flexion = 2,
  /** It pulls on the nerve of the leg. */
  Nerve = 4,
  /** It is shut: not to be done. */
  Shut = 8,
  /** It is tried again for the first time after it was shut. */
  Trial = 16,
}

/** What became of a check that no session followed; its code on the wire. */
export const enum Decision {
  NotToday,
  Easy,
  AsPlanned,
  /** The screen that says to get medical help. */
  Stop,
}
