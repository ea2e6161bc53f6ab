import { Routine, routineSeconds } from "../../common/routine";
import { pictureOf } from "./picture";
import * as view from "./view";
import { weekShare } from "./week";
import { words } from "./words";

/** What home tells beside the routine as it will be done today. */
export interface HomeState {
  /** Start of the last session in seconds since 1970, and its minutes. */
  last: readonly [start: number, minutes: number, count?: number] | undefined;
  /** Sessions of this week. */
  count: number;
  /** The cue demo has been played since the app was opened. */
  felt: boolean;
  /** Key of a message to show in place of the facts, or empty. */
  notice: string;
}

/** Pictures that have room on the home screen. */
const PICTURES = 5;

/** Noon of the day, by the watch's own calendar, in ms. */
function noon(ms: number): number {
  return new Date(ms).setHours(12, 0, 0, 0);
}

/** When the last session was, or what to do before the first. */
function lastText({ last, felt }: HomeState): string {
  if (!last) return felt ? "" : words("feel");
  const days = Math.round((noon(Date.now()) - noon(last[0] * 1000)) / 86400000);
  if (days > 1) return words("last-days", last[1], days);
  return words(days === 1 ? "last-yesterday" : "last-today", last[1]);
}

/** Draws home: the routine, its length, the week, and one large start. */
export function drawHome(routine: Routine, home: HomeState): void {
  const { count, notice } = home;
  const items = routine.items.filter((item) => item.included);
  view.text("routine", routine.name);
  view.text("minutes", Math.round(routineSeconds(routine) / 60));
  view.text("unit", words("minutes"));
  view.text("count", count + "/" + routine.goal);
  view.ring(weekShare(count, routine.goal));
  for (let i = 0; i < PICTURES; i++) {
    const item = items[i];
    view.image("pose-" + i, item && !notice ? pictureOf(item.exercise) : "");
  }
  view.text("last", lastText(home));
  view.text("notice", notice && words(notice));
  view.setShown("facts", !notice);
}
