import type { ViewNode } from "./types";

/** What moves, turns and scales a group, as the view or a script wrote it. */
export interface Transform {
  readonly x: string | undefined;
  readonly y: string | undefined;
  /** Degrees. */
  readonly angle: string | undefined;
  readonly scaleX: string | undefined;
  readonly scaleY: string | undefined;
  /** The point it turns and scales about, in the group's coordinates. */
  readonly pivotX: string | undefined;
  readonly pivotY: string | undefined;
}

/** A group's transformation; a part that a script set stands in place of the view's. */
export function transformOf(node: ViewNode): Transform {
  const source = node.get("transform") ?? "";
  const [x, y] = listed(source, "translate");
  const [angle] = listed(source, "rotate");
  const [scaleX, scaleY = scaleX] = listed(source, "scale");
  return {
    x: node.get("translate-x") ?? x,
    y: node.get("translate-y") ?? y,
    angle: node.get("rotate-angle") ?? angle,
    scaleX: node.get("scale-x") ?? scaleX,
    scaleY: node.get("scale-y") ?? scaleY,
    pivotX: node.get("pivot-x"),
    pivotY: node.get("pivot-y"),
  };
}

function listed(source: string, name: string): string[] {
  const found = new RegExp(`${name}\\(([^()]*)\\)`).exec(source);
  // `50% - 122` is one length; in `50% -122` there are two.
  const terms = (found?.[1] ?? "").replace(/\s*([+-])\s+/g, "$1");
  return terms.split(/[\s,]+/).filter((part) => part !== "");
}
