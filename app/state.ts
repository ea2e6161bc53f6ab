import { litAtLaunch } from "./platform/display";
import type * as SessionRunner from "./session-runner";
import { Session } from "./session/session";
import { Summary } from "./session/summary";
import type { CueDemo } from "./ui/cue-demo";

/** The part of the app that is loaded with the first session. */
export type Runner = typeof SessionRunner;

/** What there is one of, and what decides what is on the screen. */
export interface AppState {
  /** What is open in place of home. */
  page: "" | "today" | "cue-demo";
  /** Key of a message that home shows in place of its facts, or empty. */
  notice: string;
  /** There was no memory for a part of the app since it was opened. */
  short: boolean;
  /** The cue demo that is open. */
  demo: CueDemo | undefined;
  /** It has been opened since the app was. */
  felt: boolean;
  /** The session that runs or is paused. */
  session: Session | undefined;
  /** A session from before a crash that waits for the runner's decision. */
  offered: Session | undefined;
  /** What the summary shows of the session that is over. */
  summary: Summary | undefined;
  /** Session time in ms at which the runner was asked whether to end, or -1. */
  askedAt: number;
  /** The display is on: there is somebody to show seconds to. */
  lit: boolean;
  /** What went wrong at launch; the app works on without it. */
  error: string;
  /** There wherever `session` or `offered` is. */
  runner: Runner | undefined;
}

export const state: AppState = {
  page: "",
  notice: "",
  short: false,
  demo: undefined,
  felt: false,
  session: undefined,
  offered: undefined,
  summary: undefined,
  askedAt: -1,
  lit: litAtLaunch,
  error: "",
  runner: undefined,
};
