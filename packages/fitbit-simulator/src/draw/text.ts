import type { ViewNode } from "../engine/view";
import { fontSize, isBold, weightOf } from "../engine/view/layout";
import { resolveLength } from "../engine/view/length";
import {
  lineStep,
  reserved,
  textareaLines,
  widthOf,
} from "../engine/view/lines";
import { moves, readable } from "../engine/view/metrics";
import { cutToWidth } from "../engine/view/wrap";
import { element, escapeText, round } from "./element";
import { common, paint, type Picture } from "./picture";

// Free fonts whose letters are near the watch's; the first one that has a letter is used for it.
const FONTS = `Barlow, "Open Sans", "Noto Sans", "DejaVu Sans", sans-serif`;

// Share of the font size: from the top of a line to its baseline.
const RISE = 0.95;

const ANCHORS: Readonly<Record<string, string>> = {
  middle: "middle",
  end: "end",
};

/** One line of text, standing on its baseline. */
export function drawText(node: ViewNode, { layout }: Picture): string {
  const oneLine = node.text.replace(/\s*\n\s*/g, " ").replace(/\s/g, " ");
  let text = reserved(node, oneLine);
  const width = layout.length(node, "width", "x");
  if (width > 0 && node.get("text-overflow") === "ellipsis") {
    text = cutToWidth(text, width, (part) => widthOf(node, part));
  }
  return line(
    node,
    text,
    layout.position(node, "x", "x"),
    layout.baseline(node),
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

/** Shares of a text's width that are before its place. */
const BEFORE: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };

function line(node: ViewNode, text: string, x: number, y: number): string {
  const underlined = node.get("text-decoration") === "underline";
  const anchor = node.get("text-anchor") ?? "";
  const moved = moves(text, fontSize(node), isBold(node));
  // Not every drawer of SVG counts letters that are moved towards the width of their text.
  const before = moved ? (BEFORE[anchor] ?? 0) * widthOf(node, text) : 0;
  return element(
    "text",
    {
      ...common(node),
      x: x - before,
      y,
      dx: moved?.map(round).join(" "),
      ...paint(node),
      "font-family": FONTS,
      "font-size": fontSize(node),
      "font-weight": weightOf(node),
      "text-anchor": moved ? undefined : ANCHORS[anchor],
      "letter-spacing":
        resolveLength(node.get("letter-spacing"), 0, 0) || undefined,
      "text-decoration": underlined ? "underline" : undefined,
    },
    escapeText(keepSpaces(readable(text))),
  );
}

/** SVG draws one space for several, and none at the ends; those that do not break lines it draws all. */
function keepSpaces(text: string): string {
  return text.replace(/^ +| {2,}| +$/g, ({ length }) =>
    "\u00a0".repeat(length),
  );
}
