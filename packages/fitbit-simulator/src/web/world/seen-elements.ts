import { fontSize, isDrawn, layerOf } from "../../engine/view/layout";
import type { Box, ViewNode, ViewTree } from "../../engine/view";

/** An element of the open view, as the inspector shows it. */
export interface SeenElement {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** 0 of the root, one more of what is in it. */
  readonly depth: number;
  readonly text: string;
  /** On the screen, in its pixels; turning and scaling do not count. */
  readonly box: Box;
  /** The part of it that is seen; null while it is hidden or outside. */
  readonly shown: Box | null;
  /** It draws something itself and does not only hold others. */
  readonly draws: boolean;
  /** Its place in the order of drawing: higher lies above. */
  readonly order: number;
  /** Its values in force, those of its own first. */
  readonly values: readonly SeenValue[];
}

/** A value of an element: of markup, styles, scripts or animations, or taken from what it is in. */
export interface SeenValue {
  readonly name: string;
  readonly value: string;
  readonly inherited: boolean;
}

/** Elements that are listed at most; views on watches have a few hundred. */
const MOST_ELEMENTS = 1500;
const MOST_VALUES = 40;
const MOST_CHARACTERS = 200;

const HOLDERS = new Set(["svg", "g", "use", "section", "defs", "symbol"]);
/** What the inspector says elsewhere. */
const ELSEWHERE = new Set([
  ...["id", "class", "style", "text", "text-buffer", "textContent", "type"],
]);
/** What letters take from around them. */
const OF_LETTERS = [
  ...["fill", "font-family", "font-size", "font-weight"],
  ...["text-anchor", "letter-spacing", "visibility"],
];

/** Every element of a view that can be seen, in the order of the document. */
export function seenElements(tree: ViewTree): SeenElement[] {
  const orders = new Map<ViewNode, number>();
  order(tree.root, orders);
  const found: SeenElement[] = [];
  const screen: Box = { x: 0, y: 0, ...tree.screen };
  const add = (node: ViewNode, depth: number, around: Box | null): void => {
    if (found.length >= MOST_ELEMENTS || !isDrawn(node)) return;
    const box = tree.box(node);
    const shown = tree.visible(node) ? common(box, around) : null;
    found.push({
      tag: short(node.tag),
      id: short(node.id),
      classes: node.classNames.slice(0, MOST_VALUES).map(short),
      depth,
      text: short(node.text),
      box,
      shown,
      draws: !HOLDERS.has(node.tag),
      order: orders.get(node) ?? 0,
      values: valuesOf(node),
    });
    const inside =
      node.get("overflow") === "hidden" ? common(box, around) : around;
    for (const child of node.children) add(child, depth + 1, inside);
  };
  add(tree.root, 0, screen);
  return found;
}

/** Numbers the elements as they are drawn. */
function order(node: ViewNode, orders: Map<ViewNode, number>): void {
  orders.set(node, orders.size);
  const children = [...node.children].sort((a, b) => layerOf(a) - layerOf(b));
  for (const child of children) order(child, orders);
}

/** What two boxes have in common; null when that is nothing. */
function common(a: Box, b: Box | null): Box | null {
  if (b === null) return null;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function valuesOf(node: ViewNode): SeenValue[] {
  const own = node.names.filter((name) => !ELSEWHERE.has(name));
  const letters = node.tag === "text" || node.tag === "textarea";
  const taken = (letters ? OF_LETTERS : ["fill"]).filter(
    (name) => !own.includes(name),
  );
  const found = [...own, ...taken].flatMap((name) => {
    const value = node.get(name);
    if (value === undefined) return [];
    return [
      {
        name: short(name),
        value: short(value),
        inherited: !own.includes(name),
      },
    ];
  });
  if (letters && !found.some(({ name }) => name === "font-size")) {
    found.push({
      name: "font-size",
      value: String(fontSize(node)),
      inherited: true,
    });
  }
  return found.slice(0, MOST_VALUES);
}

function short(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}…`
    : text;
}
