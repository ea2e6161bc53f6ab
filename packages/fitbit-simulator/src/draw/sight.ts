import type { ViewNode } from "../engine/view";
import { isDrawn } from "../engine/view/layout";
import { transformOf } from "../engine/view/transform";
import type { Picture } from "./picture";

/** Whether an element, or anything that it holds, may be on the screen. What is turned or scaled may be. */
export function mayBeSeen(node: ViewNode, picture: Picture): boolean {
  if (!isDrawn(node) || node.get("display") === "none") return false;
  if (isTurned(node)) return true;
  const isGroup = ["svg", "g", "use", "section", "symbol"].includes(node.tag);
  if (!isGroup && isOnScreen(node, picture)) return true;
  return node.children.some((child) => mayBeSeen(child, picture));
}

/** Whether an element and all that it holds are surely off the screen. */
export function isOff(node: ViewNode, picture: Picture): boolean {
  for (let up = node.parent; up !== null; up = up.parent) {
    if (isTurned(up)) return false;
  }
  return !mayBeSeen(node, picture);
}

function isTurned(node: ViewNode): boolean {
  const { angle, scaleX, scaleY } = transformOf(node);
  return (angle ?? scaleX ?? scaleY) !== undefined;
}

function isOnScreen(node: ViewNode, { layout, screen }: Picture): boolean {
  const { x, y, width, height } = layout.box(node);
  const edge = Number.parseFloat(node.get("stroke-width") ?? "") || 0;
  return (
    x - edge < screen.width &&
    y - edge < screen.height &&
    x + width + edge > 0 &&
    y + height + edge > 0
  );
}
