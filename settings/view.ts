import { Settings, readSettings } from "../phone/settings/settings";
import { Routines, readRoutines } from "../phone/settings/routines";
import { SUMMARY_KEY } from "../phone/settings/keys";
import { Summary, readSummary } from "../phone/history/summary";
import { daysBeforeMonday } from "../common/routine";
import { weekOf } from "../common/weeks";

/** All that a section shows and may change. */
export interface View {
  settings: Settings;
  summary: Summary;
  routines: Routines;
  storage: LiveStorage;
  /** Seconds since 1970, and the number of the week here. */
  now: number;
  week: number;
}

/** Reads everything from the storage; whatever is in it, nothing throws. */
export function viewOf(storage: LiveStorage): View {
  const now = Math.floor(Date.now() / 1000);
  const lookup = (key: string): string | null => storage.getItem(key);
  const settings = readSettings(lookup);
  const { weekStart } = settings.routine;
  return {
    settings,
    summary: readSummary(storage.getItem(SUMMARY_KEY)),
    routines: readRoutines(lookup),
    storage,
    now,
    week: weekOf(
      now,
      -new Date().getTimezoneOffset(),
      daysBeforeMonday(weekStart),
    ),
  };
}
