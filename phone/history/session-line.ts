import {
  Check,
  HeartRate,
  Hurt,
  ItemRecord,
  Outcome,
  SessionRecord,
  total,
} from "../../common/record";

/** What was done on one side; seconds in tenths at the finest. */
export interface SideLine {
  reps: number;
  holdSeconds: number;
}

/** What was done of one exercise of a session. */
export interface ItemLine extends SideLine {
  exercise: string;
  /** Only for an exercise that the runner added and named. */
  name?: string;
  /** Sets done in full. */
  sets: number;
  /** Only where there are two; the counts beside it are the sums of both. */
  sides?: { left: SideLine; right: SideLine };
  /** The runner skipped some or all of it. */
  skipped: boolean;
  /** Every planned set was done; like the next only of a session with a check. */
  full?: boolean;
  /** What the runner said that it hurt. */
  hurt?: Hurt;
}

/** A session as tools print it and exports hold it, without what is not known. */
export interface SessionLine {
  id: string;
  outcome: Outcome;
  /** Seconds since 1970 by the watch's clock. */
  start: number;
  /** Minutes east of UTC at the start. */
  offset: number;
  /** Name and revision of the routine. */
  routine: string;
  revision: number;
  /** Seconds, in tenths at the finest. */
  activeSeconds: number;
  pausedSeconds: number;
  items: ItemLine[];
  /** Beats a minute. */
  heartRate?: HeartRate;
  /** Kilocalories. */
  calories?: number;
  /** How the back felt, 0 (good) to 10. */
  backBefore?: number;
  backAfter?: number;
  postRun?: true;
  /** The answers around the session; those that were not given are absent. */
  check?: Check;
}

/** What the runner did of an item as JSON says it. */
function itemLine(item: ItemRecord, checked: boolean): ItemLine {
  const side = (at: number): SideLine => ({
    reps: item.reps[at] || 0,
    holdSeconds: item.holdSeconds[at] || 0,
  });
  return {
    exercise: item.exercise,
    ...(item.name ? { name: item.name } : {}),
    sets: item.sets,
    reps: total(item.reps),
    holdSeconds: total(item.holdSeconds),
    ...(item.reps.length === 2
      ? { sides: { left: side(0), right: side(1) } }
      : {}),
    skipped: item.skipped,
    ...(checked ? { full: item.full } : {}),
    ...(item.hurt ? { hurt: item.hurt } : {}),
  };
}

/** The printed form of a session record. */
export function sessionLine(record: SessionRecord): SessionLine {
  const { heartRate, calories, backBefore, backAfter } = record;
  return {
    id: record.id,
    outcome: record.outcome,
    start: record.start,
    offset: record.offset,
    routine: record.routine,
    revision: record.revision,
    activeSeconds: record.activeSeconds,
    pausedSeconds: record.pausedSeconds,
    items: record.items.map((item) => itemLine(item, !!record.check)),
    ...(heartRate ? { heartRate } : {}),
    ...(calories === undefined ? {} : { calories }),
    ...(backBefore === undefined ? {} : { backBefore }),
    ...(backAfter === undefined ? {} : { backAfter }),
    ...(record.postRun ? { postRun: true } : {}),
    ...(record.check ? { check: record.check } : {}),
  };
}
