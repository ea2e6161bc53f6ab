import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PNG } from "pngjs";
import type { Box, ViewNode, ViewTree } from "fitbit-simulator/draw";
import { figuresFolder } from "../build/figure-sheet";
import { ROOT } from "../build/fresh-build";

const known = new Map<string, Box[]>();

/** Where a picture of the figure is not black, column by column, from its own corner. */
function columnsOf(file: string): Box[] {
  const picture = PNG.sync.read(readFileSync(file));
  const { width, height, data } = picture;
  const columns: Box[] = [];
  for (let x = 0; x < width; x++) {
    const rows = Array.from({ length: height }, (_, y) => y).filter((y) =>
      [0, 1, 2].some((part) => data[(y * width + x) * 4 + part]! > 0),
    );
    if (rows.length === 0) continue;
    const y = rows[0]!;
    columns.push({ x, y, width: 1, height: rows.at(-1)! + 1 - y });
  }
  return columns;
}

/** What is seen of an element: of the figure, whose picture is black around it, not the whole box. */
export function seenOf(tree: ViewTree, node: ViewNode): Box[] {
  const box = tree.box(node);
  const file = node.tag === "image" ? (node.get("href") ?? "") : "";
  if (!file.startsWith("figures/")) return [box];
  const picture = join(ROOT, figuresFolder(box.width), basename(file));
  const columns = known.get(picture) ?? columnsOf(picture);
  known.set(picture, columns);
  return columns.map((one) => ({ ...one, x: box.x + one.x, y: box.y + one.y }));
}
