import { Settings, readSettings } from "../phone/settings/settings";
import { SUMMARY_KEY } from "../phone/settings/keys";
import { Summary, readSummary } from "../phone/history/summary";
import { daysBeforeMonday } from "../common/routine";
import { weekOf } from "../common/weeks";

/** All that a section shows and may change. */
export interface View {
  settings: Settings;
  summary: Summary;
  storage: LiveStorage;
  /** Seconds since 1970, and the number of the week here. */
  now: number;
  week: number;
}

/** Reads everything from the storage; whatever is in it, nothing throws. */
export function viewOf(storage: LiveStorage): View {
  const now = Math.floor(Date.now() / 1000);
  const settings = readSettings((key) => storage.getItem(key));
  const { weekStart } = settings.routine;
  return {
    settings,
    summary: readSummary(storage.getItem(SUMMARY_KEY)),
    storage,
    now,
    week: weekOf(
      now,
      -new Date().getTimezoneOffset(),
      daysBeforeMonday(weekStart),
    ),
  };
}
