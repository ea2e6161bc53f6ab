import { LoneCheck } from "../../common/wire/coach";
import { weekOf } from "../../common/weeks";
import { fieldsOf, fromJson } from "../json";
import { usualAt } from "./back";
import { Balance, balances } from "./balance";
import { isOffered } from "./gates";
import { SheetFacts, SheetLine, sheetLines } from "./physio";
import { BackTrend, Routing, backTrend, routingOf } from "./routing";
import { doubted, isOpenable, takeBackOf } from "./runner";
import { CoachState, Moment, waiting } from "./state";
import { CoachWeek, coachWeeks } from "./weeks";

/** How many weeks the page shows. */
const WEEKS = 12;

/** How things stand, for the page. */
export interface CoachView {
  /** The usual back; undefined while it is not known. */
  usual: number | undefined;
  trend: BackTrend;
  /** Why to see somebody, the most urgent first. */
  routing: Routing[];
  balance: Balance[];
  /** The suggestion that waits can be done; the newest change can be taken back. */
  canDo: boolean;
  canTakeBack: boolean;
  /** Exercises whose raise stands no longer on the corrected answers. */
  doubted: string[];
  /** Exercises to be tried again, and those that the runner's switch can open. */
  offered: string[];
  openable: string[];
  /** The last twelve, oldest first. */
  weeks: CoachWeek[];
  /** What a physiotherapist wants to see, as `sheetText` takes it. */
  sheet: SheetLine[];
}

/** The view at a moment; weeks begin so many days before Monday. */
export function coachView(
  state: CoachState,
  checks: ReadonlyArray<LoneCheck>,
  now: Moment,
  before: number,
  facts: SheetFacts,
): CoachView {
  const { sessions, gates, log } = state;
  const { start, offset } = now;
  const week = weekOf(start, offset, before);
  return {
    usual: usualAt(sessions, start),
    trend: backTrend(sessions, checks, start),
    routing: routingOf(sessions, checks, start),
    balance: balances(state, start),
    canDo: waiting(state) !== undefined,
    canTakeBack: takeBackOf(state).length > 0,
    doubted: doubted(state),
    offered: gates.filter(isOffered).map(({ exercise }) => exercise),
    openable: gates
      .map(({ exercise }) => exercise)
      .filter((exercise) => isOpenable(state, exercise, now)),
    weeks: coachWeeks(sessions, log, week - WEEKS + 1, week, before, offset),
    sheet: sheetLines(state, checks, facts, start),
  };
}

/**
 * The view that the companion has written; undefined for anything else. It is the
 * companion's alone, so that its inner values are taken as they are.
 */
export function readCoachView(text: unknown): CoachView | undefined {
  const view = fieldsOf(fromJson(text));
  const lists = [
    ...["routing", "balance", "doubted", "offered", "openable"],
    ...["weeks", "sheet"],
  ];
  const whole = lists.every((name) => Array.isArray(view[name]));
  return whole && typeof view.trend === "object" && view.trend !== null
    ? (view as unknown as CoachView)
    : undefined;
}
