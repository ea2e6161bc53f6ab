import document from "document";

// The list of exercises, by its tiles.

/** A row of the list. */
export interface Row {
  type: string;
  /** Where an item begins, or what else it stands for. */
  row: number;
}

/** Rows that are no item: what to choose from, and none of the items. */
export const TITLE = -2;
export const NONE = -1;

function part<T extends Element>(tile: Element, id: string): T {
  return tile.getElementById(id) as T;
}

/** Shows a part of a tile, or not. */
export function setShown(tile: Element, id: string, shown: boolean): void {
  const { style } = part<GraphicsElement>(tile, id);
  style.display = shown ? "inline" : "none";
}

/** Writes into a tile; a tap on it calls `tapped`. */
export function fillTile(
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
export function drawRows(
  rows: Row[],
  fill: (tile: Element, info: Row) => void,
): void {
  const list = document.getElementById("list") as VirtualTileList<Row>;
  list.delegate = {
    getTileInfo: (index) => rows[index]!,
    configureTile: fill,
  };
  list.length = rows.length;
}

/** Adds a row for the item that begins there. */
export function addRow(rows: Row[], row: number): void {
  rows.push({ type: "pool", row });
}
