import { KeyValueStore, keysOf } from "../key-value-store";
import { readRoutineState, routineOf } from "../link-state";
import { GOAL_KEY, WEEK_START_KEY, isRoutineKey } from "./keys";
import { writeWholeRoutine } from "./writer";

/** Stands in the companion's store while the settings are being restored. */
const RESTORING = "restoring";

function isRunnersKey(key: string): boolean {
  return isRoutineKey(key) || key === GOAL_KEY || key === WEEK_START_KEY;
}

/**
 * Where the settings were wiped and the companion's own store was not, the
 * routine that it holds becomes the settings again, with preferences, goal and
 * first day of the week. A restoring that a death cut off is done again.
 * @throws When there is no room.
 */
export function restoreSettings(
  local: KeyValueStore,
  settings: KeyValueStore,
): void {
  const begun = local.getItem(RESTORING) !== null;
  if (!begun && keysOf(settings).some(isRunnersKey)) return;
  const routine = routineOf(readRoutineState(local).content);
  if (!routine) return;
  local.setItem(RESTORING, "1");
  writeWholeRoutine(settings, routine);
  local.removeItem(RESTORING);
}
