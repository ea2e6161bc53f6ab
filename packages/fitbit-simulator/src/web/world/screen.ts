import { drawSvg } from "../../draw";
import type { PackageImages } from "../../draw/images";
import type { World } from "../../engine";
import type { Box, ViewNode, ViewTree } from "../../engine/view";
import { scrollerOf } from "../../engine/view/scroll";
import { seenElements } from "./seen-elements";
import type { Screen, Target } from "./protocol";

/**
 * What the watch shows, null while it shows nothing; and whether it moves by itself.
 * @param inspected whether its elements are told, too
 */
export function takeScreen(
  { watch, nowMs }: World,
  images: PackageImages,
  inspected: boolean,
): { readonly screen: Screen | null; readonly moves: boolean } {
  const { tree, view } = watch;
  if (tree === undefined || view === undefined || !watch.display.on) {
    return { screen: null, moves: false };
  }
  const moves = tree.advance(nowMs);
  const texts = visibleTexts(tree);
  const screen = {
    view,
    svg: drawSvg(tree, { image: (href, fill) => images.url(href, fill) }),
    targets: targetsOf(tree, texts),
    scrolls: [...tree.all()].some(
      (node) => scrollerOf(tree, node) !== undefined && tree.visible(node),
    ),
    texts: texts.map(({ text }) => text),
    images: imagesOf(tree),
    elements: inspected ? seenElements(tree) : undefined,
  };
  return { screen, moves };
}

function imagesOf(tree: ViewTree): string[] {
  const found: string[] = [];
  for (const node of tree.all()) {
    const href = node.tag === "image" ? node.get("href") : undefined;
    if (href !== undefined && href !== "" && tree.visible(node)) {
      found.push(href);
    }
  }
  return found;
}

interface Said {
  readonly text: string;
  readonly box: Box;
}

function visibleTexts(tree: ViewTree): Said[] {
  const said: Said[] = [];
  for (const node of tree.all()) {
    if (node.text.trim() === "" || !tree.visible(node)) continue;
    said.push({ text: node.text.trim(), box: tree.box(node) });
  }
  return said.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** What takes touches, the topmost last. */
function targetsOf(tree: ViewTree, texts: readonly Said[]): Target[] {
  const { width, height } = tree.screen;
  const found: { id: string; box: Box }[] = [];
  for (const node of tree.all()) {
    if (!takesTouches(node) || !tree.visible(node)) continue;
    const box = tree.box(node);
    const outside =
      box.x >= width ||
      box.y >= height ||
      box.x + box.width <= 0 ||
      box.y + box.height <= 0;
    const id = idOf(node);
    if (id !== "" && !outside && box.width > 0) found.push({ id, box });
  }
  return found.map(({ id, box }) => {
    const own = texts.filter(
      (text) =>
        holdsMiddle(box, text.box) &&
        !found.some(({ box: other }) => isIn(other, box, text.box)),
    );
    const words = own.map(({ text }) => text).join(", ");
    const most = box.width * box.height > 0.6 * width * height;
    const label = most || words === "" ? id.replaceAll("-", " ") : words;
    return { id, label, ...box };
  });
}

function takesTouches(node: ViewNode): boolean {
  const value = node.get("pointer-events");
  return value !== undefined && value !== "none";
}

/** Its own id or that of the nearest element that holds it. */
function idOf(node: ViewNode): string {
  for (let at: ViewNode | null = node; at !== null; at = at.parent) {
    if (at.id !== "") return at.id;
  }
  return "";
}

/** Whether a point lies in a box. */
function holds(box: Box, x: number, y: number): boolean {
  return (
    x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
  );
}

function holdsMiddle(outer: Box, { x, y, width, height }: Box): boolean {
  return holds(outer, x + width / 2, y + height / 2);
}

/** A smaller target inside `box` has this text. */
function isIn(other: Box, box: Box, text: Box): boolean {
  return (
    other !== box &&
    other.width * other.height < box.width * box.height &&
    holdsMiddle(other, text)
  );
}
