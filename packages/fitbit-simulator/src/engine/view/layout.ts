import { arrangementOf } from "./arrange";
import { resolveLength } from "./length";
import { textHeight } from "./lines";
import { textWidth } from "./metrics";
import { isHeader, TILE_HEIGHT } from "./rows";
import { transformOf } from "./transform";
import type { Box, Size, ViewNode } from "./types";

export type Axis = "x" | "y";

/** Where something begins and how long it is along one axis. */
export interface Span {
  readonly start: number;
  readonly size: number;
}

// Shares of the font size: from the top of a text's box to its baseline, and to the bottom of the box. Measured on a
// picture of a public package that draws a rectangle where `getBBox` says.
const RISE = 0.97;
const LINE = 1.2;
// Share of the font size: from the middle of a line to its baseline.
const BELOW_MIDDLE = 0.41;

/** True for elements that give their children a coordinate system of their own. */
export function isFrame(node: ViewNode): boolean {
  return node.tag === "svg" || node.tag === "use" || node.tag === "section";
}

/**
 * Places elements as they stand now. Remembers what it has worked out, so that views whose
 * elements depend on each other (`$`) cost no more than their size: make a new one after a change.
 */
export class Layout {
  private readonly spans = {
    x: new Map<ViewNode, Span>(),
    y: new Map<ViewNode, Span>(),
  };
  /** Widgets whose items are being placed. */
  private readonly placing = new Set<ViewNode>();

  constructor(private readonly screen: Size) {}

  /** The element's place on the screen. */
  box(node: ViewNode): Box {
    const box = this.placed(node);
    let { x, y } = box;
    for (let at: ViewNode | null = node; at !== null; at = at.parent) {
      const move = this.translation(at);
      x += move.x;
      y += move.y;
    }
    return { ...box, x, y };
  }

  /** The element's place before any `transform`, its own or its ancestors'. */
  placed(node: ViewNode): Box {
    const x = this.span(node, "x");
    const y = this.span(node, "y");
    return { x: x.start, y: y.start, width: x.size, height: y.size };
  }

  /** A position attribute in screen pixels, before any `transform`. */
  position(node: ViewNode, name: string, axis: Axis, otherwise = 0): number {
    const frame = this.frame(node, axis);
    return frame.start + this.length(node, name, axis, otherwise);
  }

  /** A length attribute in pixels, shares and `$` resolved in the element's frame. */
  length(node: ViewNode, name: string, axis: Axis, otherwise = 0): number {
    const value = node.get(name);
    if (value === undefined) return otherwise;
    const whole = value.includes("%") ? this.frame(node, axis).size : 0;
    const end = value.includes("$") ? this.previousEnd(node, axis) : 0;
    return resolveLength(value, whole, end, otherwise);
  }

  /** Where the letters of a text stand: in the middle of its frame where nobody placed them. */
  baseline(node: ViewNode): number {
    if (node.get("y") !== undefined) return this.position(node, "y", "y");
    const frame = this.frame(node, "y");
    return frame.start + frame.size / 2 + fontSize(node) * BELOW_MIDDLE;
  }

  /** How high an item of a list is: as it says, as all that it holds (`flexible-height`), or `otherwise`. */
  itemHeight(item: ViewNode, otherwise: number): number {
    if (item.get("height") === undefined) {
      if (item.get("display") === "flexible-height") return this.filled(item);
      if (isHeader(item)) return TILE_HEIGHT;
    }
    return this.length(item, "height", "y", otherwise);
  }

  /** From the top of an item to the bottom of the lowest that it holds. */
  private filled(item: ViewNode): number {
    // Places are worked out apart, as if nothing arranged the item: they are not those on the screen.
    const apart = new Layout(this.screen);
    for (const widget of [...this.placing, item.parent]) {
      if (widget !== null) apart.placing.add(widget);
    }
    const top = apart.span(item, "y").start;
    const ends = item.children.filter(isDrawn).map((child) => {
      const { start, size } = apart.span(child, "y");
      return start + size + apart.translation(child).y - top;
    });
    return Math.max(0, ...ends);
  }

  /** The radius of a circle in pixels; a share is of the shorter side of what it is in. */
  radius(node: ViewNode): number {
    const { size } = this.frame(node, "x");
    const isWide = size > this.frame(node, "y").size;
    return this.length(node, "r", isWide ? "y" : "x");
  }

  /** How wide an element is, in pixels. */
  width(node: ViewNode): number {
    return this.span(node, "x").size;
  }

  /** How far a `transform` moves; turning and scaling do not count towards places. */
  translation(node: ViewNode): { x: number; y: number } {
    const { x, y } = transformOf(node);
    return {
      x: x === undefined ? 0 : this.share(node, x, "x"),
      y: y === undefined ? 0 : this.share(node, y, "y"),
    };
  }

  /** A length as written, in pixels; shares are of the element's frame. */
  share(node: ViewNode, value: string, axis: Axis): number {
    return resolveLength(value, this.frame(node, axis).size, 0);
  }

  /** The corner that an element's coordinates count from, before any `transform`. */
  origin(node: ViewNode): { x: number; y: number } {
    return { x: this.frame(node, "x").start, y: this.frame(node, "y").start };
  }

  private frame(node: ViewNode, axis: Axis): Span {
    for (let above = node.parent; above !== null; above = above.parent) {
      // What an image holds counts from its corner; what a rect holds does not.
      if (isFrame(above) || above.tag === "image") {
        return this.span(above, axis);
      }
    }
    return {
      start: 0,
      size: axis === "x" ? this.screen.width : this.screen.height,
    };
  }

