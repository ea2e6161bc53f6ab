import { idOf } from "../exercise-codes";
import { MAX_ITEMS, MOST_FLAGS, nameFault } from "../limits";
import { PItem, POST_RUN, RECORD_LENGTH } from "./pack-record";
import {
  ItemRecord,
  OUTCOMES,
  RECORD_VERSION,
  SessionRecord,
  isSessionId,
} from "../record";
import { Result, fault } from "../result";
import { CUSTOM } from "../routine";
import { isList, isRow, versionFault } from "./routine";

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

function whole(value: unknown, min: number, max: number): value is number {
  return (
    typeof value === "number" &&
    value >= min &&
    value <= max &&
    Math.floor(value) === value
  );
}

/** Highest counts of an item, far above 10 sets of 50 reps. */
const ROW_MAX = [0, 1, 99, 9999, LONGEST, 9999, LONGEST];

/** An item's entries, those of a right side only where there is one. */
function unpackItem(row: unknown): ItemRecord | undefined {
  if (!isRow(row, 5) && !isRow(row, 7)) return undefined;
  for (let i = 1; i < row.length; i++) {
    if (!whole(row[i], 0, ROW_MAX[i]!)) return undefined;
  }
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
    skipped: row[1] === 1,
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
  const version = versionFault(packed[0], RECORD_VERSION);
  if (version) return version;
  if (packed.length !== RECORD_LENGTH) {
    return fault("record", packed.length + " entries", String(RECORD_LENGTH));
  }
  const ranges = packed[0] === 1 ? RANGES_1 : RANGES;
  for (const place in ranges) {
    const [min, max] = ranges[place]!;
    if (!whole(packed[place], min, max)) {
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
  const items: ItemRecord[] = [];
  for (let i = 0; i < rows.length; i++) {
    const item = unpackItem(rows[i]);
    if (!item) return fault("items[" + i + "]", rows[i], "a known item");
    items.push(item);
  }
  const n = packed as number[];
  const record: SessionRecord = {
    version: RECORD_VERSION,
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
  return { ok: true, value: record };
}
