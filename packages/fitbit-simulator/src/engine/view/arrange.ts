import type { Axis, Span } from "./layout";
import {
  isItem,
  itemsOf,
  numberOf,
  rowsOf,
  TILE_HEIGHT,
  type SizeOf,
} from "./rows";
import type { ViewNode } from "./types";

/** Items of a wheel that are seen at once. */
const WHEEL_ROWS = 3;

/** How a system widget places its items along one axis. */
export interface Arrangement {
  readonly widget: ViewNode;
  readonly axis: Axis;
  /** The size of an item that has none of its own, in a widget of this size. */
  size(whole: number): number;
  /** Where each item lies, `sizeOf` telling its size. */
  place(whole: Span, sizeOf: SizeOf): Map<ViewNode, Span>;
}

/** What places an element; undefined when it stands where its own attributes say. */
export function arrangementOf(node: ViewNode): Arrangement | undefined {
  const { parent } = node;
  const how = parent?.get("arrange");
  if (parent === null || how === undefined || !isItem(node)) return undefined;
  switch (how) {
    case "tiles":
      return below(parent, () => TILE_HEIGHT);
    case "scroll":
      return below(parent, (whole) => whole);
    case "pool":
      return pool(parent);
    case "pages":
    case "cycle":
      return steps(parent, "x", (whole) => whole);
    case "wheel":
      return steps(parent, "y", (whole) => whole / WHEEL_ROWS);
    default:
      return undefined;
  }
}

/** One below the other, moved up by how far the list is scrolled. */
function below(widget: ViewNode, size: (whole: number) => number): Arrangement {
  return {
    widget,
    axis: "y",
    size,
    place: (whole, sizeOf) => {
      let start = whole.start - numberOf(widget, "scroll-y");
      return new Map(
        itemsOf(widget).map((item) => {
          const size = sizeOf(item);
          start += size;
          return [item, { start: start - size, size }] as const;
        }),
      );
    },
  };
}

/** Tiles that stand for a part of a long list, each where its item would be. */
function pool(widget: ViewNode): Arrangement | undefined {
  const list = widget.parent;
  if (list === null) return undefined;
  return {
    widget,
    axis: "y",
    size: () => TILE_HEIGHT,
    place: (whole, sizeOf) => {
      const top = whole.start - numberOf(list, "scroll-y");
      const rows = rowsOf(list, sizeOf);
      return new Map(
        widget.children.map((tile) => {
          const start = top + rows.start(numberOf(tile, "tile-at"));
          return [tile, { start, size: sizeOf(tile) }];
        }),
      );
    },
  };
}

/** One step an item, the one that `value` says in the middle, or between two while they move. */
function steps(
  widget: ViewNode,
  axis: Axis,
  size: (whole: number) => number,
): Arrangement {
  return {
    widget,
    axis,
    size,
    place: (whole, sizeOf) => {
      const chosen = numberOf(widget, "value") + numberOf(widget, "moved");
      return new Map(
        itemsOf(widget).map((item, at) => {
          const own = sizeOf(item);
          const middle = whole.start + (whole.size - own) / 2;
          return [item, { start: middle + (at - chosen) * own, size: own }];
        }),
      );
    },
  };
}
