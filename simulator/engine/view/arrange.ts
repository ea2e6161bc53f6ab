import type { Axis, Span } from "./layout";
import type { ViewNode } from "./types";

/** How high a tile is when the app does not say. */
const TILE_HEIGHT = 100;
/** Items of a wheel that are seen at once. */
const WHEEL_ROWS = 3;

/** How a system widget places its items along one axis. */
export interface Arrangement {
  readonly widget: ViewNode;
  readonly axis: Axis;
  /** The size of an item that has none of its own, in a widget of this size. */
  size(whole: number): number;
  /** Where each item lies, `sizeOf` telling its size. */
  place(whole: Span, sizeOf: (item: ViewNode) => number): Map<ViewNode, Span>;
}

/** What places an element; undefined when it stands where its own attributes say. */
export function arrangementOf(node: ViewNode): Arrangement | undefined {
  const { parent } = node;
  const how = parent?.get("arrange");
  if (parent === null || how === undefined || !isItem(node)) return undefined;
  switch (how) {
    case "tiles":
      return tiles(parent, node);
    case "pool":
      return pool(parent);
    case "pages":
      return steps(parent, "x", (whole) => whole);
    case "wheel":
      return steps(parent, "y", (whole) => whole / WHEEL_ROWS);
    default:
      return undefined;
  }
}

/** The elements that a widget places, without its variables, backgrounds and what is hidden. */
export function itemsOf(widget: ViewNode): ViewNode[] {
  return widget.children.filter(
    (child) => isItem(child) && child.get("display") !== "none",
  );
}

/** A number that a widget keeps as an attribute; 0 when there is none. */
export function numberOf(node: ViewNode, name: string): number {
  const value = Number.parseFloat(node.get(name) ?? "");
  return Number.isFinite(value) ? value : 0;
}

function isItem(node: ViewNode): boolean {
  return node.tag === "use" || node.tag === "section";
}

/** One below the other, moved up by how far the list is scrolled. A pool fills the whole list. */
function tiles(widget: ViewNode, node: ViewNode): Arrangement | undefined {
  if (node.get("arrange") === "pool") return undefined;
  return {
    widget,
    axis: "y",
    size: () => TILE_HEIGHT,
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

/** Tiles that stand for a part of a long list, from its first visible one, all of one height. */
function pool(widget: ViewNode): Arrangement | undefined {
  const list = widget.parent;
  if (list === null) return undefined;
  return {
    widget,
    axis: "y",
    size: () => TILE_HEIGHT,
    place: (whole, sizeOf) => {
      const top = whole.start - numberOf(list, "scroll-y");
      const first = numberOf(list, "first-visible-tile");
      return new Map(
        widget.children.map((tile, at) => {
          const size = sizeOf(tile);
          return [tile, { start: top + (first + at) * size, size }];
        }),
      );
    },
  };
}

/** One step an item, the one that `value` says in the middle. */
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
      const items = itemsOf(widget);
      const chosen = numberOf(widget, "value");
      return new Map(
        items.map((item, at) => {
          const own = sizeOf(item);
          const middle = whole.start + (whole.size - own) / 2;
          return [item, { start: middle + (at - chosen) * own, size: own }];
        }),
      );
    },
  };
}
