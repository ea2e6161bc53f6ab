import type { ViewNode } from "./types";

/** How high a tile is when the app does not say. */
export const TILE_HEIGHT = 100;
// Beyond any list; what is larger is no longer counted in whole pixels.
const MOST_ITEMS = 1e9;
/** Where a list with several pools keeps, for each item, which one its tile comes from. */
export const KINDS = "tile-kinds";

/** The items of a list one below the other, in pixels from the list's beginning. */
export interface Rows {
  readonly count: number;
  /** Where an item begins; for `count`, where the list ends. */
  start(index: number): number;
  /** The item at a height; the nearest one outside of the list, 0 in an empty one. */
  at(pixel: number): number;
}

/** How high an element is in its list. */
export type SizeOf = (item: ViewNode) => number;

/** The items of a list: those written out in the view, or those that its pools stand for. */
export function rowsOf(list: ViewNode, sizeOf: SizeOf): Rows {
  const pools = poolsOf(list);
  const from = itemsOf(list)
    .filter(isHeader)
    .reduce((sum, header) => sum + sizeOf(header), 0);
  if (pools.length === 0) return uneven(tilesIn(list).map(sizeOf), from);
  const count = Math.min(
    MOST_ITEMS,
    Math.max(0, Math.floor(numberOf(list, "length"))),
  );
  const sizes = pools.map(({ children: [tile] }) => (tile ? sizeOf(tile) : 0));
  if (pools.length === 1) return even(count, sizes[0] ?? 0, from);
  const kinds = (list.get(KINDS) ?? "").slice(0, count);
  return uneven(
    Array.from(kinds, (kind) => sizes[poolNumber(kind)] ?? 0),
    from,
  );
}

/** The number of the pool that a character of {@link KINDS} stands for. */
export function poolNumber(kind: string): number {
  return kind.charCodeAt(0) - 48;
}

/** The pools of a virtual list; none in one that is written out. */
export function poolsOf(list: ViewNode): ViewNode[] {
  return list.children.filter((child) => child.get("arrange") === "pool");
}

/** The elements that a widget places, without its variables, backgrounds and what is hidden. */
export function itemsOf(widget: ViewNode): ViewNode[] {
  return widget.children.filter(
    (child) => isItem(child) && child.get("display") !== "none",
  );
}

/** Of a list that is written out, the tiles: its items without headers. */
export function tilesIn(list: ViewNode): ViewNode[] {
  return itemsOf(list).filter((item) => !isHeader(item));
}

/** Whether the widget around an element places it. */
export function isItem(node: ViewNode): boolean {
  if (node.tag !== "use" && node.tag !== "section") return false;
  const how = node.get("arrange");
  return how !== "beside" && how !== "pool";
}

/** A number that a widget keeps as an attribute; 0 when there is none. */
export function numberOf(node: ViewNode, name: string): number {
  const value = Number.parseFloat(node.get(name) ?? "");
  return Number.isFinite(value) ? value : 0;
}

export function isHeader(node: ViewNode): boolean {
  return node.get("arrange") === "header";
}

/** In closed form: a list may say that it is longer than anyone could count. */
function even(count: number, size: number, from: number): Rows {
  return {
    count,
    start: (index) => from + index * size,
    at: (pixel) =>
      clamp(size > 0 ? Math.floor((pixel - from) / size) : 0, count),
  };
}

function uneven(sizes: readonly number[], from: number): Rows {
  const starts = [from];
  let end = from;
  for (const size of sizes) starts.push((end += size));
  const count = sizes.length;
  return {
    count,
    start: (index) => starts[index] ?? end,
    at: (pixel) => {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? end) <= pixel) low = middle;
        else high = middle - 1;
      }
      return clamp(low, count);
    },
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