  private span(node: ViewNode, axis: Axis): Span {
    const known = this.spans[axis].get(node) ?? this.arranged(node, axis);
    if (known) return known;
    const span =
      node.tag === "g" ? this.union(node, axis) : this.own(node, axis);
    this.spans[axis].set(node, span);
    return span;
  }

  /**
   * The place that the widget around an element gives to it. None while the widget is still
   * asking its items for their sizes: one of them depends on the place of another.
   */
  private arranged(node: ViewNode, axis: Axis): Span | undefined {
    const arrangement = arrangementOf(node);
    if (arrangement?.axis !== axis) return undefined;
    const { widget } = arrangement;
    if (this.placing.has(widget)) return undefined;
    this.placing.add(widget);
    const whole = this.span(widget, axis);
    const otherwise = arrangement.size(whole.size);
    const spans = arrangement.place(whole, (item) =>
      axis === "x"
        ? this.length(item, "width", axis, otherwise)
        : this.itemHeight(item, otherwise),
    );
    this.placing.delete(widget);
    for (const [item, span] of spans) this.spans[axis].set(item, span);
    return this.spans[axis].get(node);
  }

  private own(node: ViewNode, axis: Axis): Span {
    const at = (name: string) => this.position(node, name, axis);
    switch (node.tag) {
      case "circle": {
        const r = this.radius(node);
        return { start: at(axis === "x" ? "cx" : "cy") - r, size: 2 * r };
      }
      case "line": {
        const a = at(`${axis}1`);
        const b = at(`${axis}2`);
        return { start: Math.min(a, b), size: Math.abs(b - a) };
      }
      case "text":
        return textSpan(
          node,
          axis,
          axis === "y" ? this.baseline(node) : at(axis),
        );
      default: {
        const whole = this.otherwise(node, axis);
        const size = this.length(
          node,
          axis === "x" ? "width" : "height",
          axis,
          whole,
        );
        return { start: at(axis), size };
      }
    }
  }

  /** How large an element is that does not say. */
  private otherwise(node: ViewNode, axis: Axis): number {
    if (axis === "y" && node.get("fits") === "text") {
      const [text] = node.children.filter(({ tag }) => tag === "textarea");
      return text === undefined ? 0 : textHeight(text, this);
    }
    if (axis === "x" && node.tag === "textarea") {
      // What is left of its frame.
      const frame = this.frame(node, axis);
      return Math.max(0, frame.size - this.length(node, "x", axis));
    }
    return isFrame(node) || fillsFrame(node) ? this.frame(node, axis).size : 0;
  }

  private union(group: ViewNode, axis: Axis): Span {
    let start = Infinity;
    let end = -Infinity;
    for (const child of group.children) {
      if (!isDrawn(child)) continue;
      const span = this.span(child, axis);
      const move = this.translation(child)[axis];
      start = Math.min(start, span.start + move);
      end = Math.max(end, span.start + move + span.size);
    }
    if (start <= end) return { start, size: end - start };
    return { start: this.frame(group, axis).start, size: 0 };
  }

  /** What `$` stands for: the end of the element before this one, in their frame. */
  private previousEnd(node: ViewNode, axis: Axis): number {
    const siblings = node.parent?.children ?? [];
    const index = siblings.indexOf(node);
    let known = index - 1;
    while (known > 0 && !this.spans[axis].has(siblings[known] as ViewNode))
      known -= 1;
    // From the front on, so that a long chain needs no deep recursion.
    for (; known < index - 1; known += 1)
      this.span(siblings[known] as ViewNode, axis);
    const previous = siblings[index - 1];
    if (previous === undefined) return 0;
    const { start } = this.frame(node, axis);
    // A text goes on from its baseline, by a line: pictures of three public packages show it to the pixel.
    if (axis === "y" && previous.tag === "text") {
      return this.baseline(previous) + fontSize(previous) * LINE - start;
    }
    const span = this.span(previous, axis);
    return span.start + span.size - start;
  }
}

/** The font size of an element in pixels. */
export function fontSize(node: ViewNode): number {
  return resolveLength(node.get("font-size"), 0, 0, 32);
}

/** A JPEG that says no size is as large as what it is in; other images have their own size. */
function fillsFrame(node: ViewNode): boolean {
  return (
    node.tag === "image" &&
    /\.jpe?g$/i.test(node.get("href") ?? "") &&
    node.get("width") === undefined &&
    node.get("height") === undefined
  );
}

/** The order in which elements of one parent are drawn; equal ones as they were written. */
export function layerOf(node: ViewNode): number {
  return resolveLength(node.get("layer"), 0, 0);
}

/** How heavy an element's letters are: a family names its weight itself, and `font-weight` counts without one alone. */
export function weightOf(node: ViewNode): 300 | 400 | 600 {
  const given = node.get("font-family") ?? node.get("font-weight") ?? "";
  if (/bold|medium|black/i.test(given) || Number(given) >= 600) return 600;
  return /light/i.test(given) || Number(given || 400) < 400 ? 300 : 400;
}

/** True when an element's letters are bold. */
export function isBold(node: ViewNode): boolean {
  return weightOf(node) === 600;
}

/** False for animations, variables and other elements that have no look of their own. */
export function isDrawn(node: ViewNode): boolean {
  return !/^(animate.*|set|var|mask|clipPath)$/.test(node.tag);
}

function textSpan(node: ViewNode, axis: Axis, position: number): Span {
  const size = fontSize(node);
  if (axis === "y") {
    return { start: position - size * RISE, size: size * LINE };
  }
  const spacing = resolveLength(node.get("letter-spacing"), 0, 0);
  const text =
    node.get("text-transform") === "uppercase"
      ? node.text.toUpperCase()
      : node.text;
  const width = textWidth(text, size, isBold(node), spacing);
  const anchor = node.get("text-anchor");
  const left = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
  return { start: position - left, size: width };
}
