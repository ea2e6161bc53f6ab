import document from "document";
import { Item } from "../../common/routine";
import { pictureOf } from "./picture";
import { nameOf, words } from "./words";

// Loaded only when the runner opens the list of exercises.

interface Row {
  type: string;
  /** The item's number in the routine; -1 for the way to the cue demo. */
  item: number;
}

function part<T extends Element>(tile: Element, id: string): T {
  return tile.getElementById(id) as T;
}

function setShown(tile: Element, id: string, shown: boolean): void {
  const { style } = part<GraphicsElement>(tile, id);
  style.display = shown ? "inline" : "none";
}

/** What the list asks and does; items go by their number in the routine. */
export interface Choices {
  /** True for an item that is left out today. */
  isOut(item: number): boolean;
  /** Leaves an item out for today, or takes it in again. */
  toggle(item: number): void;
  /** Starts the cue demo. */
  demo(): void;
}

/**
 * Lists the exercises of a routine. A tap leaves one out for today or takes it
 * in again; the last row starts the cue demo.
 */
export function drawExercises(items: Item[], choices: Choices): void {
  const rows: Row[] = [];
  items.forEach((item, index) => {
    if (item.included) rows.push({ type: "pool", item: index });
  });
  rows.push({ type: "pool", item: -1 });
  const list = document.getElementById("list") as VirtualTileList<Row>;
  const fill = (tile: Element, row: Row): void => {
    const item = items[row.item];
    const out = choices.isOut(row.item);
    const name = item ? nameOf(item) : words("feel");
    part<TextAreaElement>(tile, "name").text = name;
    const picture = item ? pictureOf(item.exercise) : "";
    part<ImageElement>(tile, "pose").href = picture;
    setShown(tile, "in", !!item && !out);
    setShown(tile, "out", out);
    part(tile, "touch").onclick = () => {
      if (!item) return choices.demo();
      choices.toggle(row.item);
      fill(tile, row);
    };
  };
  list.delegate = {
    getTileInfo: (index) => rows[index]!,
    configureTile: fill,
  };
  list.length = rows.length;
}
