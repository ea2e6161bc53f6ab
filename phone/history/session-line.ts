import { HeartRate, Outcome, SessionRecord, total } from "../../common/record";

/** What was done on one side. */
export interface SideLine {
  reps: number;
  holdSeconds: number;
}

/** One exercise of a session, for people and programs. */
export interface ItemLine extends SideLine {
  exercise: string;
  /** Only for an exercise that the runner named. */
  name?: string;
  sets: number;
  /** Only where there are two; the counts beside it are over both. */
  sides?: { left: SideLine; right: SideLine };
  skipped: boolean;
}

/** A session as tools print it and exports carry it; the unknown is absent. */
export interface SessionLine {
  id: string;
  outcome: Outcome;
  /** Seconds since 1970; `offset` is minutes east of UTC. */
  start: number;
  offset: number;
  routine: string;
  revision: number;
  activeSeconds: number;
  pausedSeconds: number;
  items: ItemLine[];
  heartRate?: HeartRate;
  calories?: number;
  backBefore?: number;
  backAfter?: number;
  postRun?: true;
}

/** The printed form of a record. */
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
    items: record.items.map((item) => {
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
      };
    }),
    ...(heartRate ? { heartRate } : {}),
    ...(calories === undefined ? {} : { calories }),
    ...(backBefore === undefined ? {} : { backBefore }),
    ...(backAfter === undefined ? {} : { backAfter }),
    ...(record.postRun ? { postRun: true } : {}),
  };
}
