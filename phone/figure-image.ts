import { codeOf } from "../common/exercise-codes";
import {
  FAR,
  FLOOR_AT,
  Figure,
  HEAD,
  JOINTS,
  PARENTS,
  Points,
  SKY,
  SLATE,
  boneColour,
  boneWidth,
  placeJoints,
  readFigure,
} from "../common/pose-frame";
import { POSES } from "../common/watch-tables";

/** Bones from the back to the front. */
const DRAWN = [9, 10, 11, 12, 13, 1, 2, 3, 6, 7, 8, 4, 5];

function line(ends: ReadonlyArray<number>, colour: string): string {
  const [x1, y1, x2, y2, width] = ends.map((n) => Math.round(n * 10) / 10);
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"/>`;
}

function boneMarkup(figure: Figure, at: Points, bone: number): string {
  if (bone >= FAR && !figure.sided) return "";
  const colour = boneColour(figure, bone);
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
  let svg = line(FLOOR_AT, SLATE);
  for (let i = 0; i < props.length; i += 5) {
    svg += line(props.slice(i, i + 5), SLATE);
  }
  if (strap) svg += line([at[10]!, at[11]!, at[16]!, at[17]!, 3], SKY);
  for (const bone of DRAWN) svg += boneMarkup(figure, at, bone);
  return `<g fill="none" stroke-linecap="round">${svg}</g>`;
}

/** The least and the greatest x and y that any key pose reaches, the floor's too. */
export function bounds(figure: Figure): [number, number, number, number] {
  const around: [number, number, number, number] = [
    999,
    999,
    0,
    FLOOR_AT[1]! + FLOOR_AT[4]! / 2,
  ];
  const at: Points = [];
  for (let pose = 0; pose < figure.poses.length; pose++) {
    placeJoints(figure, pose, pose, 0, at);
    for (let joint = 0; joint < JOINTS; joint++) {
      const half = (boneWidth(joint || 1) * figure.zoom) / 2;
      around[0] = Math.min(around[0], at[joint * 2]! - half);
      around[1] = Math.min(around[1], at[joint * 2 + 1]! - half);
      around[2] = Math.max(around[2], at[joint * 2]! + half);
      around[3] = Math.max(around[3], at[joint * 2 + 1]! + half);
    }
  }
  const [left, top, right, bottom] = around;
  return [
    Math.floor(left),
    Math.floor(top),
    Math.ceil(right),
    Math.ceil(bottom),
  ];
}

/** Both key poses on one square tile, as a `data:` URL. */
function draw(figure: Figure): string {
  const [left, top, right, bottom] = bounds(figure);
  const width = right - left;
  const height = bottom - top;
  const gap = 16;
  const tall = height > width;
  const side =
    (tall
      ? Math.max(height, width * 2 + gap)
      : Math.max(width, height * 2 + gap)) +
    2 * gap;
  const both = [0, figure.poses.length - 1].map((pose, i) => {
    // From the middle of the tile: before it, and after it.
    const along = (size: number): number =>
      i ? (side + gap) / 2 : (side - gap) / 2 - size;
    const x = tall ? along(width) : (side - width) / 2;
    const y = tall ? (side - height) / 2 : along(height);
    return (
      `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">` +
      `${figureMarkup(figure, pose, pose, 0)}</svg>`
    );
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" rx="${Math.round(side / 6)}" fill="#0c151c"/>` +
    `${both.join("")}</svg>`;
  return "data:image/svg+xml," + encodeURIComponent(svg);
}

/** Images made so far: the settings page is drawn anew at every change. */
const images: { [exercise: string]: string } = {};

/**
 * A square picture of an exercise's first and last key pose, one above or
 * beside the other as they are wide or tall: a `data:` URL, on a dark tile that
 * reads on light and dark pages. Undefined for an exercise that has no figure.
 */
export function figureImage(exercise: string): string | undefined {
  const text = POSES[codeOf(exercise)];
  if (!text) return undefined;
  return (images[exercise] = images[exercise] || draw(readFigure(text)));
}
