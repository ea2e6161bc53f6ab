import { Routine } from "../../common/routine";
import { Player } from "../session/player";

/** One open view. It draws itself from the state it was given, when asked. */
export interface Screen {
  /** Brings every text up to date; cheap when nothing has changed. */
  draw(): void;
}

/** What a tap can ask of the app. */
export interface Actions {
  start(): void;
  pause(): void;
  resume(): void;
  skip(): void;
  back(): void;
  moreRest(): void;
  /** Ask whether to end the session. */
  ask(): void;
  /** The answers. */
  keepGoing(): void;
  confirmEnd(): void;
  resumeSession(): void;
  saveSession(): void;
  discardSession(): void;
  done(): void;
}

/** A session as a screen sees it. */
export interface Live {
  player: Player;
  /** Session time in ms. */
  now(): number;
}

/** What the home screen shows beside the routine. */
export interface HomeState {
  routine: Routine;
  /** Start of the last session in seconds since 1970, and its minutes. */
  last: { start: number; minutes: number } | undefined;
  /** Key of a message to show instead, or empty. */
  notice: string;
}
