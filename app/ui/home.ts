import { FlatRoutine, I, R, secondsFrom } from "../../common/wire/flat-routine";
import { LastSession } from "../../common/wire/link-files";
import * as view from "./view";
import { pictureOf, words } from "./words";

/** What home tells beside the routine as it will be done today. */
export interface HomeState {
  last: LastSession | undefined;
  /** Sessions of this week. */
  count: number;
  /** The cue demo has been played since the app was opened. */
  felt: boolean;
  /** What it says of the next start, or what a notice names, or empty. */
  line: string;
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
  if (!last || !last[0]) return felt ? "" : words("feel");
  const days = Math.round((noon(Date.now()) - noon(last[0] * 1000)) / 86400000);
  const when = days > 1 ? "days" : days === 1 ? "yesterday" : "today";
  return words("last-" + when, last[1] || 1, days);
}

/** Draws home: the routine of today, its length, the week, and one large start. */
export function drawHome(routine: FlatRoutine, home: HomeState): void {
  const { count, line, notice } = home;
  const goal = routine[R.Goal]!;
  const seconds = routine[R.Ready]! + secondsFrom(routine, R.Items, 0, 0);
  for (let i = 0; i < PICTURES; i++) {
    const row = (i + 1) * I.Size;
    const there = row < routine.length && !notice;
    view.put("pose-" + i, "href", there ? pictureOf(routine, row) : "");
  }
  view.text("routine", routine[R.Name]!);
  view.text("minutes", Math.round(seconds / 60) || 1);
  view.text("unit", words("minutes"));
  view.text("count", count + "/" + goal);
  view.ring(Math.min(1, count / goal));
  view.text("last", line || lastText(home));
  view.setShown("line", !!line);
  view.text("notice", notice && words(notice, line));
  view.setShown("facts", !notice);
}
