import {
  OUTCOMES,
  Outcome,
  SessionRecord,
  isSessionId,
  total,
} from "../../common/record";
import { Merged, packMerged, unpackMerged } from "../../common/wire/link";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { isList } from "../../common/wire/routine";
import { fromJson } from "../keyed";

/** A session of which a full phone kept the essentials only. */
export interface Brief {
  id: string;
  /** Seconds since 1970 and minutes east of UTC. */
  start: number;
  offset: number;
  outcome: Outcome;
  activeSeconds: number;
  sets: number;
  reps: number;
  holdSeconds: number;
}

/** One entry of the history. */
export type Entry =
  | { kind: "session"; record: SessionRecord }
  | { kind: "brief"; brief: Brief }
  | { kind: "merged"; merged: Merged };

/** What an entry adds to the totals; seconds in tenths. */
export interface Figures {
  sessions: number;
  active: number;
  sets: number;
  reps: number;
  hold: number;
}

/** Letters of the shortest list that is an entry: refusing a scrap by its length costs far less than parsing it. */
const SHORTEST = "[0,0,0,0,0,0,0]".length;

function tenths(seconds: number): number {
  return Math.round(seconds * 10);
}

function packBrief(brief: Brief): unknown[] {
  return [
    brief.start,
    brief.offset,
    OUTCOMES.indexOf(brief.outcome),
    tenths(brief.activeSeconds),
    brief.sets,
    brief.reps,
    tenths(brief.holdSeconds),
  ];
}

function unpackBrief(id: string, packed: unknown[]): Brief | undefined {
  const numbers = packed.map((value) =>
    typeof value === "number" ? value : 0,
  );
  const [start, offset] = [numbers[0]!, numbers[1]!];
  const outcome = OUTCOMES[numbers[2]!];
  const dated = start >= 0 && start <= 4294967295 && Math.abs(offset) <= 900;
  if (!isSessionId(id) || !outcome || !dated) return undefined;
  return {
    id,
    start,
    offset,
    outcome,
    activeSeconds: numbers[3]! / 10,
    sets: numbers[4]!,
    reps: numbers[5]!,
    holdSeconds: numbers[6]! / 10,
  };
}

export function idOf(entry: Entry): string {
  return entry.kind === "session"
    ? entry.record.id
    : entry.kind === "brief"
      ? entry.brief.id
      : entry.merged.id;
}

/** Seconds since 1970 at which it began; of a summary, its newest session. */
export function startOf(entry: Entry): number {
  return entry.kind === "session"
    ? entry.record.start
    : entry.kind === "brief"
      ? entry.brief.start
      : entry.merged.lastStart;
}

export function figuresOf(entry: Entry): Figures {
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

/** The same session without what was done of each exercise. */
export function shortened(entry: Entry): Entry {
  if (entry.kind !== "session") return entry;
  const { id, start, offset, outcome, activeSeconds } = entry.record;
  const { sets, reps, hold } = figuresOf(entry);
  return {
    kind: "brief",
    brief: {
      id,
      start,
      offset,
      outcome,
      activeSeconds,
      sets,
      reps,
      holdSeconds: hold / 10,
    },
  };
}

/**
 * An entry as it is stored: its id, a space and a JSON list, which is a packed
 * record (16 entries), a merged summary (9) or a brief (7).
 */
export function lineOf(entry: Entry): string {
  const packed =
    entry.kind === "session"
      ? packRecord(entry.record)
      : entry.kind === "brief"
        ? packBrief(entry.brief)
        : packMerged(entry.merged);
  return idOf(entry) + " " + JSON.stringify(packed);
}

/** Reads a stored entry; undefined for anything that is none. */
export function readLine(line: string): Entry | undefined {
  const space = line.indexOf(" ");
  const text = line.slice(space + 1);
  const packed = text.length < SHORTEST ? undefined : fromJson(text);
  if (!isList(packed)) return undefined;
  if (packed.length === 7) {
    const brief = unpackBrief(line.slice(0, space), packed);
    return brief && { kind: "brief", brief };
  }
  if (packed.length === 9) {
    const merged = unpackMerged(packed);
    return merged.ok ? { kind: "merged", merged: merged.value } : undefined;
  }
  const record = unpackRecord(packed);
  return record.ok ? { kind: "session", record: record.value } : undefined;
}
