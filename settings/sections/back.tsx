import { daysBeforeMonday } from "../../common/routine";
import { backChart } from "../../phone/back-chart";
import { CoachView, readCoachView } from "../../phone/coach/view";
import { CoachWeek } from "../../phone/coach/weeks";
import {
  COACH_VIEW_KEY,
  SEE_HIDDEN_KEY,
} from "../../phone/settings/coach-keys";
import {
  hideable,
  hiding,
  shownReasons,
} from "../../phone/settings/hidden-reasons";
import { weekStartText } from "../dates";
import { fold } from "../folds";
import { View } from "../view";
import { keyName, words } from "../words";

function viewOf({ storage }: View): CoachView | undefined {
  return readCoachView(storage.getItem(COACH_VIEW_KEY));
}

/**
 * Why to have the back seen, the most urgent first, and a button that hides what can
 * be hidden for a while; nothing where there is no reason.
 */
export function seeRows(view: View): JSX.Element[] {
  const { storage, now } = view;
  const coach = viewOf(view);
  const hidden = storage.getItem(SEE_HIDDEN_KEY);
  const reasons = shownReasons(coach ? coach.routing : [], hidden, now);
  const rows = reasons.map((rule) => (
    <Text bold>{words("see-" + rule.slice(2))}</Text>
  ));
  if (!hideable(reasons).length) return rows;
  const hide = (): void =>
    storage.setItem(SEE_HIDDEN_KEY, hiding(reasons, hidden, now));
  return [...rows, <Button list label={words("see-hide")} onClick={hide} />];
}

/** The last 14 days and the 14 before. */
function trendRows({ trend }: CoachView): JSX.Element[] {
  const { median, answers, before, answersBefore } = trend;
  if (median === undefined) return [<Text>{words("back-none")}</Text>];
  const now = words("back-now", median, answers);
  return before === undefined
    ? [<TextImageRow label={now} />]
    : [
        <TextImageRow
          label={now}
          sublabel={words("back-before", before, answersBefore)}
        />,
      ];
}

/** Exercises that changed in a week, each behind a sign of how. */
function marks({ up, down, out, in: again }: CoachWeek): string[] {
  const signs = [
    ["▲", up],
    ["▼", down],
    ["✕", out],
    ["○", again],
  ] as const;
  return signs.reduce<string[]>(
    (all, [sign, keys]) =>
      all.concat(keys.filter(Boolean).map((key) => sign + " " + keyName(key))),
    [],
  );
}

function weekRow(week: CoachWeek, { settings }: View): JSX.Element {
  const { sessions, easy, median, least, greatest, answers } = week;
  const { goal, weekStart } = settings.routine;
  const first = weekStartText(week.week, daysBeforeMonday(weekStart));
  const texts: string[] = [];
  if (easy) texts.push(words("week-easy", easy));
  if (median !== undefined)
    texts.push(words("week-back", median, least || 0, greatest || 0, answers));
  if (week.runMedian !== undefined)
    texts.push(words("week-run", week.runMedian));
  return (
    <TextImageRow
      label={words("week-of", ...first, sessions, goal)}
      sublabel={texts.concat(marks(week)).join(" · ")}
    />
  );
}

/**
 * The back over twelve weeks, as a picture and in words, the newest first; weeks
 * before the first session are left out. Nothing before there was any.
 */
export function backRows(view: View): JSX.Element[] {
  const coach = viewOf(view);
  const all = coach ? coach.weeks : [];
  const first = all.map(({ sessions }) => sessions > 0).indexOf(true);
  if (!coach || first < 0) return [];
  const { goal } = view.settings.routine;
  const weeks = all.slice(first).reverse();
  return fold(view.storage, "back", words("section-back"), () => [
    ...trendRows(coach),
    <TextImageRow icon={backChart(all, goal)} sublabel={words("back-help")} />,
    ...weeks.map((week) => weekRow(week, view)),
  ]);
}
