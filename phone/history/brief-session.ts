import { isSessionId } from "../../common/record";
import { OUTCOMES } from "../../common/wire/pack-record";
import { BriefSession, HistoryEntry } from "./entry";
import { sumsInSeconds, sumsOf, tenths } from "./sums";

/** The same entry without what was done of each exercise. */
export function shortened(entry: HistoryEntry): HistoryEntry {
  if (entry.kind !== "session") return entry;
  const { id, start, offset, outcome, activeSeconds } = entry.record;
  const { sets, reps, holdSeconds } = sumsInSeconds(sumsOf(entry));
  const kept = { id, start, offset, outcome, activeSeconds };
  return { kind: "brief", brief: { ...kept, sets, reps, holdSeconds } };
}

/**
 * [start, offset, outcome, active, sets, reps, hold]: `active` and `hold` in
 * tenths of a second, the outcome by its place in `OUTCOMES`.
 */
export function packBrief(brief: BriefSession): number[] {
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

/** Reads a packed brief session of 7 values; undefined when it is no such. */
export function readBrief(
  id: string,
  packed: unknown[],
): BriefSession | undefined {
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
