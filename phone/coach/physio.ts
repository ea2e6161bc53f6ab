import { Back } from "../../common/coach/ask";
import { lowerMedian, usualAt } from "./back";
import { Balance, balances, isDifferent } from "./balance";
import { DAY, K } from "./constants";
import { Gate } from "./gate";
import { LoneCheck } from "../../common/wire/coach";
import { routingOf } from "./routing";
import { CoachSession, known, rise, worstLeg } from "./session";
import { CoachState } from "./state";
import { capOf } from "./steps";

/** A line of the sheet: a message by its id, and what stands in it. */
export interface SheetLine {
  id: string;
  /** The key of the exercise whose name is its first value. */
  exercise?: string;
  values: Array<string | number>;
}

/** What the sheet tells beside what the coach knows. */
export interface SheetFacts {
  /** Sessions a week that are meant. */
  goal: number;
  /** What the runner said of their health, by the ids of the messages. */
  health: ReadonlyArray<string>;
}

/** Stands for what is not known. */
const NONE = "–";

/** A day, such as 2026-11-28; moments are seconds since 1970. */
function dayText(seconds: number, offset: number): string {
  return new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 10);
}

function orNone(value: number | undefined): string | number {
  return value === undefined ? NONE : value;
}

/** How many sessions fit. */
function count(
  sessions: ReadonlyArray<CoachSession>,
  fits: (session: CoachSession) => boolean,
): number {
  return sessions.filter(fits).length;
}

/** The lower median of the backs before sessions after runs or at rest, and how many. */
function backsBy(
  sessions: ReadonlyArray<CoachSession>,
  postRun: boolean,
): [median: string | number, answers: number] {
  const backs = sessions
    .filter((one) => one.postRun === postRun && one.before !== undefined)
    .map(({ before }) => before!);
  return [orNone(lowerMedian(backs)), backs.length];
}

/** How the answers were: how often, how much it rose, mornings, the leg, runs. */
function answerLines(sessions: ReadonlyArray<CoachSession>): SheetLine[] {
  const both = sessions.filter(
    ({ before, after }) => before !== undefined && after !== undefined,
  );
  const rose = count(both, (one) => rise(one) >= Back.Rise);
  const mornings = sessions
    .map(({ check }) => known(check && check.morning))
    .filter((morning) => morning >= 0);
  const legs = [0, 1, 2, 3, -1].map((leg) =>
    count(sessions, (one) => worstLeg(one) === leg),
  );
  return [
    {
      id: "sheet-answers",
      values: [
        count(sessions, ({ before }) => before !== undefined),
        sessions.length,
      ],
    },
    { id: "sheet-rose", values: [rose, both.length] },
    {
      id: "sheet-mornings",
      values: [mornings.filter((one) => one === 1).length, mornings.length],
    },
    { id: "sheet-leg", values: legs },
    {
      id: "sheet-runs",
      values: [...backsBy(sessions, true), ...backsBy(sessions, false)],
    },
  ];
}

/** Where each exercise stands, and since when. */
function stepLines({ exercises }: CoachState, offset: number): SheetLine[] {
  return Object.keys(exercises).map((key) => {
    const { step, changed } = exercises[key]!;
    const top = capOf(key, "reps", { beyond: false, heart: false });
    const since = changed ? dayText(changed, offset) : NONE;
    return { id: "sheet-step", exercise: key, values: [step, top, since] };
  });
}

function gateLine({ exercise, reason, since, offset, trial }: Gate): SheetLine {
  const id = (trial ? "sheet-trial-" : "sheet-out-") + reason;
  return { id, exercise, values: [dayText(since, offset)] };
}

function balanceLine(balance: Balance): SheetLine {
  const { exercise, says, sessions, times, percent } = balance;
  const values = isDifferent(balance) ? [times, sessions, percent] : [sessions];
  return { id: "sheet-balance-" + says, exercise, values };
}

/** What the sides say, and what that is worth where it is more than too little. */
function balanceLines(all: ReadonlyArray<Balance>): SheetLine[] {
  const lines = all.map(balanceLine);
  const said = all.some(({ says }) => says !== "little");
  return said
    ? lines.concat({ id: "sheet-balance-limits", values: [] })
    : lines;
}

/**
 * What a physiotherapist wants to see of the last 92 days, as lines of one screen;
 * `now` is in seconds since 1970. Every share has the number of answers that it
 * comes from.
 */
export function sheetLines(
  state: CoachState,
  checks: ReadonlyArray<LoneCheck>,
  facts: SheetFacts,
  now: number,
): SheetLine[] {
  const sessions = state.sessions.filter(({ start }) => start <= now + DAY);
  const first = sessions[0];
  if (!first) return [{ id: "sheet-empty", values: [] }];
  const { offset } = sessions[sessions.length - 1]!;
  const days = Math.max(1, Math.ceil((now - first.start) / DAY));
  const weekly = Math.round((sessions.length * 70) / Math.max(7, days)) / 10;
  const begun = usualAt(sessions, first.start + K.usualDays * DAY);
  const routing = routingOf(sessions, checks, now);
  return [
    {
      id: "sheet-period",
      values: [dayText(first.start, first.offset), dayText(now, offset)],
    },
    { id: "sheet-weekly", values: [weekly, facts.goal] },
    {
      id: "sheet-usual",
      values: [orNone(usualAt(sessions, now)), orNone(begun)],
    },
    ...answerLines(sessions),
    { id: "sheet-rests", values: [checks.length] },
    ...stepLines(state, offset),
    ...state.gates.map(gateLine),
    ...balanceLines(balances(state, now)),
    ...facts.health.map((id) => ({ id, values: [] })),
    ...routing.map((rule) => ({ id: "sheet-" + rule, values: [] })),
  ];
}

/**
 * The sheet as a text to copy; `say` puts values into the message of an id, `nameOf`
 * names an exercise by its key.
 */
export function sheetText(
  lines: ReadonlyArray<SheetLine>,
  say: (id: string, ...values: Array<string | number>) => string,
  nameOf: (key: string) => string,
): string {
  return lines
    .map(({ id, exercise, values }) =>
      exercise === undefined
        ? say(id, ...values)
        : say(id, nameOf(exercise), ...values),
    )
    .join("\n");
}
