/** How a session can come to its end, by the code on the wire: append only. */
export const OUTCOMES = ["completed", "ended", "recovered"] as const;

/** How a session came to its end. */
export type Outcome = (typeof OUTCOMES)[number];

/** What was done of one exercise. */
export interface ItemRecord {
  /** An id of the table of exercises, or "custom". */
  exercise: string;
  /** The runner's own name, else empty. */
  name: string;
  /** Sets done in full, on both sides where there are two. */
  sets: number;
  /** Reps done, by side: one entry, or left and right. */
  reps: number[];
  /** Seconds held, by side, in tenths at the finest. */
  holdSeconds: number[];
  /** The runner skipped some or all of it. */
  skipped: boolean;
  /**
   * Every set that was planned was done. A record without a check tells it only
   * of a session that was completed.
   */
  full: boolean;
  /** What the runner said that it hurt; absent when nothing was said. */
  hurt?: Hurt | undefined;
}

/** Where an exercise hurt, in the order of its bits on the wire: append only. */
export const HURTS = ["back", "leg", "elsewhere"] as const;

export type Hurt = (typeof HURTS)[number];

/** Which of the three plans was done, by the code on the wire: append only. */
export const MODES = ["planned", "easy", "lighter"] as const;

export type Mode = (typeof MODES)[number];

/** What the runner answered around a session; an absent answer was not asked or not given. */
export interface Check {
  /** Pain down a leg before: 0 none, 1 as usual, 2 more or further, 3 numb, weak or both legs. */
  legBefore?: 0 | 1 | 2 | 3 | undefined;
  /** And after: 0 none or the same, 1 less or nearer the back, 2 further down, 3 as before. */
  legAfter?: 0 | 1 | 2 | 3 | undefined;
  /** 1 could do more, 2 about right, 3 too hard. */
  effort?: 1 | 2 | 3 | undefined;
  /** The morning after the session before this one: 0 no worse, 1 worse. */
  morning?: 0 | 1 | undefined;
  mode: Mode;
  /** The side that was first: 0 left, 1 right. */
  firstSide: 0 | 1;
  /** Minutes of the run that had just ended, 0 to 1440. */
  runMinutes?: number | undefined;
}

/** Heart rate over a session in beats a minute. */
export interface HeartRate {
  average: number;
  max: number;
}

/** A session as it is kept for ever. */
export interface SessionRecord {
  version: number;
  /** Unique for ever: start in seconds and a random part, both in base 36. */
  id: string;
  /** Revision and name of the routine it was done from. */
  revision: number;
  routine: string;
  /** Seconds since 1970 by the watch's clock. */
  start: number;
  /** Minutes east of UTC at the start. */
  offset: number;
  activeSeconds: number;
  pausedSeconds: number;
  outcome: Outcome;
  items: ItemRecord[];
  /** Known only with the sensor and the permission. */
  heartRate?: HeartRate | undefined;
  calories?: number | undefined;
  /** How the back felt, 0 (good) to 10; absent when not asked. */
  backBefore?: number | undefined;
  backAfter?: number | undefined;
  /** Done right after a run, as far as the watch could tell. */
  postRun: boolean;
  /** Absent in records of version 1 and 2, and there in all of version 3. */
  check?: Check | undefined;
}

/** The version of the record that this code writes; it reads all before, too. */
export const RECORD_VERSION = 3;

/** The first version that has a check. */
export const CHECKED_VERSION = 3;

/** The last version without one. */
export const UNCHECKED_VERSION = 2;

/** A new session's id. `random` is in [0, 1). */
export function sessionId(startSeconds: number, random: number): string {
  const tail = Math.floor(random * 1679616).toString(36);
  return startSeconds.toString(36) + "-" + ("000" + tail).slice(-4);
}

/** True for what `sessionId` makes; ids name files, so nothing else passes. */
export function isSessionId(id: unknown): id is string {
  return typeof id === "string" && /^[0-9a-z]{1,9}-[0-9a-z]{4}$/.test(id);
}

/** The sum of a list, such as reps over both sides. */
export function total(values: ReadonlyArray<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return Math.round(sum * 10) / 10;
}
