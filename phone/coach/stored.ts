import { HistoryEntry, entryId } from "../history/entry";
import { fieldsOf, wholeOr } from "../json";
import { DAY, K } from "./constants";
import { Gate, GateReason } from "./gate";
import { coachSession } from "./session";
import {
  Change,
  CoachState,
  Counted,
  ExerciseState,
  GateMove,
  Moment,
  Rule,
  atStep,
  newCoach,
} from "./state";
import { stepsOf } from "./steps";

const RULES: ReadonlyArray<Rule> = [
  ...(["B-2", "B-3", "B-4", "B-5", "D-B", "D-1", "D-2"] as const),
  ...(["D-3", "D-4", "D-5", "D-6", "runner"] as const),
];
const MOVES: ReadonlyArray<GateMove> = [
  ...(["out", "offered", "trial", "in", "closed"] as const),
];
const REASONS: ReadonlyArray<GateReason> = ["leg", "back", "elsewhere"];

type Fields = ReturnType<typeof fieldsOf>;

/** Minutes east of UTC, of a stored moment; 0 for what is none. */
function offsetOf(value: unknown): number {
  return typeof value === "number" && Math.abs(value) <= 900 ? value : 0;
}

function momentOf(value: unknown): Moment | undefined {
  const { start, offset } = fieldsOf(value);
  const seconds = wholeOr(start, -1);
  return seconds < 0 ? undefined : { start: seconds, offset: offsetOf(offset) };
}

function exercisesOf(value: unknown): CoachState["exercises"] {
  const fields = fieldsOf(value);
  const exercises: { [key: string]: ExerciseState } = {};
  Object.keys(fields).forEach((key) => {
    const stored = fieldsOf(fields[key]);
    const step = wholeOr(stored.step, -1, stepsOf(key).length - 1);
    if (step < 0) return;
    const exercise = atStep(step);
    (Object.keys(exercise) as Array<keyof ExerciseState>).forEach((field) => {
      exercise[field] = wholeOr(stored[field], 0);
    });
    exercises[key] = exercise;
  });
  return exercises;
}

function countedOf(value: unknown): CoachState["counted"] {
  const fields = fieldsOf(value);
  const counted: { [key: string]: Counted } = {};
  Object.keys(fields).forEach((key) => {
    const { from, told } = fieldsOf(fields[key]);
    counted[key] = { from: wholeOr(from, 0), told: wholeOr(told, 0) };
  });
  return counted;
}

/** A stored gate; undefined for what is none. */
export function readGate(fields: Fields): Gate | undefined {
  const { exercise, reason } = fields;
  const since = wholeOr(fields.since, -1);
  if (typeof exercise !== "string" || since < 0) return undefined;
  if (REASONS.indexOf(reason as GateReason) < 0) return undefined;
  return {
    ...{ exercise, reason: reason as GateReason, since },
    offset: offsetOf(fields.offset),
    calm: wholeOr(fields.calm, 0),
    offered: fields.offered === true,
    trial: wholeOr(fields.trial, 0),
    trials: wholeOr(fields.trials, 0),
    closed: fields.closed === true,
  };
}

function whyOf(value: unknown): Change["why"] {
  const fields = fieldsOf(value);
  const why: Change["why"] = {};
  Object.keys(fields).forEach((name) => {
    const number = fields[name];
    if (typeof number === "number") why[name] = number;
  });
  return why;
}

function changeOf(fields: Fields): Change | undefined {
  const { rule, exercise, session, gate } = fields;
  const at = wholeOr(fields.at, -1);
  const known = RULES.indexOf(rule as Rule) >= 0 && at >= 0;
  if (!known || typeof exercise !== "string") return undefined;
  return {
    ...{ rule: rule as Rule, exercise, at },
    from: wholeOr(fields.from, 0),
    to: wholeOr(fields.to, 0),
    session: typeof session === "string" ? session : "",
    why: whyOf(fields.why),
    ...(MOVES.indexOf(gate as GateMove) < 0 ? {} : { gate: gate as GateMove }),
    ...(fields.waits === true ? { waits: true } : {}),
    ...(fields.undone === true ? { undone: true } : {}),
    ...(fields.doubted === true ? { doubted: true } : {}),
  };
}

/** The values of a list that are what `read` takes for good. */
function listOf<T>(
  value: unknown,
  read: (fields: Fields) => T | undefined,
): T[] {
  return (Array.isArray(value) ? value : [])
    .map((one: unknown) => read(fieldsOf(one)))
    .filter((one): one is T => one !== undefined);
}

/** The changes of a list, as the log and the page's key have them. */
export function readChanges(value: unknown): Change[] {
  return listOf(value, changeOf);
}

/** What is stored of a coach; its sessions are those of the history. */
export interface StoredCoach {
  state: CoachState;
  /** Ids of the sessions of the last 92 days that were decided upon. */
  seen: string[];
  /** The level that the settings had; empty before there was any. */
  level: string;
  /** Its steps and gates may not be in the settings yet. */
  unwritten: boolean;
  /** The correction that was made last, so that it is not made twice; empty for none. */
  corrected: string;
}

/** How far before its first start a coach takes sessions as its own: those of a watch that waited. */
const BEGINS = 3 * DAY;

/**
 * Reads a stored coach; what is missing or wrong in it begins anew. `entries`
 * are those of the history of the last 92 days, `now` is in seconds since 1970.
 */
export function readCoach(
  value: unknown,
  entries: ReadonlyArray<HistoryEntry>,
  now: number,
): StoredCoach {
  const fields = fieldsOf(value);
  const seen = (Array.isArray(fields.seen) ? fields.seen : []).filter(
    (id): id is string => typeof id === "string",
  );
  const sessions = entries
    .filter((entry) => seen.indexOf(entryId(entry)) >= 0)
    .map(coachSession);
  const state: CoachState = {
    ...newCoach(wholeOr(fields.since, Math.max(0, now - BEGINS))),
    sessions,
    newest: momentOf(fields.newest),
    exercises: exercisesOf(fields.exercises),
    gates: listOf(fields.gates, readGate),
    log: readChanges(fields.log),
    ran: fields.ran === true,
    counted: countedOf(fields.counted),
  };
  const { level, corrected } = fields;
  return {
    state,
    seen,
    level: typeof level === "string" ? level : "",
    unwritten: fields.unwritten === true,
    corrected: typeof corrected === "string" ? corrected : "",
  };
}

/** The text that stores a coach. */
export function coachText({ state, ...rest }: StoredCoach): string {
  const { since, newest, exercises, gates, log, ran, counted } = state;
  return JSON.stringify({
    ...{ since, newest, exercises, gates, log, ran, counted },
    ...rest,
  });
}

/** How far back in the history a coach looks from a moment on, in seconds since 1970. */
export function memoryFrom(now: number): number {
  return Math.max(0, now - K.memory * DAY);
}
