import { FlatRoutine } from "../../common/wire/flat-routine";
import { PItem } from "../../common/wire/pack-record";
import {
  NONE,
  Row,
  TITLE,
  addRow,
  drawRows,
  fillTile,
  setShown,
} from "./list-rows";
import { nameOf, pictureOf } from "./words";

// Loaded only to ask which exercise hurt.

/**
 * Lists the exercises of a record's items below a title, and a row that stands for
 * none of them. A tap tells where the item begins, or -1.
 */
export function drawChoices(
  items: FlatRoutine,
  title: string,
  none: string,
  chosen: (item: number) => void,
): void {
  const rows: Row[] = [];
  addRow(rows, TITLE);
  for (let item = 0; item < items.length; item += PItem.Size) {
    addRow(rows, item);
  }
  addRow(rows, NONE);
  drawRows(rows, (tile, { row }) => {
    const there = row >= 0;
    const name = there ? nameOf(items, row) : row === TITLE ? title : none;
    fillTile(tile, name, there ? pictureOf(items, row) : "", () => {
      if (row !== TITLE) chosen(row);
    });
    setShown(tile, "in", false);
    setShown(tile, "out", false);
  });
}
