import type { Box, ViewNode, ViewTree } from "fitbit-simulator/draw";
import { cornerOf } from "../pictures/corners";
import { seenOf } from "./figure-ink";
import { Layout, fontSize } from "fitbit-simulator/draw";
import { resolveLength } from "fitbit-simulator/draw";
import {
  lineStep,
  reserved,
  textareaLines,
  widthOf,
} from "fitbit-simulator/draw";

/** Letters fill this part of their line's height, from its top; ideographs fill more than all. */
const LETTERS = [0.05, 0.77] as const;
const IDEOGRAPHS = [-0.13, 0.87] as const;
/** Room above the letters in the box of a text, as a part of their size. */
const ABOVE = 0.22;
/** Parts of a stroke that are looked at. */
const STEPS = 20;
/** Scripts whose lines may break between any two characters. */
const CJK = /[\u2e80-\uffef]/;

/** A line of text as it stands on the screen: its letters, not the room around them. */
export interface Line {
  readonly node: ViewNode;
  readonly text: string;
  readonly box: Box;
}

export function number(node: ViewNode, name: string): number {
  return resolveLength(node.get(name), 0, 0);
}

function lettersOf(box: Box, text: string): Box {
  const [top, bottom] = CJK.test(text) ? IDEOGRAPHS : LETTERS;
  return {
    ...box,
    y: box.y + box.height * top,
    height: box.height * (bottom - top),
  };
}

function areaLines(tree: ViewTree, node: ViewNode): Line[] {
  const area = tree.box(node);
  const texts = textareaLines(node, new Layout(tree.screen));
  const size = fontSize(node);
  const step = lineStep(node);
  const down = Math.max(0, (area.height - texts.length * step) / 2);
  return texts.map((text, index) => {
    const width = widthOf(node, text);
    const middle = node.get("text-anchor") === "middle";
    const x = area.x + (middle ? (area.width - width) / 2 : 0);
    const y = area.y + down + index * step + size * 0.2;
    return { node, text, box: lettersOf({ x, y, width, height: size }, text) };
  });
}

/** As high as the letters are large: the box of a text is a line high, with room above and below. */
function lineOf(tree: ViewTree, node: ViewNode): Box {
  const box = tree.box(node);
  const height = fontSize(node);
  return { ...box, y: box.y + height * ABOVE, height };
}

/** All that can be read on the screen, line by line. */
export function linesOf(tree: ViewTree): Line[] {
  return [...tree.all()]
    .filter((node) => node.text.trim() !== "" && tree.visible(node))
    .flatMap((node) => {
      if (node.tag === "textarea") return areaLines(tree, node);
      if (node.tag !== "text") return [];
      return [
        {
          node,
          text: node.text,
          box: lettersOf(lineOf(tree, node), node.text),
        },
      ];
    })
    .filter(({ box }) => box.y + box.height > 0 && box.y < tree.screen.height);
}

type Point = readonly [x: number, y: number];

