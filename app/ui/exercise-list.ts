import document from "document";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { exclusionsToday } from "../storage/exclusions";
import { toggleToday } from "../storage/toggle-today";
import { nameOf, pictureOf, words } from "./words";

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
    if (!(routine[row + I.Flags]! & ItemFlag.LeftOut)) {
      rows.push({ type: "pool", item: row / I.Size - 1 });
    }
  }
  rows.push({ type: "pool", item: -1 });
  const list = document.getElementById("list") as VirtualTileList<Row>;
  const fill = (tile: Element, { item }: Row): void => {
    const row = (item + 1) * I.Size;
    const there = item >= 0;
    const out = exclusionsToday(routine)[2].indexOf(item) >= 0;
    const name = there ? nameOf(routine, row) : words("feel");
    part<TextAreaElement>(tile, "name").text = name;
    const picture = there ? pictureOf(routine, row) : "";
    part<ImageElement>(tile, "pose").href = picture;
    setShown(tile, "in", there && !out);
    setShown(tile, "out", out);
    part(tile, "touch").onclick = () => {
      if (!there) return startDemo();
      toggleToday(routine, item);
      fill(tile, { type: "pool", item });
    };
  };
  list.delegate = {
    getTileInfo: (index) => rows[index]!,
    configureTile: fill,
  };
  list.length = rows.length;
}
