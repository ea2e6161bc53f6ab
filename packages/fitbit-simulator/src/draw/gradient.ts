import type { ViewNode } from "../engine/view";
import { colourOf } from "./colour";
import { element } from "./element";
import { common, fraction, type Picture } from "./picture";
import { drawArc } from "./shapes";

/** A rectangle or arc whose colour runs from one into another, or between the four of its corners. */
export function drawGradient(node: ViewNode, picture: Picture): string {
  if (node.tag === "gradientRect" && node.get("gradient-type") === "bilinear") {
    return drawBilinear(node, picture);
  }
  const reference = `url(#${picture.define((id) => gradient(node, picture, id))})`;
  if (node.tag === "gradientArc") return drawArc(node, picture, reference);
  return element("rect", {
    ...common(node),
    ...picture.layout.placed(node),
    fill: reference,
  });
}

/** The upper two colours side by side, and over them the lower two, ever denser on the way down. */
function drawBilinear(node: ViewNode, picture: Picture): string {
  const box = picture.layout.placed(node);
  const [left, top] = [box.x, box.y];
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const line = { gradientUnits: "userSpaceOnUse", x1: left, y1: top };
  const across = (first: 1 | 3, second: 2 | 4) =>
    picture.define((id) =>
      element(
        "linearGradient",
        { id, ...line, x2: right, y2: top },
        stop(node, first, 0) + stop(node, second, 1),
      ),
    );
  const down = picture.define((id) =>
    element(
      "linearGradient",
      { id, ...line, x2: left, y2: bottom },
      element("stop", { offset: 0, "stop-color": "black" }) +
        element("stop", { offset: 1, "stop-color": "white" }),
    ),
  );
  const mask = picture.define((id) =>
    element(
      "mask",
      { id, maskUnits: "userSpaceOnUse", ...box },
      element("rect", { ...box, fill: `url(#${down})` }),
    ),
  );
  const upper = element("rect", { ...box, fill: `url(#${across(1, 2)})` });
  const lower = element("rect", {
    ...box,
    fill: `url(#${across(3, 4)})`,
    mask: `url(#${mask})`,
  });
  return element("g", common(node), upper + lower);
}

function gradient(node: ViewNode, { layout }: Picture, id: string): string {
  const box = layout.placed(node);
  const x = (name: string, share: number) =>
    box.x + layout.length(node, `gradient-${name}`, "x", share * box.width);
  const y = (name: string, share: number) =>
    box.y + layout.length(node, `gradient-${name}`, "y", share * box.height);
  const [x1, y1, x2, y2] = [x("x1", 0), y("y1", 0), x("x2", 1), y("y2", 1)];
  const stops = stop(node, 1, 0) + stop(node, 2, 1);
  const units = { id, gradientUnits: "userSpaceOnUse" };
  if (node.get("gradient-type") !== "radial") {
    return element("linearGradient", { ...units, x1, y1, x2, y2 }, stops);
  }
  const r = Math.hypot(x2 - x1, y2 - y1);
  return element("radialGradient", { ...units, cx: x1, cy: y1, r }, stops);
}

function stop(node: ViewNode, number: 1 | 2 | 3 | 4, offset: number): string {
  const colour = node.get(`gradient-color${number}`);
  return element("stop", {
    offset,
    // In the system's own definitions: the colour that the use is filled with.
    "stop-color": colourOf(
      colour === "fill" ? node.get("fill") : colour,
      "black",
    ),
    "stop-opacity": fraction(node.get(`gradient-opacity${number}`)),
  });
}
