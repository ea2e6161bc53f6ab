import { AfterRun } from "../coach/after-run";
import { CoachMode } from "../coach/choices";

/** What changes by itself: an option, as a Select writes it. */
export const COACH_KEY = "coach";
/** What is asked on the watch: "2" all, "1" the back alone, "0" nothing. */
export const QUESTIONS_KEY = "questions";
/** "true" where doses may go above the full one. */
export const BEYOND_KEY = "beyond";
/** Whether the plan after a run is lighter. */
export const AFTER_RUN_KEY = "afterRun";
/** "true" where bending backwards eases the runner's leg, as a clinician found. */
export const EASES_KEY = "cobra.eases";
/** "true" once a professional agreed to what the health answers shut. */
export const AGREED_KEY = "h.agreed";
/**
 * What the page asks the coach to do: "do", "back", "back KEY", "try KEY", "open KEY"
 * or "coach KEY", KEY being that of an exercise, until the companion has done it.
 */
export const COACH_ASK_KEY = "coachDo";
/** Written by the companion: what changed and why, newest first, and how things stand. */
export const COACH_LOG_KEY = "coachLog";
export const COACH_VIEW_KEY = "coachView";

/** Written by the page: when each reason to see somebody was hidden, as JSON. */
export const SEE_HIDDEN_KEY = "seeHidden";

/** The options of the keys, the default first. */
export const COACH_MODES: ReadonlyArray<CoachMode> = ["suggest", "auto", "off"];
export const QUESTIONS = ["2", "1", "0"] as const;
export const AFTER_RUNS: ReadonlyArray<AfterRun> = ["auto", "on", "off"];

/** The key under which the page finds how an exercise is shut: JSON, absent while it is open. */
export function gateKey(exercise: string): string {
  return "gate:" + exercise;
}

/** Where the runner said to begin, "gentle" or "full"; absent or empty until then. */
export const STAND_KEY = "stand";
