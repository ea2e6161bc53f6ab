import { SessionRecord } from "../../common/record";
import type { Feel } from "./cue-demo";
import * as runner from "../session-runner";
import { isWork } from "../session/cursor";
import { Session } from "../session/session";

/** A question that nobody answers goes away after this many ms. */
const QUESTION = 10000;

/** All that decides, beside the session, what is on the screen. */
export interface Stage {
  /** What is open in place of home. */
  page: "" | "today" | "feel";
  /** Key of a message that home shows in place of its facts, or empty. */
  notice: string;
  /** The cues, once they have been felt since the app was opened. */
  feeling: Feel | undefined;
  /** A session from before a crash that waits for the runner's decision. */
  offered: Session | undefined;
  /** What the summary shows. */
  record: SessionRecord | undefined;
  /** Session time in ms at which the runner was asked whether to end, or -1. */
  askedAt: number;
  /** What went wrong at launch; the app works on without it. */
  error: string;
}

export const NOTHING: Stage = {
  page: "",
  notice: "",
  feeling: undefined,
  offered: undefined,
  record: undefined,
  askedAt: -1,
  error: "",
};

/** The name of the view that should be open. */
export function wanted(stage: Stage): string {
  if (stage.error) return "error";
  if (stage.record) return "summary";
  if (stage.offered) return "resume";
  const { session } = runner;
  if (!session) return stage.page || "index";
  const { status, step } = session.player;
  const asked = session.now - stage.askedAt < QUESTION;
  if (stage.askedAt >= 0 && (status === "paused" || asked)) return "confirm";
  stage.askedAt = -1;
  if (status === "paused") return "paused";
  return isWork(step.phase) ? "work" : "rest";
}
