import { MAX_ITEMS } from "../../common/limits";
import { Item } from "../../common/routine";
import { Reader } from "./reader";

/** Most rounds of a circuit. */
export const MAX_ROUNDS = 10;

/** A list of exercises, and how often it is done from start to end. */
export interface Circuit {
  items: Item[];
  rounds: number;
}

/** Every exercise in the order in which it is done, as the watch gets it. */
export function unrolled({ items, rounds }: Circuit): Item[] {
  const all: Item[] = [];
  for (let round = 0; round < rounds; round++) all.push(...items);
  return all;
}

function isSame(item: Item, other: Item): boolean {
  const fields = Object.keys(item) as Array<keyof Item>;
  return fields.every((field) => item[field] === other[field]);
}

/** The shortest list of which these exercises are rounds; one round where there is none. */
export function circuitOf(all: ReadonlyArray<Item>): Circuit {
  for (let length = 1; length < all.length; length++) {
    const rounds = all.length / length;
    if (rounds % 1 !== 0 || rounds > MAX_ROUNDS) continue;
    if (all.every((item, i) => isSame(item, all[i % length]!)))
      return { items: all.slice(0, length), rounds };
  }
  return { items: all.slice(), rounds: 1 };
}

/**
 * The rounds that the settings ask for; fewer where no more than 40 exercises would
 * fit, and a note says so.
 */
export function readRounds(reader: Reader, items: number): number {
  const wanted = reader.number("rounds", [1, MAX_ROUNDS, 1], 1);
  const most = Math.max(1, Math.floor(MAX_ITEMS / Math.max(1, items)));
  if (wanted <= most) return wanted;
  reader.refuse("rounds", wanted, String(most), "items");
  return most;
}
