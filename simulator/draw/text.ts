import type { ViewNode } from "../engine/view";
import { fontSize, isBold, type Layout } from "../engine/view/layout";
import { resolveLength } from "../engine/view/length";
import { textWidth } from "../engine/view/metrics";
import { element, escapeText } from "./element";
import { common, paint, type Picture } from "./picture";
import { cutToWidth, wrap } from "./wrap";

// Free fonts whose letters are near the watch's; the first one found is used.
const FONTS = `"Open Sans", "Noto Sans", "DejaVu Sans", sans-serif`;

// Share of the font size: from the top of a line to its baseline, and from line to line.
const RISE = 0.95;
const LINE = 1.2;

const ANCHORS: Readonly<Record<string, string>> = {
  middle: "middle",
  end: "end",
};

/** One line of text, standing on its baseline. */
export function drawText(node: ViewNode, { layout }: Picture): string {
  let text = reserved(node, node.text.replace(/\s+/g, " "));
  const width = layout.length(node, "width", "x");
  if (width > 0 && node.get("text-overflow") === "ellipsis") {
    text = cutToWidth(text, width, (part) => widthOf(node, part));
  }
  return line(
    node,
    text,
    layout.position(node, "x", "x"),
    layout.position(node, "y", "y"),
  );
}

/** Text broken by words into the element's box; what does not fit is cut off. */
export function drawTextarea(node: ViewNode, { layout }: Picture): string {
  const box = layout.placed(node);
  const step = lineStep(node);
  const lines = textareaLines(node, layout);
  const spare = Math.max(0, box.height - lines.length * step);
  const align = node.get("display-align");
  const down = align === "center" ? spare / 2 : align === "after" ? spare : 0;
  const anchor = node.get("text-anchor");
  const share = anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0;
  const x = box.x + box.width * share;
  const first = box.y + down + fontSize(node) * RISE;
  return lines
    .map((text, index) => line(node, text, x, first + index * step))
    .join("");
}

/** The lines that a textarea has room for, as they are shown. */
export function textareaLines(node: ViewNode, layout: Layout): string[] {
  const box = layout.placed(node);
  const measure = (part: string) => widthOf(node, part);
  const fitting =
    box.height > 0
      ? Math.max(1, Math.floor(box.height / lineStep(node)))
      : Infinity;
  const rows = Math.min(
    fitting,
    resolveLength(node.get("rows"), 0, 0) || Infinity,
  );
  const all = wrap(reserved(node, node.text), box.width, measure);
  const lines = all.slice(0, rows);
  if (all.length > rows && node.get("text-overflow") === "ellipsis") {
    const last = lines.length - 1;
    lines[last] = cutToWidth(`${lines[last]} …`, box.width, measure);
  }
  return lines;
}

function lineStep(node: ViewNode): number {
  return (
    resolveLength(node.get("line-increment"), 0, 0) || fontSize(node) * LINE
  );
}

function line(node: ViewNode, text: string, x: number, y: number): string {
  const underlined = node.get("text-decoration") === "underline";
  return element(
    "text",
    {
      ...common(node),
      x,
      y,
      ...paint(node),
      "font-family": FONTS,
      "font-size": fontSize(node),
      "font-weight": weight(node),
      "text-anchor": ANCHORS[node.get("text-anchor") ?? ""],
      "letter-spacing":
        resolveLength(node.get("letter-spacing"), 0, 0) || undefined,
      "text-decoration": underlined ? "underline" : undefined,
    },
    escapeText(text),
  );
}

function weight(node: ViewNode): number {
  if (isBold(node)) return 700;
  const family = node.get("font-family") ?? "";
  return node.get("font-weight") === "light" || /light/i.test(family)
    ? 300
    : 400;
}

function widthOf(node: ViewNode, text: string): number {
  const spacing = resolveLength(node.get("letter-spacing"), 0, 0);
  return textWidth(text, fontSize(node), isBold(node), spacing);
}

/** The part of a text that fits the characters the view reserves, in steps of four. */
function reserved(node: ViewNode, text: string): string {
  const length = resolveLength(node.get("text-length"), 0, 0);
  return length > 0 ? text.slice(0, Math.ceil(length / 4) * 4) : text;
}
