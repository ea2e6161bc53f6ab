import type { Box, ViewNode, ViewTree } from "fitbit-simulator/draw";
import { seenOf } from "../../tools/words/figure-ink";
import {
  covers,
  displayOf,
  linesOf,
  number,
  shapesOf,
} from "../../tools/words/text-fit";

/** A box with a rounded rim of `r` pixels around it: a dot has no box, a stroke is a row of dots. */
interface Part extends Box {
  readonly r: number;
}

/** Something that is seen, and what it belongs to: nothing touches itself. */
export interface Ink {
  readonly name: string;
  readonly whole: string;
  readonly parts: readonly Part[];
  /** Around all parts. */
  readonly around: Part;
}

/** Fewest pixels between two things; the box of a text leaves more where it has no tall letters. */
const GAP = 0.5;
/** Pixels, and degrees, from one dot of a stroke to the next. */
const STEP = 3;
/** Tracks, the floor and its furniture, far limbs, what is to come: seen, not read. */
const SLATE = "#3d5567";

export function isQuiet(node: ViewNode): boolean {
  return node.get("fill") === SLATE;
}

/** A part of a symbol: of a stop, of an arrow, of a tick in its circle. */
export function isGlyph(node: ViewNode): boolean {
  return ["glyph", "stroke", "check"].some((name) =>
    node.classNames.includes(name),
  );
}

/** True when an element belongs to the one with this id. */
export function isIn(node: ViewNode, id: string): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.id === id) return true;
  }
  return false;
}

/** Filled shapes with a text on them, and what belongs to those: buttons. */
function buttonsOf(tree: ViewTree): ViewNode[] {
  const lines = linesOf(tree);
  const shapes = shapesOf(tree).filter((shape) => !isGlyph(shape));
  const under = shapes.filter((shape) =>
    lines.some(({ box: { x, y, width, height } }) =>
      covers(tree, shape, [x + width / 2, y + height / 2]),
    ),
  );
  const y = (shape: ViewNode) => tree.box(shape).y;
  return shapes.filter((shape) =>
    under.some(
      (one) =>
        one.get("fill") === shape.get("fill") &&
        Math.abs(y(one) - y(shape)) < 1,
    ),
  );
}

/** What is drawn and is neither text nor a button. */
export function marksOf(tree: ViewTree): ViewNode[] {
  const buttons = buttonsOf(tree);
  return [...tree.all()].filter((node) => {
    if (!tree.visible(node) || node.get("opacity") === "0") return false;
    if (node.tag === "image") return !!node.get("href");
    if (node.tag === "arc") return number(node, "sweep-angle") > 0;
    const filled = ["line", "circle", "rect"].includes(node.tag);
    return filled && !buttons.includes(node);
  });
}

function dot(x: number, y: number, r: number): Part {
  return { x, y, width: 0, height: 0, r };
}

function line(tree: ViewTree, node: ViewNode): Part[] {
  const box = tree.box(node);
  const r = number(node, "stroke-width") / 2;
  const across = number(node, "x2") - number(node, "x1");
  const rises = across * (number(node, "y2") - number(node, "y1")) < 0;
  const steps = Math.ceil(Math.hypot(box.width, box.height) / STEP) || 1;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const y = box.y + (rises ? 1 - share : share) * box.height;
    return dot(box.x + share * box.width, y, r);
  });
}

function arc(tree: ViewTree, node: ViewNode): Part[] {
  const { x, y, width } = tree.box(node);
  const thick = number(node, "arc-width");
  const radius = (width - thick) / 2;
  const steps = Math.ceil(number(node, "sweep-angle") / STEP);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (step * STEP * Math.PI) / 180;
    const at = x + width / 2 + radius * Math.sin(angle);
    return dot(at, y + width / 2 - radius * Math.cos(angle), thick / 2);
  });
}

function partsOf(tree: ViewTree, node: ViewNode): Part[] {
  if (node.tag === "line") return line(tree, node);
  if (node.tag === "arc") return arc(tree, node);
  const box = tree.box(node);
  if (node.tag !== "circle") {
    return seenOf(tree, node).map((seen) => ({ ...seen, r: 0 }));
  }
  const r = box.width / 2;
  return [dot(box.x + r, box.y + r, r)];
}

function distance(a: Part, b: Part): number {
  const dx = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0);
  const dy = Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0);
  return Math.hypot(dx, dy) - a.r - b.r;
}

function ink(name: string, whole: string, parts: readonly Part[]): Ink {
  const x = Math.min(...parts.map((part) => part.x));
  const y = Math.min(...parts.map((part) => part.y));
  const right = Math.max(...parts.map((part) => part.x + part.width));
  const bottom = Math.max(...parts.map((part) => part.y + part.height));
  const { r } = parts[0]!;
  const around = { x, y, width: right - x, height: bottom - y, r };
  return { name, whole, parts, around };
}

/** All that is drawn and is neither text nor a button. */
export function drawnInk(tree: ViewTree): Ink[] {
  return marksOf(tree).map((node) => {
    const whole = isIn(node, "figure") ? "figure" : "mark";
    return ink(`${node.tag} #${node.id}`, whole, partsOf(tree, node));
  });
}

/** Those of the others that touch one thing, or nearly. */
function close(one: Ink, others: readonly Ink[]): string[] {
  return others
    .filter(({ whole }) => whole !== one.whole)
    .filter(({ around }) => distance(one.around, around) < GAP)
    .flatMap((other) => {
      const gaps = one.parts.flatMap((part) =>
        other.parts.map((beside) => distance(part, beside)),
      );
      const gap = Math.min(...gaps);
      if (gap >= GAP) return [];
      return [`${one.name} and ${other.name}: ${gap.toFixed(1)} px apart`];
    });
}

/** Words that touch what is drawn. */
export function wordsTouching(tree: ViewTree, drawn: readonly Ink[]): string[] {
  return linesOf(tree).flatMap(({ node, text, box }) =>
    close(ink(text, node.id, [{ ...box, r: 0 }]), drawn),
  );
}

/** Things that touch; that texts do not touch each other is seen to where they are read. */
export function touching(tree: ViewTree): string[] {
  const drawn = drawnInk(tree);
  const among = drawn.flatMap((one, index) =>
    close(one, drawn.slice(index + 1)),
  );
  return [...wordsTouching(tree, drawn), ...among];
}

/** Pictures and symbols that the display's corners cut, or that leave the ring they are in. */
export function outside(tree: ViewTree): string[] {
  const display = displayOf(tree, false);
  const ring = displayOf(tree, true);
  return marksOf(tree).flatMap((node) => {
    // What a list cuts can be scrolled to.
    if (isIn(node, "list")) return [];
    const inside = isIn(node, "figure") ? ring : display;
    const rim = partsOf(tree, node).flatMap(({ x, y, width, height, r }) => [
      [x - r, y] as const,
      [x, y - r] as const,
      [x + width + r, y + height] as const,
      [x + width, y + height + r] as const,
    ]);
    return rim.every(inside) ? [] : [`${node.tag} #${node.id}`];
  });
}
