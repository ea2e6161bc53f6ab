import { isPart, isTooHard } from "./session";
import { CoachState } from "./state";

/** Whether the plan after a run is lighter: always, never, or as the coach thinks. */
export type AfterRun = "auto" | "on" | "off";

/**
 * Whether the next session after a run is to be the lighter one: the first ever,
 * and one after a session after a run that was too much (E-5).
 */
export function isLighterNext(
  { sessions, ran }: CoachState,
  afterRun: AfterRun,
): boolean {
  if (afterRun !== "auto") return afterRun === "on";
  if (!ran) return true;
  const last = sessions.filter(({ postRun }) => postRun).slice(-1)[0];
  return !!last && (isTooHard(last) || last.items.some(isPart));
}
