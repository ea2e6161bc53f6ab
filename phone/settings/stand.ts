import { defaultRoutine } from "../../common/default-routine";
import { routineSeconds } from "../../common/routine";
import { KeyValueStore } from "../key-value-store";
import { contentOf } from "../link-state";
import { STAND_KEY } from "./coach-keys";
import { writeDefaults } from "./defaults";
import { HEALTH_KEYS } from "./health";
import { itemKey } from "./keys";
import { Level } from "./levels";
import { Lookup } from "./reader";
import { readSettings } from "./settings";

/** The page's own: which question of the first use is next; absent for the first, and after the last. */
export const FIRST_KEY = "first";

/** The questions of the first use, in their order. */
export type FirstQuestion = "safety" | "dose" | "bench";

const LEVEL_OF: { readonly [stand in "gentle" | "full"]: Level } = {
  gentle: "starter",
  full: "full",
};

/**
 * Whether a runner who has not said where to begin is to be asked: one with
 * sessions or another routine than the built-in one has begun already. Health
 * answers alone change nothing of that.
 */
export function isAsked(lookup: Lookup, sessions: number): boolean {
  const plain = (key: string): string | null | undefined =>
    HEALTH_KEYS.indexOf(key) >= 0 ? undefined : lookup(key);
  const { stand, routine } = readSettings(plain);
  return (
    stand === "" &&
    sessions === 0 &&
    contentOf(routine) === contentOf(defaultRoutine())
  );
}

/** The question that is next; undefined for none. */
export function nextQuestion(
  lookup: Lookup,
  sessions: number,
): FirstQuestion | undefined {
  const first = lookup(FIRST_KEY);
  if (first === "bench") return "bench";
  if (!isAsked(lookup, sessions)) return undefined;
  return first === "dose" ? "dose" : "safety";
}

/** About how many minutes of the built-in routine each answer means. */
export function minutesOf(stand: "gentle" | "full"): number {
  const level = LEVEL_OF[stand];
  const { routine } = readSettings((key) => (key === "level" ? level : null));
  return Math.round(routineSeconds(routine) / 60);
}

/** The runner has read when to get help. */
export function markRead(settings: KeyValueStore): void {
  settings.setItem(FIRST_KEY, "dose");
}

/** Begins gently or with the full dose; the bench is asked next. */
export function takeStand(
  settings: KeyValueStore,
  stand: "gentle" | "full",
): void {
  settings.setItem("level", LEVEL_OF[stand]);
  settings.setItem(STAND_KEY, stand);
  settings.setItem(FIRST_KEY, "bench");
  writeDefaults(settings);
}

/** Without a bench the reverse hip raise is left out. */
export function takeBench(settings: KeyValueStore, bench: boolean): void {
  settings.setItem(itemKey("reverse-hip-raise", "in"), String(bench));
  settings.removeItem(FIRST_KEY);
}
