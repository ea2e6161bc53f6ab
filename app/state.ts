import type { Lay } from "./platform/haptics";
import { litAtLaunch } from "./platform/display";
import { FlatRoutine } from "../common/wire/flat-routine";
import { Answers, Session } from "./session/session";
import type { Measured } from "./session/record";
import { Summary } from "./session/summary";
import type { CueDemo } from "./ui/cue-demo";

/** The part of the app that runs sessions, loaded with the first. */
export interface Runner {
  start: Start;
  /** Does what the id of a tapped element asks of the session. */
  tapped: (id: string) => void;
  /** Goes on to now; `fired` tells that the session's own timer woke it. */
  wake: (fired: boolean) => void;
  /** Draws a session under way; `opened` tells that its view has just been opened. */
  drawSession: (session: Session, opened: boolean) => void;
  /** Draws the summary that has just been opened, of the `count`th session of the week. */
  drawSummary: (summary: Summary, count: number, goal: number) => void;
  /** Stores a session that is over; its summary, unless nothing of it was done. */
  keepSession: (
    session: Session,
    measured: Measured,
    recovered: boolean,
  ) => Summary | undefined;
  /** Plans the pulses of cues, and what each is made of; see app/platform. */
  layPulses: Lay;
  HAPTICS: ReadonlyArray<number>;
  /** Nothing refers to its code from now on. */
  release: () => void;
}

/** Starts a session of these items with what is known before it. */
export type Start = (routine: FlatRoutine, answers?: Answers) => void;

/** The part that takes what the phone sent. */
export interface RoutineReceiver {
  /** `waited` tells that it came while a session ran. */
  receive: (waited: boolean) => void;
  /** Nothing refers to its code from now on. */
  release: () => void;
}

/**
 * A part that asks, before a session or after it. A watch has no room for it beside a
 * session: once it has asked, nothing refers to its code any more.
 */
export interface Asking<Begin = never> {
  /** Begins to ask. */
  begin: Begin;
  /** Takes a swipe for no answer. */
  leave: () => void;
  /** Draws the question, in its view. */
  draw: () => void;
  /** The view that the question needs. */
  viewName: () => string;
}

/** What the next start is to lead to, if the answers before it allow it. */
export const enum Wish {
  /** As planned, or what the phone wants after a run. */
  Planned,
  Lighter,
  /** As planned, and there was no run. */
  NoRun,
  Easy,
}

/** What home says of the next start, or what its notice names. */
export interface HomeLine {
  text: () => string;
  /** A tap takes the notice away, or else makes another wish of it. */
  tapped: () => void;
  /** Nothing refers to its code from now on; says what is wished, if anything. */
  leave: () => Wish | undefined;
}

/** What there is one of, and what decides what is on the screen. */
export interface AppState {
  /** What is open in place of home. */
  page: "" | "today" | "cue-demo";
  /** Key of a message that home shows in place of its facts, or empty. */
  notice: string;
  /** There was no memory for a part of the app since it was opened. */
  short: boolean;
  /** The cue demo that is open. */
  demo?: CueDemo | undefined;
  /** It has been opened since the app was. */
  felt: boolean;
  /** What home says of the next start, if anything. */
  line?: HomeLine | undefined;
  /** The questions before or after a session, while one is open. */
  asking?: Asking<unknown> | undefined;
  /** The session that runs or is paused. */
  session?: Session | undefined;
  /** A session from before a crash that waits for the runner's decision. */
  offered?: Session | undefined;
  /** What the summary shows of the session that is over. */
  summary?: Summary | undefined;
  /** Session time in ms at which the runner was asked whether to end, or -1. */
  askedAt: number;
  /** The display is on: there is somebody to show seconds to. */
  lit: boolean;
  /** What went wrong at launch; the app works on without it. */
  error: string;
  /** There wherever `session` or `offered` is. */
  runner?: Runner | undefined;
  /** How many times it was let go of. */
  letGo: number;
  /** Loads a copy of it, where the first was let go of. */
  nextRunner?: undefined | (() => Promise<{ part: Runner | undefined }>);
}

export const state: AppState = {
  page: "",
  notice: "",
  short: false,
  felt: false,
  askedAt: -1,
  lit: litAtLaunch,
  error: "",
  letGo: 0,
};
