import {
  CHECKED_VERSION,
  Check,
  HURTS,
  Hurt,
  ItemRecord,
  OUTCOMES,
  Outcome,
  SessionRecord,
  UNCHECKED_VERSION,
} from "../../common/record";
import { Result, fault } from "../../common/result";
import { CUSTOM } from "../../common/routine";
import { LINK_VERSION, unpackMerged } from "../../common/wire/link";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { fieldsOf, fromJson, wholeOr } from "../json";
import { readBrief } from "./brief-session";
import { HistoryEntry } from "./entry";
import { MAX_SUM, tenths } from "./sums";

type Fields = ReturnType<typeof fieldsOf>;

/** A number as it stands there; what is none fails every check of a range. */
function number(value: unknown): number {
  return typeof value === "number" ? value : NaN;
}

function optional(value: unknown): number | undefined {
  return value === undefined ? undefined : number(value);
}

function itemOf(value: unknown): ItemRecord {
  const fields = fieldsOf(value);
  const sides = fieldsOf(fields.sides);
  const done = fields.sides
    ? [fieldsOf(sides.left), fieldsOf(sides.right)]
    : [fields];
  return {
    exercise: String(fields.exercise),
    name: fields.exercise === CUSTOM ? (fields.name as string) : "",
    sets: number(fields.sets),
    reps: done.map(({ reps }) => number(reps)),
    holdSeconds: done.map(({ holdSeconds }) => number(holdSeconds)),
    skipped: fields.skipped === true,
    full: fields.full === true,
    hurt: fields.hurt as ItemRecord["hurt"],
  };
}

/** The answers of an exported line, to be checked with the record. */
function checkOf(fields: Fields): Check {
  return {
    legBefore: optional(fields.legBefore) as Check["legBefore"],
    legAfter: optional(fields.legAfter) as Check["legAfter"],
    effort: optional(fields.effort) as Check["effort"],
    morning: optional(fields.morning) as Check["morning"],
    mode: fields.mode as Check["mode"],
    firstSide: number(fields.firstSide) as Check["firstSide"],
    runMinutes: optional(fields.runMinutes),
  };
}

/** The record of an exported line, which may hold anything: to be checked. */
function recordOf(fields: Fields): SessionRecord {
  const heart = fieldsOf(fields.heartRate);
  return {
    version: fields.check ? CHECKED_VERSION : UNCHECKED_VERSION,
    id: fields.id as string,
    revision: number(fields.revision),
    routine: fields.routine as string,
    start: number(fields.start),
    offset: number(fields.offset),
    activeSeconds: number(fields.activeSeconds),
    pausedSeconds: number(fields.pausedSeconds),
    outcome: fields.outcome as Outcome,
    items: (fields.items as unknown[]).map(itemOf),
    heartRate: fields.heartRate
      ? { average: number(heart.average), max: number(heart.max) }
      : undefined,
    calories: optional(fields.calories),
    backBefore: optional(fields.backBefore),
    backAfter: optional(fields.backAfter),
    postRun: fields.postRun === true,
    check: fields.check ? checkOf(fieldsOf(fields.check)) : undefined,
  };
}

/** Reads one line of a JSON export, as `entryLine` makes it. */
function readLine(line: unknown): Result<HistoryEntry> {
  const fields = fieldsOf(line);
  if (Array.isArray(fields.items)) {
    const unknown = fields.items
      .map((item) => fieldsOf(item).hurt)
      .filter((hurt) => hurt !== undefined && HURTS.indexOf(hurt as Hurt) < 0);
    if (unknown.length) return fault("hurt", unknown[0], HURTS.join(" or "));
    const record = unpackRecord(packRecord(recordOf(fields)));
    return record.ok
      ? { ok: true, value: { kind: "session", record: record.value } }
      : record;
  }
  const { id, outcome, start, firstStart = start, sessions } = fields;
  const work = [
    tenths(number(fields.activeSeconds)),
    number(fields.sets),
    number(fields.reps),
    tenths(number(fields.holdSeconds)),
  ];
  if (outcome === "merged") {
    const times = [id, firstStart, start, sessions];
    const merged = unpackMerged([LINK_VERSION, ...times, ...work]);
    return merged.ok
      ? { ok: true, value: { kind: "merged", merged: merged.value } }
      : merged;
  }
  const code = OUTCOMES.indexOf(outcome as Outcome);
  const numbers = [number(start), number(fields.offset), code, ...work];
  const good = work.every((one) => wholeOr(one, -1, MAX_SUM) >= 0);
  const brief = good ? readBrief(String(id), numbers) : undefined;
  return brief
    ? { ok: true, value: { kind: "brief", brief } }
    : fault("session", line, "a session as an export has it");
}

/** What a JSON export holds. */
export interface ExportedHistory {
  entries: HistoryEntry[];
  /** How many of its lines cannot be used, such as those of a newer app. */
  unusable: number;
}

/**
 * Reads a JSON export of the history, one part or all of it; line breaks may
 * be missing. A line that cannot be used is counted and left out.
 */
export function readExport(text: string): Result<ExportedHistory> {
  const lines = fromJson(text.replace(/^\ufeff/, ""));
  if (!Array.isArray(lines)) {
    return fault("export", text, "a history exported as JSON, all of it");
  }
  const read = lines.map(readLine);
  const entries: HistoryEntry[] = [];
  read.forEach((one) => one.ok && entries.push(one.value));
  return {
    ok: true,
    value: { entries, unusable: lines.length - entries.length },
  };
}
