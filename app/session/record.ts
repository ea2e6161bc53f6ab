import { RECORD_VERSION } from "../../common/record";
import { I, R, sidesOf } from "../../common/wire/flat-routine";
import {
  ItemBit,
  type PackedItems,
  type PackedRecord,
  PItem,
} from "../../common/wire/pack-record";
import { A, S, Session, SetMark, noAnswers } from "./session";

/** What the watch measured over a session: beats a minute, kilocalories; -1 for unknown. */
export type Measured = [average: number, max: number, calories: number];

/** The codes of `OUTCOMES`. */
const enum Outcome {
  Completed,
  Ended,
  Recovered,
}

function tenths(ms: number): number {
  return Math.round(ms / 100);
}

/** A finished session as it will be kept, packed as it goes on the wire. */
export function recordOf(
  session: Session,
  measured: Measured,
  recovered: boolean,
): PackedRecord {
  const routine = session[S.Routine];
  // The plan of an earlier version has none.
  const answers = session[S.Answers] || noAnswers();
  // A list that grows would need its room many times over.
  const items = routine.slice(R.Items) as PackedItems;
  let item = 0;
  let place = 0;
  // Completed is what was done whole: a skipped set is not.
  let whole = session[S.Completed];
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    const sides = sidesOf(routine, row);
    const planned = routine[row + I.Sets]!;
    const skipped = session[S.Done][place]! & SetMark.Skipped;
    items[item] = routine[row + I.What]!;
    for (let i = 1; i < PItem.Size; i++) {
      items[item + i] = i >= PItem.SecondReps && sides < 2 ? -1 : 0;
    }
    let sets = 0;
    for (let set = 0; set < planned; set++) {
      let complete = 1;
      for (let side = 0; side < sides; side++, place++) {
        const done = session[S.Done][place]!;
        const at = item + (sides > 1 ? side ^ answers[A.FirstSide]! : 0) * 2;
        (items[at + PItem.Reps] as number) += done & SetMark.Reps;
        (items[at + PItem.Hold] as number) += session[S.Held][place]!;
        if (!(done & SetMark.Complete)) complete = 0;
      }
      sets += complete;
    }
    for (let side = 0; side < sides; side++) {
      const hold = item + PItem.Hold + side * 2;
      items[hold] = tenths(items[hold] as number);
    }
    items[item + PItem.Sets] = sets;
    if (sets < planned) {
      whole = 0;
      if (skipped) items[item + PItem.Bits] = ItemBit.Skipped;
    } else items[item + PItem.Bits] = ItemBit.Full;
    item += PItem.Size;
  }
  items.length = item;
  return [
    RECORD_VERSION,
    session[S.Id],
    routine[R.Revision]!,
    routine[R.Name]!,
    session[S.Start],
    session[S.Offset],
    tenths(session[S.Stopped] - session[S.PausedMs]),
    tenths(session[S.PausedMs]),
    whole ? Outcome.Completed : recovered ? Outcome.Recovered : Outcome.Ended,
    measured[0],
    measured[1],
    measured[2],
    answers[A.Back]!,
    -1,
    answers[A.PostRun]!,
    items,
    answers.slice(A.Check, A.Ask),
  ];
}
