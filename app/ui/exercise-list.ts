import document from "document";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { PItem } from "../../common/wire/pack-record";
import { exclusionsToday, keyOf } from "../storage/exclusions";
import { toggleToday } from "../storage/toggle-today";
import { nameOf, pictureOf, words } from "./words";

// Loaded only when the runner opens the list of exercises, or chooses from it.

interface Row {
  type: string;
  /** Where an item begins, or what else it stands for. */
  row: number;
}

/** Rows that are no item: what to choose from, and none of the items. */
const TITLE = -2;
const NONE = -1;

function part<T extends Element>(tile: Element, id: string): T {
  return tile.getElementById(id) as T;
}

function setShown(tile: Element, id: string, shown: boolean): void {
  const { style } = part<GraphicsElement>(tile, id);
  style.display = shown ? "inline" : "none";
}

/** Writes into a tile; a tap on it calls `tapped`. */
function fillTile(
  tile: Element,
  name: string,
  picture: string,
  tapped: () => void,
): void {
  part<TextAreaElement>(tile, "name").text = name;
  part<ImageElement>(tile, "pose").href = picture;
  part(tile, "touch").onclick = tapped;
}

/** Lists rows, each as `fill` writes it into its tile. */
function drawRows(rows: Row[], fill: (tile: Element, info: Row) => void): void {
  const list = document.getElementById("list") as VirtualTileList<Row>;
  list.delegate = {
    getTileInfo: (index) => rows[index]!,
    configureTile: fill,
  };
  list.length = rows.length;
}

function addRow(rows: Row[], row: number): void {
  rows.push({ type: "pool", row });
}

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
