import { EXERCISES } from "../../../common/exercises";
import { defaultItem, defaultRoutine } from "../../../common/default-routine";
import { MAX_ITEMS } from "../../../common/limits";
import type { Routine } from "../../../common/routine";
import { ROUTINE_FILE } from "../../../common/wire/link";
import { packRoutine } from "../../../common/wire/routine";

/** What happens to the watch next. */
export type Step =
  /** So many seconds pass. */
  | readonly ["wait", number]
  /** An element of the open view is touched. */
  | readonly ["tap", string]
  /** A swipe to the right, which the program keeps from closing it. */
  | readonly ["swipe"]
  /** The display goes off. */
  | readonly ["dark"]
  /** A value comes from the phone, under a file's name. */
  | readonly ["arrive", string, unknown]
  /** The phone has stored what was sent. */
  | readonly ["acknowledge"]
  /** What is in use of the heap is noted. */
  | readonly ["note"];

/** What a watch goes through, from launch on. */
export interface Life {
  readonly steps: readonly Step[];
  /** A life of the same watch that ended with a sudden death a second before. */
  readonly before?: readonly Step[];
  /** Every message is long. */
  readonly longWords?: boolean;
}

const wait = (seconds: number): Step => ["wait", seconds];
const tap = (id: string): Step => ["tap", id];

/** Longer than the default session. */
const SESSION = 1200;

/** What is left of it after the death, and a little. */
const REST_OF_IT = 1000;

const started = [wait(1), tap("start")];

/** The default session, left alone. */
export const DEFAULT_SESSION: Life = { steps: [...started, wait(SESSION)] };

/** The cue demo, a session with every command, the list for today, a whole session. */
export const STEERED: Life = {
  longWords: true,
  steps: [
    // Before the first session, the demo comes in the place of the list.
    ...[wait(1), tap("today"), wait(40)],
    ...[tap("start"), wait(30), tap("pause"), wait(5), tap("resume")],
    ...[wait(20), tap("skip"), wait(3), tap("more-rest"), wait(10)],
    ...[tap("back"), wait(30), tap("pause"), wait(2), tap("end"), wait(3)],
    ...[tap("keep-going"), wait(3), tap("resume"), wait(100), tap("skip")],
    ...[wait(2), tap("skip"), wait(40), tap("back"), wait(60)],
    ...[tap("pause"), wait(1), tap("end"), wait(1), tap("confirm-end")],
    ...[wait(5), tap("done"), wait(5)],
    ...[tap("today"), wait(5), ["swipe"] satisfies Step, wait(1)],
    ...[tap("start"), wait(SESSION), tap("done"), wait(3)],
  ],
};

/** A death in a set; the session goes on to its end. */
export const RECOVERY: Life = {
  longWords: true,
  before: [...started, wait(202)],
  steps: [
    ...[wait(1), tap("resume-session"), wait(REST_OF_IT), tap("done"), wait(3)],
  ],
};

/** As many items as a routine may have, all exercises in turn. */
function longestRoutine(): Routine {
  const items = Array.from({ length: MAX_ITEMS }, (_, i) =>
    defaultItem(EXERCISES[i % EXERCISES.length]!),
  );
  return { ...defaultRoutine(), revision: 1, items };
}

const longArrives: Step = [
  "arrive",
  ROUTINE_FILE,
  packRoutine(longestRoutine()),
];

/** The longest routine arrives at home; it is done for twenty minutes and ended. */
export const MANY_AT_HOME: Life = {
  steps: [
    ...[wait(1), longArrives, wait(2), tap("start"), wait(SESSION)],
    ...[tap("pause"), wait(2), tap("end"), wait(1), tap("confirm-end")],
    wait(3),
  ],
};

/** The longest routine arrives in a session, and is taken after it. */
export const MANY_IN_A_SESSION: Life = {
  steps: [
    ...[...started, wait(400), longArrives, wait(SESSION - 400)],
    ...[tap("done"), wait(5)],
  ],
};

/** Ten sessions without a relaunch; what is in use is noted after each. */
export const TEN_SESSIONS: Life = {
  steps: [
    wait(1),
    ...Array.from({ length: 10 }, () => [
      ...[tap("start"), wait(SESSION), tap("done"), wait(5)],
      ...([["acknowledge"], ["note"]] satisfies Step[]),
    ]).flat(),
  ],
};

/** A session for so many seconds, with the display on or off. */
export function sessionFor(seconds: number, display: "on" | "off"): Life {
  const dark: Step[] = display === "off" ? [["dark"]] : [];
  return { steps: [...started, ...dark, wait(seconds)] };
}
