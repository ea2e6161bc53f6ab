import { idOf } from "../exercise-codes";
import { MAX_ITEMS, MOST_FLAGS, nameFault } from "../limits";
import {
  CHECK_LENGTH,
  ItemBit,
  PItem,
  POST_RUN,
  RECORD_LENGTH,
} from "./pack-record";
import {
  CHECKED_VERSION,
  Check,
  HURTS,
  ItemRecord,
  MODES,
  OUTCOMES,
  SessionRecord,
  UNCHECKED_VERSION,
  isSessionId,
} from "../record";
import { Result, fault } from "../result";
import { CUSTOM } from "../routine";
import { isList, isRow, isWhole, versionFault } from "./routine";

export { packRecord, type PackedRecord } from "./pack-record";

/** Session time is 32 bits of ms; this is as much in tenths of a second. */
const LONGEST = 42949673;

/** Lowest and highest value of each number of a record, by its place. */
const RANGES: { readonly [place: number]: readonly [number, number] } = {
  2: [0, 4294967295],
  4: [0, 4294967295],
  5: [-900, 900],
  6: [0, LONGEST],
  7: [0, LONGEST],
  8: [0, OUTCOMES.length - 1],
  9: [-1, 300],
  10: [-1, 300],
  11: [-1, 100000],
  12: [-1, 10],
  13: [-1, 10],
  14: [0, MOST_FLAGS],
};

/** The same in version 1, in which the flags were `POST_RUN` or nothing. */
const RANGES_1: typeof RANGES = { ...RANGES, 14: [0, POST_RUN] };

/** Lowest and highest value of each number of a check, by its place. */
const CHECK_RANGES: ReadonlyArray<readonly [number, number]> = [
  [-1, 3],
  [-1, 3],
  [-1, 3],
  [-1, 1],
  [0, MODES.length - 1],
  [0, 1],
  [-1, 1440],
];

/** Highest counts of an item, far above 10 sets of 50 reps. */
const ROW_MAX = [0, 1, 99, 9999, LONGEST, 9999, LONGEST];

/** The bits of an item's second entry with what hurt, of which there is one at most. */
const HURT_BITS: ReadonlyArray<number> = [0].concat(
  HURTS.map((_, i) => ItemBit.Hurt << i),
);

/** An item's entries, those of a right side only where there is one. */
function unpackItem(
  row: unknown,
  checked: boolean,
  completed: boolean,
): ItemRecord | undefined {
  if (!isRow(row, 5) && !isRow(row, 7)) return undefined;
  const bits = checked ? row[1]! : row[1]! === 1 ? ItemBit.Skipped : 0;
  const hurt = HURT_BITS.indexOf(bits & ~(ItemBit.Skipped | ItemBit.Full));
  for (let i = 1; i < row.length; i++) {
    const most = checked && i === PItem.Bits ? 31 : ROW_MAX[i]!;
    if (!isWhole(row[i], 0, most)) return undefined;
  }
  if (hurt < 0) return undefined;
  const what = row[0] as unknown;
  const custom = typeof what === "string";
  const exercise = custom ? CUSTOM : idOf(what);
  if (!exercise || (custom && nameFault("", what))) return undefined;
  const sided = row.length === 7;
  return {
    exercise,
    name: custom ? what : "",
    sets: row[2]!,
    reps: sided ? [row[3]!, row[5]!] : [row[3]!],
    holdSeconds: sided ? [row[4]! / 10, row[6]! / 10] : [row[4]! / 10],
    skipped: (bits & ItemBit.Skipped) !== 0,
    full: checked ? (bits & ItemBit.Full) !== 0 : completed,
    ...(hurt ? { hurt: HURTS[hurt - 1]! } : {}),
  };
}

