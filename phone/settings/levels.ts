import { Item } from "../../common/routine";

/** How much of the full dose is asked for. */
export type Level = "starter" | "standard" | "full";

export const LEVELS: ReadonlyArray<Level> = ["starter", "standard", "full"];

/** Reps of a starter's set, at the least and at the most. */
const STARTER_REPS: readonly [number, number] = [5, 8];
const STARTER_SETS = 2;
/** A starter's hold; repeated, rather than held for longer (McGill). */
const STARTER_HOLD = 10;
/** Half way the repeats are longer, but still short. */
const STANDARD_HOLD = 20;
/** Longest rest between two short holds. */
const SHORT_REST = 10;

function starterReps(full: number): number {
  const [min, max] = STARTER_REPS;
  return Math.min(full, Math.max(min, Math.min(max, Math.round(full / 2))));
}

/** Seconds held in a starter's session, per side: half, in repeats of 10 s. */
function starterHold(item: Item): number {
  const repeats = Math.ceil((item.sets * item.hold) / 2 / STARTER_HOLD);
  return STARTER_HOLD * Math.max(STARTER_SETS, repeats);
}

function repeats(seconds: number, hold: number): number {
  return Math.min(10, Math.max(1, Math.round(seconds / hold)));
}

/** An item, given at its full dose, at another level. */
export function atLevel(full: Item, level: Level): Item {
  if (level === "full") return full;
  const item: Item = { ...full };
  const half = level === "standard";
  if (item.kind === "reps") {
    const least = starterReps(full.reps);
    const sets = Math.min(full.sets, STARTER_SETS);
    item.reps = half ? Math.round((least + full.reps) / 2) : least;
    item.sets = half ? Math.ceil((sets + full.sets) / 2) : sets;
    return item;
  }
  const short = half ? STANDARD_HOLD : STARTER_HOLD;
  if (full.hold <= short) return item;
  const least = starterHold(full);
  const seconds = half ? (least + full.sets * full.hold) / 2 : least;
  item.hold = short;
  item.sets = repeats(seconds, short);
  item.rest = Math.min(full.rest, SHORT_REST);
  return item;
}
