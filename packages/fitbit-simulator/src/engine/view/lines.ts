import { fontSize, isBold, type Layout } from "./layout";
import { resolveLength } from "./length";
import { textWidth } from "./metrics";
import type { ViewNode } from "./types";
import { cutToWidth, wrap } from "./wrap";

// Share of the font size: from line to line.
const LINE = 1.2;
// More than any screen shows.
const MOST_LINES = 500;
const MOST_LETTERS = 10_000;

/** The lines that a textarea has room for, as they are shown. */
export function textareaLines(node: ViewNode, layout: Layout): string[] {
  const { width } = layout.placed(node);
  const all = allLines(node, layout);
  const lines = all.slice(0, roomFor(node, layout));
  if (all.length > lines.length && node.get("text-overflow") === "ellipsis") {
    const last = lines.length - 1;
    lines[last] = cutToWidth(`${lines[last]} …`, width, (part) =>
      widthOf(node, part),
    );
  }
  return lines;
}

/** Whether an element says more than it has room to show. */
export function overflows(node: ViewNode, layout: Layout): boolean {
  if (reserved(node, node.text).length < node.text.length) return true;
  if (node.tag === "textarea") {
    return allLines(node, layout).length > roomFor(node, layout);
  }
  const width = layout.length(node, "width", "x");
  return width > 0 && widthOf(node, node.text) > width;
}

/** How high all of a textarea's text is. */
export function textHeight(node: ViewNode, layout: Layout): number {
  return allLines(node, layout).length * lineStep(node);
}

/** Pixels from one line to the next. */
export function lineStep(node: ViewNode): number {
  return (
    resolveLength(node.get("line-increment"), 0, 0) || fontSize(node) * LINE
  );
}

/** How wide a text is in an element's letters. */
export function widthOf(node: ViewNode, text: string): number {
  const spacing = resolveLength(node.get("letter-spacing"), 0, 0);
  return textWidth(text, fontSize(node), isBold(node), spacing);
}

/**
 * What an element shows of its text: the part that fits the characters the view reserves, in steps
 * of four, in capitals where its style says so.
 */
export function reserved(node: ViewNode, text: string): string {
  const length = resolveLength(node.get("text-length"), 0, 0);
  const part = length > 0 ? text.slice(0, Math.ceil(length / 4) * 4) : text;
  return node.get("text-transform") === "uppercase" ? part.toUpperCase() : part;
}

function allLines(node: ViewNode, layout: Layout): string[] {
  const width = layout.width(node);
  const measure = (part: string) => widthOf(node, part);
  const text = reserved(node, node.text).slice(0, MOST_LETTERS);
  return wrap(text, width, measure, MOST_LINES);
}

/** How many lines fit, by height and by `rows`. */
function roomFor(node: ViewNode, layout: Layout): number {
  const height = layout.length(node, "height", "y");
  const fitting =
    height > 0 ? Math.max(1, Math.floor(height / lineStep(node))) : Infinity;
  return Math.min(fitting, resolveLength(node.get("rows"), 0, 0) || Infinity);
}
