import { attempt } from "./platform/failures";
import { isLit } from "./platform/display";
import { currentSession } from "./session-runner";
import * as screen from "./ui/screen";
import { ScreenState } from "./ui/view-choice";

/** What decides, beside the session, what is on the screen. */
export const state: ScreenState = {
  page: "",
  notice: "",
  demo: undefined,
  offered: undefined,
  record: undefined,
  askedAt: -1,
  error: "",
};

function update(): void {
  screen.update(state, currentSession());
}

/** Brings the screen up to date. While the display is off, nothing is drawn. */
export function refresh(): void {
  if (isLit()) attempt(null, update, undefined);
}
