import { codeOf } from "../exercise-ids";
import {
  FAR,
  FLOOR_AT,
  Figure,
  HEAD,
  JOINTS,
  PARENTS,
  Points,
  boneWidth,
  placeJoints,
  readFigure,
  works,
} from "../pose-frame";
import { POSES } from "../poses";

/** The watch's colours; the place is what is lain, stood or sat on. */
const WHITE = "#ffffff";
const SKY = "#9cc9e8";
const MINT = "#43e8a5";
const FAR_LIMB = "#567287";
const PLACE = "#3a5163";

/** Bones from the back to the front. */
const DRAWN = [9, 10, 11, 12, 13, 1, 2, 3, 6, 7, 8, 4, 5];

function line(ends: ReadonlyArray<number>, colour: string): string {
  const [x1, y1, x2, y2, width] = ends.map((n) => Math.round(n * 10) / 10);
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"/>`;
}

function boneMarkup(figure: Figure, at: Points, bone: number): string {
  const far = bone >= FAR;
  if (far && !figure.sided) return "";
  const plain = far ? FAR_LIMB : bone < HEAD ? SKY : WHITE;
  const colour = works(figure.accent, bone) ? MINT : plain;
  const width = boneWidth(bone) * figure.zoom;
  const x = at[bone * 2]!;
  const y = at[bone * 2 + 1]!;
  if (bone === HEAD) {
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(width / 2).toFixed(1)}" fill="${colour}"/>`;
  }
  const from = PARENTS[bone]! * 2;
  return line([at[from]!, at[from + 1]!, x, y, width], colour);
}

/** A figure in its 300 × 150 box as SVG markup, between two of its key poses. */
export function figureMarkup(
  figure: Figure,
  from: number,
  to: number,
  share: number,
): string {
  const at: Points = [];
  placeJoints(figure, from, to, share, at);
  const { props, strap } = figure;
  let svg = line(FLOOR_AT, PLACE);
  for (let i = 0; i < props.length; i += 5) {
    svg += line(props.slice(i, i + 5), PLACE);
  }
  if (strap) svg += line([at[10]!, at[11]!, at[16]!, at[17]!, 3], PLACE);
  for (const bone of DRAWN) svg += boneMarkup(figure, at, bone);
  return `<g fill="none" stroke-linecap="round">${svg}</g>`;
}

/** The least and the greatest x and y that the bones of a pose reach. */
export function figureBounds(
  figure: Figure,
  pose: number,
): [left: number, top: number, right: number, bottom: number] {
  const at: Points = [];
  placeJoints(figure, pose, pose, 0, at);
  const bounds: [number, number, number, number] = [999, 999, 0, FLOOR_AT[3]!];
  for (let joint = 0; joint < JOINTS; joint++) {
    // A joint is as thick as the thicker of what meets in it.
    const around = (boneWidth(joint || 1) * figure.zoom) / 2;
    bounds[0] = Math.min(bounds[0], at[joint * 2]! - around);
    bounds[1] = Math.min(bounds[1], at[joint * 2 + 1]! - around);
    bounds[2] = Math.max(bounds[2], at[joint * 2]! + around);
    bounds[3] = Math.max(bounds[3], at[joint * 2 + 1]! + around);
  }
  return bounds;
}

/**
 * A square picture of an exercise's last key pose, as a `data:` URL, on a dark
 * tile that reads on light and dark pages; undefined when it has no figure.
 */
export function figureImage(exercise: string): string | undefined {
  const text = POSES[codeOf(exercise)];
  if (!text) return undefined;
  const figure = readFigure(text);
  const last = figure.poses.length - 1;
  const [left, top, right, bottom] = figureBounds(figure, last);
  const side = Math.round(Math.max(right - left, bottom - top) * 1.16);
  const x = Math.round((left + right - side) / 2);
  const y = Math.round((top + bottom - side) / 2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${side} ${side}">` +
    `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="${Math.round(side / 6)}" fill="#0c151c"/>` +
    `${figureMarkup(figure, last, last, 0)}</svg>`;
  return "data:image/svg+xml," + encodeURIComponent(svg);
}
