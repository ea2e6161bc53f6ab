import { codeOf } from "../common/exercise-codes";
import {
  FLOOR_AT,
  FLOOR_LINE,
  Figure,
  HEAD,
  JOINTS,
  PARENTS,
  PROP_LINE,
  Points,
  STRAP_FROM,
  STRAP_TO,
  boneWidth,
  dressFigure,
  placeJoints,
  readFigure,
} from "../common/pose-frame";
import { EXERCISES } from "../common/exercises";

/** Lines from the back to the front. */
const DRAWN = [
  ...[FLOOR_LINE, PROP_LINE, PROP_LINE + 1],
  ...[9, 10, 11, 12, 13, 1, 2, 3, 6, 7, 8, 4, 5],
];

function line(ends: ReadonlyArray<number>, colour: string): string {
  const [x1, y1, x2, y2, width] = ends.map((n) => Math.round(n * 10) / 10);
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"/>`;
}

function head(points: Points, width: number, colour: string): string {
  const [x, y, r] = [points[HEAD * 2]!, points[HEAD * 2 + 1]!, width / 2].map(
    (n) => n.toFixed(1),
  );
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
}

/** Where a line that follows the joints is: x1, y1, x2, y2. */
function endsOf(points: Points, number: number): number[] {
  const from = number === PROP_LINE ? STRAP_FROM : PARENTS[number]!;
  const to = number === PROP_LINE ? STRAP_TO : number;
  return [from * 2, from * 2 + 1, to * 2, to * 2 + 1].map((at) => points[at]!);
}

/** A figure in its 300 × 150 box as SVG markup, between two of its key poses. */
export function figureMarkup(
  figure: Figure,
  from: number,
  to: number,
  share: number,
): string {
  const points: Points = [];
  placeJoints(figure, from, to, share, points);
  const markup: string[] = [];
  dressFigure(figure, (number, width, colour, at, place = 0) => {
    if (!width) return;
    const ends = at ? at.slice(place, place + 4) : endsOf(points, number);
    markup[number] =
      number === HEAD
        ? head(points, width, colour)
        : line([...ends, width], colour);
  });
  const svg = DRAWN.map((number) => markup[number] || "").join("");
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
  const row = EXERCISES[codeOf(exercise)];
  if (!row) return undefined;
  return (images[exercise] = images[exercise] || draw(readFigure(row.pose)));
}