/** A check's entries; undefined for what is none. */
function unpackCheck(packed: unknown): Check | undefined {
  if (!isList(packed) || packed.length !== CHECK_LENGTH) return undefined;
  const fits = CHECK_RANGES.every(([min, max], i) =>
    isWhole(packed[i], min, max),
  );
  if (!fits || packed[2] === 0) return undefined;
  return {
    legBefore: optional(packed[0]) as Check["legBefore"],
    legAfter: optional(packed[1]) as Check["legAfter"],
    effort: optional(packed[2]) as Check["effort"],
    morning: optional(packed[3]) as Check["morning"],
    mode: MODES[packed[4] as number]!,
    firstSide: packed[5] as Check["firstSide"],
    runMinutes: optional(packed[6]),
  };
}

/**
 * The entries of each item, whichever way they are packed; undefined where they
 * are no list of items.
 */
function rowsOf(items: unknown): unknown[] | undefined {
  if (!isList(items) || isList(items[0])) return items as undefined;
  const rows: unknown[] = [];
  for (let at = 0; at < items.length; at += PItem.Size) {
    const row = items.slice(at, at + PItem.Size);
    const sided = row[PItem.SecondReps] !== -1 || row[PItem.SecondHold] !== -1;
    rows.push(sided ? row : row.slice(0, PItem.SecondReps));
  }
  return rows;
}

function optional(value: unknown): number | undefined {
  return value === -1 ? undefined : (value as number);
}

/**
 * Reads a packed record of this version or one before. Garbage, a newer version
 * and bad values are refused.
 */
export function unpackRecord(packed: unknown): Result<SessionRecord> {
  if (!isList(packed)) return fault("record", packed, "a list of 16 entries");
  const version = versionFault(packed[0], CHECKED_VERSION);
  if (version) return version;
  const checked = packed[0] === CHECKED_VERSION;
  const length = RECORD_LENGTH + (checked ? 1 : 0);
  if (packed.length !== length) {
    return fault("record", packed.length + " entries", String(length));
  }
  const ranges = packed[0] === 1 ? RANGES_1 : RANGES;
  for (const place in ranges) {
    const [min, max] = ranges[place]!;
    if (!isWhole(packed[place], min, max)) {
      return fault("record[" + place + "]", packed[place], min + " to " + max);
    }
  }
  const id = packed[1];
  if (!isSessionId(id)) return fault("id", id, "a session id");
  const name = packed[3];
  const named = nameFault("routine", name);
  if (named) return { ok: false, fault: named };
  const rows = rowsOf(packed[15]);
  if (!isList(rows) || rows.length < 1 || rows.length > MAX_ITEMS) {
    return fault("items", rows, "a list of 1 to " + MAX_ITEMS);
  }
  const check = checked ? unpackCheck(packed[RECORD_LENGTH]) : undefined;
  if (checked && !check) {
    return fault("check", packed[RECORD_LENGTH], "a list of " + CHECK_LENGTH);
  }
  const completed = OUTCOMES[packed[8] as number] === "completed";
  const items: ItemRecord[] = [];
  for (let i = 0; i < rows.length; i++) {
    const item = unpackItem(rows[i], checked, completed);
    if (!item) return fault("items[" + i + "]", rows[i], "a known item");
    items.push(item);
  }
  const n = packed as number[];
  const record: SessionRecord = {
    version: checked ? CHECKED_VERSION : UNCHECKED_VERSION,
    id,
    revision: n[2]!,
    routine: name as string,
    start: n[4]!,
    offset: n[5]!,
    activeSeconds: n[6]! / 10,
    pausedSeconds: n[7]! / 10,
    outcome: OUTCOMES[n[8]!]!,
    items,
    calories: optional(n[11]),
    backBefore: optional(n[12]),
    backAfter: optional(n[13]),
    postRun: (n[14]! & POST_RUN) !== 0,
  };
  if (n[9]! >= 0 && n[10]! >= 0) {
    record.heartRate = { average: n[9]!, max: n[10]! };
  }
  if (check) record.check = check;
  return { ok: true, value: record };
}
