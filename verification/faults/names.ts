// What the models call what happens in a session. They know nothing of the app,
// which has numbers for all of it.

/** What is told by vibration. */
export type Cue =
  | "tick"
  | "lift"
  | "lower"
  | "last"
  | "go"
  | "halfway"
  | "ending"
  | "rest"
  | "switch"
  | "next"
  | "finish"
  | "pause"
  | "resume";

/** What the runner, or the watch for them, can ask of a session. */
export type Command =
  | "start"
  | "pause"
  | "resume"
  | "skip"
  | "restart"
  | "previous"
  | "more-rest"
  | "end";

/** What the runner does, or waits for. */
export type Phase =
  "ready" | "lift" | "hold" | "lower" | "rest" | "switch" | "between" | "done";

/** A step of a routine: all numbers count from 0, a wait belongs to what comes next. */
export interface Step {
  item: number;
  set: number;
  side: number;
  rep: number;
  phase: Phase;
}
