import type { ViewNode } from "../engine/view";
import { colourOf } from "./colour";
import { element, round } from "./element";
import { common, fraction, paint, type Picture } from "./picture";

// The platform's greatest widths of lines and arcs, in pixels.
const MAX_LINE_WIDTH = 32;
const MAX_ARC_WIDTH = 31;

/** A rect with its corners round, where it says so. */
export function drawRect(node: ViewNode, { layout }: Picture): string {
  return element("rect", {
    ...common(node),
    ...layout.placed(node),
    rx: layout.length(node, "rx", "x") || undefined,
    ry: layout.length(node, "ry", "y") || undefined,
    ...paint(node),
  });
}

export function drawCircle(node: ViewNode, { layout }: Picture): string {
  return element("circle", {
    ...common(node),
    cx: layout.position(node, "cx", "x"),
    cy: layout.position(node, "cy", "y"),
    r: layout.radius(node),
    ...paint(node),
  });
}

/** A line takes its colour from `fill`; its ends are round unless it says otherwise. */
export function drawLine(node: ViewNode, { layout }: Picture): string {
  return element("line", {
    ...common(node),
    x1: layout.position(node, "x1", "x"),
    y1: layout.position(node, "y1", "y"),
    x2: layout.position(node, "x2", "x"),
    y2: layout.position(node, "y2", "y"),
    stroke: colourOf(node.get("fill"), "black"),
    "stroke-opacity": fraction(node.get("fill-opacity")),
    "stroke-width": Math.min(
      MAX_LINE_WIDTH,
      layout.length(node, "stroke-width", "x", 1),
    ),
    "stroke-linecap": node.get("stroke-linecap") === "butt" ? "butt" : "round",
  });
}

/** A band along the inside of the ellipse that fills the element's box, from 12 o'clock on. */
export function drawArc(
  node: ViewNode,
  picture: Picture,
  stroke?: string,
): string {
  const { layout } = picture;
  const box = layout.placed(node);
  const width = Math.min(
    MAX_ARC_WIDTH,
    layout.length(node, "arc-width", "x", 1),
  );
  const rx = (box.width - width) / 2;
  const ry = (box.height - width) / 2;
  const sweep = angle(node.get("sweep-angle"));
  if (rx <= 0 || ry <= 0 || sweep === 0) return "";
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const look = {
    ...common(node),
    fill: "none",
    stroke: stroke ?? colourOf(node.get("fill"), "black"),
    "stroke-opacity": fraction(node.get("fill-opacity")),
    "stroke-width": width,
  };
  if (Math.abs(sweep) >= 360)
    return element("ellipse", { cx, cy, rx, ry, ...look });
  const start = angle(node.get("start-angle"));
  const point = (degrees: number) => {
    const radians = (degrees * Math.PI) / 180;
    return `${round(cx + rx * Math.sin(radians))} ${round(cy - ry * Math.cos(radians))}`;
  };
  const large = Math.abs(sweep) > 180 ? 1 : 0;
  const clockwise = sweep > 0 ? 1 : 0;
  const ellipse = `${round(rx)} ${round(ry)} 0 ${large} ${clockwise}`;
  const d = `M ${point(start)} A ${ellipse} ${point(start + sweep)}`;
  return element("path", { d, ...look });
}

/** An image whose data the package has; nothing when it has not, or is not plain image data. */
export function drawImage(node: ViewNode, { layout, image }: Picture): string {
  const href = node.get("href");
  const data = href === undefined ? undefined : image(href, node.get("fill"));
  if (
    data === undefined ||
    !/^data:image\/[a-z]+;base64,[A-Za-z0-9+/=]*$/.test(data)
  )
    return "";
  const { x, y, width, height } = layout.placed(node);
  return element("image", {
    ...common(node),
    x,
    y,
    width: width > 0 ? width : undefined,
    height: height > 0 ? height : undefined,
    // Both at once stretch it.
    preserveAspectRatio: width > 0 && height > 0 ? "none" : undefined,
    href: data,
  });
}

function angle(value: string | undefined): number {
  const degrees = Number.parseFloat(value ?? "");
  return Number.isFinite(degrees) ? degrees : 0;
}
