import { P, PItem, PackedRecord } from "../../common/wire/pack-record";

/** What the summary tells of a session that is over. */
export type Summary = [
  /** 0 for completed, as in the record. */
  outcome: number,
  /** Seconds since 1970. */
  start: number,
  /** Ms of session time, pauses left out. */
  active: number,
  sets: number,
  reps: number,
  /** Beats a minute and kilocalories; -1 for unknown. */
  heart: number,
  calories: number,
];

/** The summary of a record, which itself is too large to be kept for it. */
export function summaryOf(record: PackedRecord): Summary {
  const items = record[P.Items] as number[];
  let sets = 0;
  let reps = 0;
  for (let item = 0; item < items.length; item += PItem.Size) {
    const second = items[item + PItem.SecondReps]!;
    sets += items[item + PItem.Sets]!;
    reps += items[item + PItem.Reps]! + (second > 0 ? second : 0);
  }
  return [
    record[P.Outcome] as number,
    record[P.Start] as number,
    (record[P.Active] as number) * 100,
    sets,
    reps,
    record[P.HeartAverage] as number,
    record[P.Calories] as number,
  ];
}
