import { SessionRecord } from "../../common/record";
import { isWork } from "../session/cursor";
import { isEndAsked } from "../session/end-question";
import { Session } from "../session/session";
import type { CueDemo } from "./cue-demo";

/** All that decides, beside the session, what is on the screen. */
export interface ScreenState {
  /** What is open in place of home. */
  page: "" | "today" | "cue-demo";
  /** Key of a message that home shows in place of its facts, or empty. */
  notice: string;
  /** The newest cue demo since the app was opened. */
  demo: CueDemo | undefined;
  /** A session from before a crash that waits for the runner's decision. */
  offered: Session | undefined;
  /** What the summary shows. */
  record: SessionRecord | undefined;
  /** Session time in ms at which the runner was asked whether to end, or -1. */
  askedAt: number;
  /** What went wrong at launch; the app works on without it. */
  error: string;
}

/** The name of the view that should be open while this session runs, or none. */
export function viewFor(
  state: ScreenState,
  session: Session | undefined,
): string {
  if (state.error) return "error";
  if (state.record) return "summary";
  if (state.offered) return "resume";
  if (!session) return state.page || "index";
  const { player, now } = session;
  if (isEndAsked(player, state.askedAt, now)) return "confirm";
  if (player.status === "paused") return "paused";
  return isWork(player.step.phase) ? "work" : "rest";
}
