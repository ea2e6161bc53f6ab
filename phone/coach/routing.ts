import { Back } from "../../common/coach/ask";
import { Decision, LoneCheck } from "../../common/wire/coach";
import { lowerMedian } from "./back";
import { DAY } from "./constants";
import { CoachSession, known, worstLeg } from "./session";

/** A reason to have the back seen by somebody. */
export type Routing = "R-1" | "R-2" | "R-3" | "R-4" | "R-5" | "R-6" | "R-7";

/** The numbers of these rules are judgement. */
const N = {
  days: 14,
  legWorse: 2,
  legAlways: 4,
  badBacks: 3,
  answers: 4,
  rise: 2,
  stays: 42,
  stayingBack: 4,
  fell: 2,
  fellBy: 0.3,
  easyDays: 10,
  easy: 4,
} as const;

/** One time that the runner was asked, with a session or without. */
interface Occasion {
  at: number;
  /** Before the session; undefined where it was not answered. */
  back: number | undefined;
  /** The leg before, and the worst of before and after; -1 for none. */
  legBefore: number;
  leg: number;
  postRun: boolean;
  /** An easy session or none, for what was answered. */
  gaveWay: boolean;
}

function ofSession(session: CoachSession): Occasion {
  const { start, before, postRun, check } = session;
  const legBefore = known(check && check.legBefore);
  // An easy session of a calm back comes from a break.
  const sore = known(before) >= Back.Amber || legBefore >= 2;
  return {
    ...{ at: start, back: before, legBefore, postRun },
    leg: worstLeg(session),
    gaveWay: !!check && check.mode === "easy" && sore,
  };
}

function ofCheck({ at, back, leg, decision }: LoneCheck): Occasion {
  const answer = known(leg);
  return {
    ...{ at, back, legBefore: answer, leg: answer, postRun: false },
    gaveWay: decision === Decision.NotToday || decision === Decision.Stop,
  };
}

/** The median of the answers at rest from so many days before a moment on, if they are enough. */
function medianOf(
  occasions: ReadonlyArray<Occasion>,
  now: number,
  daysAgo: number,
): number | undefined {
  const to = now - daysAgo * DAY;
  const backs = occasions
    .filter(({ at, postRun }) => !postRun && at <= to && at > to - N.days * DAY)
    .map(({ back }) => back)
    .filter((back): back is number => back !== undefined);
  return backs.length >= N.answers ? lowerMedian(backs) : undefined;
}

/** every answer about the leg of two weeks says that it hurts. */
function hurtsAlways(recent: ReadonlyArray<Occasion>): boolean {
  const asked = recent.filter(({ legBefore }) => legBefore >= 0);
  return (
    asked.length >= N.legAlways &&
    asked.every(({ legBefore }) => legBefore >= 1)
  );
}

/** after six weeks it is still there, and hardly less. */
function stays(occasions: ReadonlyArray<Occasion>, now: number): boolean {
  const median = medianOf(occasions, now, 0);
  const then = medianOf(occasions, now, N.stays);
  if (median === undefined || then === undefined) return false;
  const fell = then - median;
  return median >= N.stayingBack && fell < N.fell && fell < N.fellBy * then;
}

/** two weeks are worse than the two before. */
function isWorse(occasions: ReadonlyArray<Occasion>, now: number): boolean {
  const median = medianOf(occasions, now, 0);
  const then = medianOf(occasions, now, N.days);
  return median !== undefined && then !== undefined && median - then >= N.rise;
}

/**
 * Why the runner should see somebody, the most urgent first. It never blocks
 * anything; with fewer answers than a rule names, it is silent. `now` is in
 * seconds since 1970.
 */
export function routingOf(
  sessions: ReadonlyArray<CoachSession>,
  checks: ReadonlyArray<LoneCheck>,
  now: number,
): Routing[] {
  const all = sessions
    .map(ofSession)
    .concat(checks.map(ofCheck))
    .filter(({ at }) => at <= now + DAY);
  const recent = all.filter(({ at }) => now - at < N.days * DAY);
  const count = (fits: (one: Occasion) => boolean): number =>
    recent.filter(fits).length;
  const easy = count(
    ({ at, gaveWay }) => gaveWay && now - at < N.easyDays * DAY,
  );
  const found: ReadonlyArray<readonly [Routing, boolean]> = [
    ["R-1", count(({ leg }) => leg === 3) > 0],
    ["R-2", count(({ leg }) => leg === 2) >= N.legWorse],
    ["R-3", count(({ back }) => known(back) >= Back.Red) >= N.badBacks],
    ["R-4", hurtsAlways(recent)],
    ["R-5", isWorse(all, now)],
    ["R-6", stays(all, now)],
    ["R-7", easy >= N.easy],
  ];
  return found.filter(([, fits]) => fits).map(([rule]) => rule);
}

/** The medians of the last 14 days and of the 14 before, with their number of answers. */
export interface BackTrend {
  median: number | undefined;
  answers: number;
  before: number | undefined;
  answersBefore: number;
}

/** How the back was at rest, for the page: the answers before sessions and without one. */
export function backTrend(
  sessions: ReadonlyArray<CoachSession>,
  checks: ReadonlyArray<LoneCheck>,
  now: number,
): BackTrend {
  const backs = (from: number): number[] =>
    sessions
      .map(ofSession)
      .concat(checks.map(ofCheck))
      .filter(({ at, postRun }) => {
        const days = (now - at) / DAY;
        return !postRun && days >= from && days < from + N.days;
      })
      .map(({ back }) => back)
      .filter((back): back is number => back !== undefined);
  const [these, those] = [backs(0), backs(N.days)];
  return {
    median: lowerMedian(these),
    answers: these.length,
    before: lowerMedian(those),
    answersBefore: those.length,
  };
}
