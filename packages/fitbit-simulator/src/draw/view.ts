import { besideView } from "../engine/package/image-files";
import type { ViewNode, ViewTree } from "../engine/view";
import { isDrawn, isFrame, layerOf, Layout } from "../engine/view/layout";
import { resolveLength } from "../engine/view/length";
import { transformOf } from "../engine/view/transform";
import { colourOf } from "./colour";
import { element, round } from "./element";
import { drawGradient } from "./gradient";
import { common, fraction, type Picture } from "./picture";
import { drawArc, drawCircle, drawImage, drawLine, drawRect } from "./shapes";
import { isOff, mayBeSeen } from "./sight";
import { drawText, drawTextarea } from "./text";

/** What a picture needs beside the view. */
export interface DrawingResources {
  /**
   * The image that a view's `href` means, as a `data:` URL; undefined when there is none. `fill` is
   * the element's colour, for images that are mere masks.
   */
  image(href: string, fill: string | undefined): string | undefined;
}

type Draw = (node: ViewNode, picture: Picture) => string;

const DRAW: Readonly<Record<string, Draw>> = {
  rect: drawRect,
  circle: drawCircle,
  line: drawLine,
  arc: (node, picture) => drawArc(node, picture),
  gradientRect: drawGradient,
  gradientArc: drawGradient,
  image: drawImage,
  text: drawText,
  textarea: drawTextarea,
};

/**
 * The view as it stands, as SVG for a browser. Whatever the package says ends up as escaped text,
 * numbers and colours: no markup, script or address of its own gets through.
 */
export function drawSvg(tree: ViewTree, resources: DrawingResources): string {
  const definitions: string[] = [];
  const picture: Picture = {
    layout: new Layout(tree.screen),
    screen: tree.screen,
    image: (href, fill) =>
      resources.image(besideView(href, tree.path), fill) ??
      resources.image(href, fill),
    define(make) {
      const id = `watch-${definitions.length}`;
      definitions.push(make(id));
      return id;
    },
  };
  const { width, height } = tree.screen;
  const ground = element("rect", { width, height, fill: "black" });
  const content = drawNode(tree.root, picture);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
    },
    element("defs", {}, definitions.join("")) + ground + content,
  );
}

function drawNode(node: ViewNode, picture: Picture): string {
  if (!isDrawn(node) || node.get("display") === "none") return "";
  // resvg, which makes PNGs of this, ends the process where something faint is far off the screen.
  if ((fraction(node.get("opacity")) ?? 1) < 1 && isOff(node, picture))
    return "";
  const content = drawUnmasked(node, picture);
  const mask = maskOf(node);
  if (mask === undefined || content === "") return content;
  const { width, height } = picture.screen;
  // Twice as far as the screen goes: a group may move what it masks.
  const area = { x: -width, y: -height, width: 3 * width, height: 3 * height };
  const id = picture.define((name) =>
    element(
      "mask",
      {
        id: name,
        maskUnits: "userSpaceOnUse",
        "mask-type": "alpha",
        ...area,
      },
      element(
        "g",
        { transform: maskPlace(node, mask, picture) },
        drawChildren(mask, picture),
      ),
    ),
  );
  return element("g", { mask: `url(#${id})` }, content);
}

/** From where the view has the mask to where the element that it masks counts from. */
function maskPlace(
  node: ViewNode,
  mask: ViewNode,
  { layout }: Picture,
): string | undefined {
  const to = isFrame(node) ? layout.placed(node) : layout.origin(node);
  const from = layout.origin(mask);
  const [x, y] = [to.x - from.x, to.y - from.y];
  return x === 0 && y === 0 ? undefined : `translate(${round(x)} ${round(y)})`;
}

/**
 * The `<mask>` that an element names, the nearest one around it: it shows what lies under any part of
 * the mask, whatever its colour.
 */
function maskOf(node: ViewNode): ViewNode | undefined {
  const id = node.get("mask")?.replace(/^#/, "");
  if (id === undefined) return undefined;
  for (let up = node.parent; up !== null; up = up.parent) {
    const found = up.children.find(
      (child) => child.tag === "mask" && child.id === id,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function drawUnmasked(node: ViewNode, picture: Picture): string {
  const draw = Object.hasOwn(DRAW, node.tag) ? DRAW[node.tag] : undefined;
  if (draw === undefined) return drawGroup(node, picture);
  const own = node.get("visibility") === "hidden" ? "" : draw(node, picture);
  return own + drawChildren(node, picture);
}

function drawChildren(node: ViewNode, picture: Picture): string {
  const children = [...node.children].sort((a, b) => layerOf(a) - layerOf(b));
  return children.map((child) => drawNode(child, picture)).join("");
}

function drawGroup(node: ViewNode, picture: Picture): string {
  const content = backdrop(node, picture) + drawChildren(node, picture);
  if (content === "") return "";
  const isClipped = node.get("overflow") === "hidden";
  // Nor is anything cut out where nothing is: resvg, which makes PNGs of this, ends the process then.
  if (isClipped && !mayBeSeen(node, picture)) return "";
  const clip = isClipped
    ? picture.define((id) =>
        element(
          "clipPath",
          { id },
          element("rect", { ...picture.layout.placed(node) }),
        ),
      )
    : undefined;
  return element(
    "g",
    {
      ...common(node),
      transform: placing(node, picture),
      "clip-path": clip === undefined ? undefined : `url(#${clip})`,
    },
    content,
  );
}

/** What `viewport-fill` paints behind the whole view; in a container inside of it, it says nothing. */
function backdrop(node: ViewNode, { layout }: Picture): string {
  const fill = node.get("viewport-fill");
  if (fill === undefined || node.parent !== null) return "";
  return element("rect", {
    ...layout.placed(node),
    fill: colourOf(fill, "black"),
  });
}

/** A group's moving, and its turning and scaling about its pivot. */
function placing(node: ViewNode, { layout }: Picture): string | undefined {
  const transform = transformOf(node);
  if (Object.values(transform).every((part) => part === undefined)) {
    return undefined;
  }
  const move = layout.translation(node);
  const origin = layout.origin(node);
  const x = origin.x + layout.share(node, transform.pivotX ?? "0", "x");
  const y = origin.y + layout.share(node, transform.pivotY ?? "0", "y");
  const number = (value: string | undefined, otherwise: number) =>
    round(resolveLength(value, 0, 0, otherwise));
  const scale = `${number(transform.scaleX, 1)} ${number(transform.scaleY, 1)}`;
  const to = `translate(${round(x + move.x)} ${round(y + move.y)})`;
  const from = `translate(${round(-x)} ${round(-y)})`;
  return `${to} rotate(${number(transform.angle, 0)}) scale(${scale}) ${from}`;
}