function corners({ x, y, width, height }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

/** The part of the display that may be used: inside the ring, where a view has one, if `inRing`. */
export function displayOf(
  tree: ViewTree,
  inRing: boolean,
): (point: Point) => boolean {
  const { width, height } = tree.screen;
  const rings = [...tree.all()]
    .filter((node) => node.tag === "arc" && number(node, "width") > width * 0.9)
    .map((node) => number(node, "width") / 2 - number(node, "arc-width"));
  if (inRing && rings.length > 0) {
    const radius = Math.min(...rings);
    return ([x, y]) => Math.hypot(x - width / 2, y - height / 2) <= radius;
  }
  const corner = cornerOf(width);
  return ([x, y]) => {
    const dx = Math.max(corner - x, x - (width - corner), 0);
    const dy = Math.max(corner - y, y - (height - corner), 0);
    return Math.hypot(dx, dy) <= corner;
  };
}

export function covers(
  tree: ViewTree,
  shape: ViewNode,
  [x, y]: Point,
): boolean {
  const box = tree.box(shape);
  if (shape.tag === "circle") {
    const radius = box.width / 2;
    return Math.hypot(x - box.x - radius, y - box.y - radius) <= radius;
  }
  return (
    x >= box.x &&
    x <= box.x + box.width &&
    y >= box.y &&
    y <= box.y + box.height
  );
}

/** Filled shapes that can be seen, such as those of a button. */
export function shapesOf(tree: ViewTree): ViewNode[] {
  return [...tree.all()].filter(
    (node) =>
      (node.tag === "rect" || node.tag === "circle") &&
      node.get("opacity") !== "0" &&
      tree.visible(node),
  );
}

function meet(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

/** True when a stroke or a picture lies on a box; of a stroke, its middle line. */
function liesOn(tree: ViewTree, drawn: ViewNode, box: Box): boolean {
  const around = tree.box(drawn);
  if (drawn.tag !== "line") {
    return seenOf(tree, drawn).some((seen) => meet(seen, box));
  }
  const across = number(drawn, "x2") - number(drawn, "x1");
  const rises = across * (number(drawn, "y2") - number(drawn, "y1")) < 0;
  return Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).some(
    (share) => {
      const x = around.x + share * around.width;
      const y = around.y + (rises ? 1 - share : share) * around.height;
      return meet({ x, y, width: 1, height: 1 }, box);
    },
  );
}

/** True when the lines say the whole text and break only where the script allows it. */
function isWhole(text: string, lines: readonly string[]): boolean {
  let at = 0;
  for (const line of lines) {
    const behind = text.slice(at).trimStart();
    const gap = text.slice(at).length - behind.length;
    const before = text.slice(0, at).slice(-1);
    const inside = at > 0 && gap === 0;
    if (!behind.startsWith(line)) return false;
    if (inside && !CJK.test(before) && !CJK.test(behind.charAt(0)))
      return false;
    at += gap + line.length;
  }
  return text.slice(at).trim() === "";
}

function cut(tree: ViewTree): string[] {
  return [...tree.all()]
    .filter((node) => node.text.trim() !== "" && tree.visible(node))
    .flatMap((node) => {
      const kept = reserved(node, node.text);
      if (kept !== node.text) {
        return [`#${node.id} has room for ${kept} of ${node.text}`];
      }
      if (node.tag !== "textarea") return [];
      const lines = textareaLines(node, new Layout(tree.screen));
      return isWhole(node.text, lines)
        ? []
        : [`#${node.id} is cut: ${lines.join(" / ")} of ${node.text}`];
    });
}

/**
 * What is wrong with the text of a screen as it stands: lines that are cut, that leave the display
 * or their button, or that touch another line, a line of a symbol or a picture.
 */
export function misfits(tree: ViewTree): string[] {
  const found = cut(tree);
  const inDisplay = displayOf(tree, true);
  const shapes = shapesOf(tree);
  const lines = linesOf(tree);
  const drawn = [...tree.all()].filter(
    (node) =>
      tree.visible(node) &&
      (node.tag === "line" || (node.tag === "image" && node.get("href"))),
  );
  lines.forEach(({ node, text, box }, index) => {
    const told = `#${node.id} (${Math.round(box.x)} to ${Math.round(box.x + box.width)}): ${text}`;
    if (!corners(box).every(inDisplay)) found.push(`off the display: ${told}`);
    const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
    const fill = shapes
      .filter((shape) => covers(tree, shape, centre))
      .map((shape) => shape.get("fill"))
      .pop();
    const button = shapes.filter((shape) => shape.get("fill") === fill);
    if (
      fill !== undefined &&
      !corners(box).every((point) =>
        button.some((shape) => covers(tree, shape, point)),
      )
    ) {
      found.push(`off its button: ${told}`);
    }
    lines.slice(index + 1).forEach((other) => {
      if (meet(box, other.box)) found.push(`on #${other.node.id}: ${told}`);
    });
    drawn.forEach((other) => {
      if (liesOn(tree, other, box)) {
        found.push(`on a ${other.tag} ${other.id}: ${told}`);
      }
    });
  });
  return found;
}
