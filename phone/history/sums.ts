import { total } from "../../common/record";
import { wholeOr } from "../json";
import { HistoryEntry } from "./entry";

/** What the history sums up, by the key in the store. */
export const SUM_KEYS = ["sessions", "active", "sets", "reps", "hold"] as const;

/** Sums over sessions: `active` and `hold` in tenths of a second. */
export type Sums = { [key in (typeof SUM_KEYS)[number]]: number };

/** The sums with their times in seconds, as exports and tools give them. */
export interface SumsInSeconds {
  activeSeconds: number;
  sessions: number;
  sets: number;
  reps: number;
  holdSeconds: number;
}

export const NO_SUMS: Readonly<Sums> = {
  sessions: 0,
  active: 0,
  sets: 0,
  reps: 0,
  hold: 0,
};

/** The highest number that is read: adding to it stays exact (below 2^53). */
export const MAX_SUM = 1e15;

/** Whole tenths of a second. */
export function tenths(seconds: number): number {
  return Math.round(seconds * 10);
}

/** What an entry adds to the sums. */
export function sumsOf(entry: HistoryEntry): Sums {
  if (entry.kind === "session") {
    const { items, activeSeconds } = entry.record;
    return {
      sessions: 1,
      active: tenths(activeSeconds),
      sets: total(items.map((item) => item.sets)),
      reps: total(items.map((item) => total(item.reps))),
      hold: tenths(total(items.map((item) => total(item.holdSeconds)))),
    };
  }
  const given = entry.kind === "brief" ? entry.brief : entry.merged;
  return {
    sessions: entry.kind === "brief" ? 1 : entry.merged.sessions,
    active: tenths(given.activeSeconds),
    sets: given.sets,
    reps: given.reps,
    hold: tenths(given.holdSeconds),
  };
}

/** A sum for each key, by what `valueOf` says. */
function sumsBy(valueOf: (key: keyof Sums) => number): Sums {
  const sums: Sums = { ...NO_SUMS };
  SUM_KEYS.forEach((key) => (sums[key] = valueOf(key)));
  return sums;
}

export function addSums(a: Sums, b: Sums): Sums {
  return sumsBy((key) => a[key] + b[key]);
}

/** What is left of `a` without `b`, which was added before. */
export function subtractSums(a: Sums, b: Sums): Sums {
  return sumsBy((key) => Math.max(0, a[key] - b[key]));
}

/** The sums alone of a value that has more fields. */
export function pickSums(from: Sums): Sums {
  return sumsBy((key) => from[key]);
}

/** Reads stored sums; `otherwise` stands for each that is missing or wrong. */
export function readSums(
  fields: { readonly [key: string]: unknown },
  otherwise: number,
): Sums {
  return sumsBy((key) => wholeOr(fields[key], otherwise, MAX_SUM));
}

export function sumsInSeconds(sums: Sums): SumsInSeconds {
  return {
    activeSeconds: sums.active / 10,
    sessions: sums.sessions,
    sets: sums.sets,
    reps: sums.reps,
    holdSeconds: sums.hold / 10,
  };
}
