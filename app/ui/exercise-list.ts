import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { exclusionsToday, keyOf } from "../storage/exclusions";
import { toggleToday } from "../storage/toggle-today";
import { NONE, Row, addRow, drawRows, fillTile, setShown } from "./list-rows";
import { nameOf, pictureOf, words } from "./words";

// Loaded only when the runner opens the list of exercises.

/**
 * Lists the exercises of a routine. A tap leaves one out for today or takes it
 * in again; the last row calls `startDemo`.
 */
export function drawExercises(
  routine: FlatRoutine,
  startDemo: () => void,
): void {
  const rows: Row[] = [];
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (!(routine[row + I.Flags]! & ItemFlag.LeftOut)) addRow(rows, row);
  }
  addRow(rows, NONE);
  const fill = (tile: Element, info: Row): void => {
    const { row } = info;
    const there = row >= 0;
    const out = there && exclusionsToday()[1].indexOf(keyOf(routine, row)) >= 0;
    const name = there ? nameOf(routine, row) : words("feel");
    fillTile(tile, name, there ? pictureOf(routine, row) : "", () => {
      if (!there) return startDemo();
      toggleToday(routine, row);
      fill(tile, info);
    });
    setShown(tile, "in", there && !out);
    setShown(tile, "out", out);
  };
  drawRows(rows, fill);
}
