import type { ViewNode, ViewTree } from "fitbit-simulator/draw";
import { covers, linesOf, shapesOf } from "../../tools/words/text-fit";
import { isGlyph, isIn, isQuiet, marksOf } from "./ink";

/** For what is read at a glance, in motion or lying down: work and waits. */
const LEAST_IN_MOTION = 7;
const LEAST = 4.5;

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const hex = { white: "#ffffff", black: "#000000" }[colour] ?? colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours of a view, 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The colour of the button that a text stands on, or of the display. */
function groundOf(tree: ViewTree, node: ViewNode): string {
  const { x, y, width, height } = tree.box(node);
  const under = shapesOf(tree)
    .filter((shape) => shape !== node && !isGlyph(shape))
    .filter((shape) => !isIn(shape, "figure"))
    .filter((shape) => covers(tree, shape, [x + width / 2, y + height / 2]));
  return under.pop()?.get("fill") ?? "black";
}

/** Texts, symbols and figures with too little contrast to what is behind them. */
export function faint(tree: ViewTree): string[] {
  // Work and waits alone can be paused by a touch anywhere.
  const least = tree.byId("pause") ? LEAST_IN_MOTION : LEAST;
  const said = linesOf(tree).map(({ node }) => node);
  const drawn = marksOf(tree).filter(
    (node) => node.tag !== "image" && !isQuiet(node),
  );
  return [...said, ...drawn].flatMap((node) => {
    const fill = node.get("fill") ?? "black";
    const found = contrast(fill, groundOf(tree, node));
    if (found >= least) return [];
    return [`${node.tag} #${node.id}, ${fill}: ${found.toFixed(1)} to 1`];
  });
}
