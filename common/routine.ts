import type { Preferences } from "./preferences";

/** How an exercise is counted: paced repetitions or one timed hold a set. */
export type Kind = "reps" | "hold";

/** Days on which a runner's week may begin, each a day before the one before. */
export const WEEK_STARTS = ["monday", "sunday", "saturday"] as const;

export type WeekStart = (typeof WEEK_STARTS)[number];

/** How many days before Monday a week begins that begins so, 0 to 2. */
export function daysBeforeMonday(weekStart: WeekStart): number {
  return WEEK_STARTS.indexOf(weekStart);
}

/** What `Item.exercise` says for an exercise that the runner named. */
export const CUSTOM = "custom";

/** One exercise of a routine with its dose. Seconds may be halves. */
export interface Item {
  /** An id of the table of exercises, or `CUSTOM`. */
  exercise: string;
  /** The runner's own name, 1 to 30 characters; else empty. */
  name: string;
  kind: Kind;
  sets: number;
  /** Reps a set and side; 1 for a hold. */
  reps: number;
  /** Seconds on the way up; 0 for a hold. */
  lift: number;
  /** Seconds held: at the top of each rep, or the hold itself. */
  hold: number;
  /** Seconds on the way down; 0 for a hold. */
  lower: number;
  /** Seconds of rest between two sets. */
  rest: number;
  sides: 1 | 2;
  /** False keeps the item in the routine but out of the session. */
  included: boolean;
}

/** A plan for a session, chosen on the phone. Times in seconds. */
export interface Routine {
  version: number;
  /** Raised by the phone with every change; 0 is the built-in default. */
  revision: number;
  name: string;
  /** Before the first exercise. */
  ready: number;
  /** Between two exercises. */
  between: number;
  /** Between the two sides of a set. */
  switch: number;
  /** Sessions a week that the runner means to do, 1 to 7. */
  goal: number;
  /** The first day of the week in which sessions are counted. */
  weekStart: WeekStart;
  items: Item[];
  preferences: Preferences;
}

/** The version of the routine that this code writes; it reads all before, too. */
export const ROUTINE_VERSION = 2;

/** Seconds of work in one set on one side, without rests. */
export function workSeconds(item: Item): number {
  return item.kind === "hold"
    ? item.hold
    : item.reps * (item.lift + item.hold + item.lower);
}

/** Seconds of one set with both sides and the switch between them. */
export function setSeconds(routine: Routine, item: Item): number {
  const work = workSeconds(item);
  return item.sides === 2 ? 2 * work + routine.switch : work;
}

/** Seconds of all sets of an item and the rests between them. */
export function itemSeconds(routine: Routine, item: Item): number {
  return item.sets * setSeconds(routine, item) + (item.sets - 1) * item.rest;
}

/** Seconds of the whole session, from the tap on start to the finish. */
export function routineSeconds(routine: Routine): number {
  let seconds = routine.ready;
  let first = true;
  for (let i = 0; i < routine.items.length; i++) {
    const item = routine.items[i]!;
    if (!item.included) continue;
    if (!first) seconds += routine.between;
    first = false;
    seconds += itemSeconds(routine, item);
  }
  return seconds;
}

/** The part of a routine that a session runs: included items only. */
export function includedOnly(routine: Routine): Routine {
  return {
    version: routine.version,
    revision: routine.revision,
    name: routine.name,
    ready: routine.ready,
    between: routine.between,
    switch: routine.switch,
    goal: routine.goal,
    weekStart: routine.weekStart,
    items: routine.items.filter((item) => item.included),
    preferences: routine.preferences,
  };
}
