import { EXERCISES } from "../../common/exercises";
import { DAY } from "./constants";
import { CoachSession, itemOf } from "./session";
import { CoachState, Counted } from "./state";

/** Exercises whose sides are compared. */
const COMPARED: ReadonlyArray<string> = [
  "side-plank",
  "bird-dog",
  "dead-bug",
  "side-leg-raise",
  "single-leg-hip-raise",
];

/**
 * From when on a difference is told. A side bridge alone is off by about 11 s
 * (Juan-Recio 2022), so the popular 10 % would tell too much.
 */
const N = {
  days: 42,
  sessions: 6,
  share: 0.15,
  seconds: 10,
  reps: 2,
  sameSide: 0.8,
  begunOnEach: 2,
  /** So long after a difference was first told, the count begins anew. */
  anew: 28,
} as const;

/** What the sides of an exercise say. */
export interface Balance {
  exercise: string;
  /** A side gives up earlier, none does, or there is too little to say. */
  says: "left" | "right" | "even" | "little";
  /** Sessions in which a side fell short, and those in which this side did. */
  sessions: number;
  times: number;
  /** By how much it was less, in percent. */
  percent: number;
}

interface Short {
  sides: readonly [left: number, right: number];
  firstSide: number;
}

/** Since when an exercise is counted, at a moment (seconds since 1970). */
function countedAt(
  { counted }: Pick<CoachState, "counted">,
  key: string,
  now: number,
): Counted {
  const there = counted[key] || { from: 0, told: 0 };
  const anew = there.told + N.anew * DAY;
  return there.told && now >= anew ? { from: anew, told: 0 } : there;
}

/** Sessions in which a side fell short of the dose; full ones are equal by construction. */
function shortSessions(
  sessions: ReadonlyArray<CoachSession>,
  key: string,
  from: number,
): Short[] {
  const short: Short[] = [];
  sessions.forEach((session) => {
    const item = itemOf(session, key);
    const { check } = session;
    if (!item || !check || item.full || !item.sides) return;
    const [left, right] = item.sides;
    if (session.start < from || !left || !right) return;
    short.push({ sides: item.sides, firstSide: check.firstSide });
  });
  return short;
}

function sumOf(values: ReadonlyArray<number>): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** What the sessions from a moment (seconds since 1970) on say of one exercise. */
function balanceOf(
  sessions: ReadonlyArray<CoachSession>,
  exercise: string,
  held: boolean,
  from: number,
): Balance {
  const short = shortSessions(sessions, exercise, from);
  const count = short.length;
  const little = { exercise, sessions: count, times: 0, percent: 0 };
  const begun = sumOf(short.map(({ firstSide }) => firstSide));
  const onEach = Math.min(begun, count - begun);
  if (count < N.sessions || onEach < N.begunOnEach)
    return { ...little, says: "little" };
  const left = sumOf(short.map(({ sides }) => sides[0]));
  const right = sumOf(short.map(({ sides }) => sides[1]));
  const weaker = left < right ? "left" : "right";
  const less = Math.abs(left - right);
  const share = less / Math.max(left, right);
  const times = short.filter(({ sides: [a, b] }) =>
    weaker === "left" ? a < b : b < a,
  ).length;
  const enough =
    share >= N.share &&
    less / count >= (held ? N.seconds : N.reps) &&
    times >= N.sameSide * count;
  if (!enough) return { ...little, says: "even" };
  const percent = Math.round(share * 100);
  return { ...little, says: weaker, times, percent };
}

/**
 * What is said of each exercise of two sides that was done, at a moment (seconds since
 * 1970): by the last six weeks, and from four weeks after a difference was told on by
 * what came since then alone (F-5).
 */
export function balances(
  state: Pick<CoachState, "sessions" | "counted">,
  now: number,
): Balance[] {
  const { sessions } = state;
  return COMPARED.filter((key) =>
    sessions.some((session) => !!itemOf(session, key)),
  ).map((key) => {
    const held = EXERCISES.some(
      ({ id, kind }) => id === key && kind === "hold",
    );
    const { from } = countedAt(state, key, now);
    return balanceOf(sessions, key, held, Math.max(from, now - N.days * DAY));
  });
}

/** Whether one side gives up earlier. */
export function isDifferent({ says }: Balance): boolean {
  return says === "left" || says === "right";
}

/** The state that remembers which differences are told after its newest session. */
export function withCounted(state: CoachState, now: number): CoachState {
  const different = balances(state, now).filter(isDifferent);
  const keys = different.map(({ exercise }) => exercise);
  const counted: { [key: string]: Counted } = {};
  COMPARED.forEach((key) => {
    const there = countedAt(state, key, now);
    const told = there.told || (keys.indexOf(key) < 0 ? 0 : now);
    if (there.from || told) counted[key] = { from: there.from, told };
  });
  return { ...state, counted };
}
