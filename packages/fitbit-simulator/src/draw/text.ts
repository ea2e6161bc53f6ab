import type { ViewNode } from "../engine/view";
import { fontSize, isBold } from "../engine/view/layout";
import { resolveLength } from "../engine/view/length";
import {
  lineStep,
  reserved,
  textareaLines,
  widthOf,
} from "../engine/view/lines";
import { cutToWidth } from "../engine/view/wrap";
import { element, escapeText } from "./element";
import { common, paint, type Picture } from "./picture";

// Free fonts whose letters are near the watch's; the first one found is used.
const FONTS = `"Open Sans", "Noto Sans", "DejaVu Sans", sans-serif`;

// Share of the font size: from the top of a line to its baseline.
const RISE = 0.95;

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
  const given = node.get("font-weight");
  return given === "light" || Number(given) < 400 || /light/i.test(family)
    ? 300
    : 400;
}
