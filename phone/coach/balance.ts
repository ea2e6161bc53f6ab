import { EXERCISES } from "../../common/exercises";
import { DAY } from "./constants";
import { CoachSession, itemOf } from "./session";

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

/** Sessions in which a side fell short of the dose; full ones are equal by construction. */
function shortSessions(
  sessions: ReadonlyArray<CoachSession>,
  key: string,
  now: number,
): Short[] {
  const short: Short[] = [];
  sessions.forEach((session) => {
    const item = itemOf(session, key);
    const { check } = session;
    if (!item || !check || item.full || !item.sides) return;
    const [left, right] = item.sides;
    const old = now - session.start > N.days * DAY;
    if (old || !left || !right) return;
    short.push({ sides: item.sides, firstSide: check.firstSide });
  });
  return short;
}

function sumOf(values: ReadonlyArray<number>): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** What the last six weeks say of one exercise; `now` is in seconds since 1970. */
function balanceOf(
  sessions: ReadonlyArray<CoachSession>,
  exercise: string,
  held: boolean,
  now: number,
): Balance {
  const short = shortSessions(sessions, exercise, now);
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

/** What the last six weeks say of each exercise of two sides that was done in them. */
export function balances(
  sessions: ReadonlyArray<CoachSession>,
  now: number,
): Balance[] {
  return COMPARED.filter((key) =>
    sessions.some((session) => !!itemOf(session, key)),
  ).map((key) => {
    const held = EXERCISES.some(
      ({ id, kind }) => id === key && kind === "hold",
    );
    return balanceOf(sessions, key, held, now);
  });
}
