import document from "document";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { exclusionsToday, keyOf } from "../storage/exclusions";
import { toggleToday } from "../storage/toggle-today";
import { nameOf, pictureOf, words } from "./words";

// Loaded only when the runner opens the list of exercises.

interface Row {
  type: string;
  /** Where the item begins in the routine; 0 for the way to the cue demo. */
  row: number;
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
      rows.push({ type: "pool", row });
    }
  }
  rows.push({ type: "pool", row: 0 });
  const list = document.getElementById("list") as VirtualTileList<Row>;
  const fill = (tile: Element, { row }: Row): void => {
    const there = row > 0;
    const out = exclusionsToday()[1].indexOf(keyOf(routine, row)) >= 0;
    const name = there ? nameOf(routine, row) : words("feel");
    part<TextAreaElement>(tile, "name").text = name;
    const picture = there ? pictureOf(routine, row) : "";
    part<ImageElement>(tile, "pose").href = picture;
    setShown(tile, "in", there && !out);
    setShown(tile, "out", out);
    part(tile, "touch").onclick = () => {
      if (!there) return startDemo();
      toggleToday(routine, row);
      fill(tile, { type: "pool", row });
    };
  };
  list.delegate = {
    getTileInfo: (index) => rows[index]!,
    configureTile: fill,
  };
  list.length = rows.length;
}
