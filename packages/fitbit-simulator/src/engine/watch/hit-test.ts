import type { ViewNode, ViewTree } from "../view/index";
import { layerOf, Layout } from "../view/layout";

/** The touched element and what it is in, innermost first, and the point in pixels; or why it takes no touch. */
export type HitResult =
  | {
      readonly path: readonly ViewNode[];
      readonly x: number;
      readonly y: number;
    }
  | { readonly reason: string };

/** What a tap did, or why it could not. */
export type TapResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Touches the middle of an element, as a finger would.
 * Only elements with `pointer-events="visible"`, their parts and what holds them get touches.
 */
export function hitTest(tree: ViewTree, id: string): HitResult {
  const node = tree.byId(id);
  if (node === null) return { reason: `there is no "${id}" in this view` };
  if (!tree.visible(node)) return { reason: `"${id}" is hidden` };
  const path = lineage(node);
  const touchable =
    path.some(takesTouches) || descendants(node).some(takesTouches);
  if (!touchable) {
    return { reason: `"${id}" takes no touches (no pointer-events="visible")` };
  }
  const box = tree.box(node);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const { width, height } = tree.screen;
  if (x < 0 || y < 0 || x > width || y > height) {
    return { reason: `"${id}" is outside the screen` };
  }
  const cover = coveredBy(tree, node, path, x, y);
  if (cover !== undefined) {
    return { reason: `"${id}" is covered by "${cover.id || cover.tag}"` };
  }
  return { path, x, y };
}

function coveredBy(
  tree: ViewTree,
  node: ViewNode,
  path: readonly ViewNode[],
  x: number,
  y: number,
): ViewNode | undefined {
  const layout = new Layout(tree.screen);
  let passed = false;
  let cover: ViewNode | undefined;
  for (const other of drawn(tree.root)) {
    if (other === node) passed = true;
    if (!passed || !takesTouches(other) || path.includes(other)) continue;
    if (lineage(other).includes(node) || !tree.visible(other)) continue;
    // Both parts of one touchable element: the touch reaches it either way.
    if (path.some((up) => takesTouches(up) && lineage(other).includes(up))) {
      continue;
    }
    if (within(layout, other, x, y)) cover = other;
  }
  return cover;
}

function takesTouches(node: ViewNode): boolean {
  const value = node.get("pointer-events");
  return value !== undefined && value !== "none";
}

/** An element and all it is in, innermost first. */
export function lineage(node: ViewNode): ViewNode[] {
  const path: ViewNode[] = [];
  for (let at: ViewNode | null = node; at !== null; at = at.parent) {
    path.push(at);
  }
  return path;
}

/** The topmost element that takes touches at a point of the screen. */
export function nodeAt(
  tree: ViewTree,
  x: number,
  y: number,
): ViewNode | undefined {
  const layout = new Layout(tree.screen);
  let found: ViewNode | undefined;
  for (const node of drawn(tree.root)) {
    if (takesTouches(node) && isAt(tree, layout, node, x, y)) found = node;
  }
  return found;
}

/** Every element in the order they are drawn: what comes later lies above. */
export function* drawn(node: ViewNode): Generator<ViewNode> {
  yield node;
  const { children } = node;
  const layered = children.some((child) => layerOf(child) !== 0)
    ? [...children].sort((a, b) => layerOf(a) - layerOf(b))
    : children;
  for (const child of layered) yield* drawn(child);
}

/** Whether an element is seen at a point of the screen: nothing around it cuts it off there. */
export function isAt(
  tree: ViewTree,
  layout: Layout,
  node: ViewNode,
  x: number,
  y: number,
): boolean {
  if (!within(layout, node, x, y) || !tree.visible(node)) return false;
  return lineage(node).every(
    (up) => up.get("overflow") !== "hidden" || within(layout, up, x, y),
  );
}

function within(layout: Layout, node: ViewNode, x: number, y: number): boolean {
  const box = layout.box(node);
  return (
    x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
  );
}

function descendants(node: ViewNode): ViewNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}
