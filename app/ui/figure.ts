import { codeOf } from "../../common/exercise-ids";
import {
  BOX_WIDTH,
  FAR,
  FLOOR_AT,
  Figure,
  HEAD,
  JOINTS,
  PARENTS,
  SKY,
  SLATE,
  boneColour,
  boneWidth,
  placeJoints,
  readFigure,
} from "../../common/pose-frame";
import { POSES } from "../../common/poses";

/** Lines after those of the bones: two of what stands there, the floor. */
const FLOOR_LINE = JOINTS + 2;

/** What is written of an end of a line, and of the head, by place. */
const LINE = ["x1", "y1", "x2", "y2"];
const CIRCLE = ["", "", "cx", "cy"];

/** A line of the figure, or its head. */
interface Shape {
  style: { display: string; fill: string; strokeWidth: number };
  r: number;
  [place: string]: unknown;
}

/** An instance of the symbol `figure`. */
export interface FigureUse {
  getElementById(id: string): unknown;
}

/** The figure of the open view, as the screens use it. */
export interface ShownFigure {
  /**
   * Takes on an exercise, drawn as its last key pose; the right side works, or
   * the left if mirrored. False, and nothing is shown, for an exercise that
   * has no figure.
   */
  draw(exercise: string, mirrored: boolean): boolean;
  /** Draws it `share` (0 to 1) of the way from one key pose to another. */
  pose(from: number, to: number, share: number): void;
}

/**
 * The figure in an instance of the symbol `figure`, its box `size` times
 * 300 × 150 pixels. A pose writes numbers that differ, and allocates nothing.
 */
export function createFigure(use: FigureUse, size: number): ShownFigure {
  const lines: Shape[] = [];
  const points = new Float32Array(JOINTS * 2);
  const drawn = new Int16Array((FLOOR_LINE + 1) * 4);
  let figure: Figure | undefined;
  let shown = "";
  let flipped = false;
  /** Pixels that may be off: on the way a pixel more or less is not seen. */
  let slack = 0;

  for (let i = 0; i <= FLOOR_LINE; i++) {
    lines.push((i ? use.getElementById("f" + i) : use) as Shape);
  }

  /** Writes an end of a line, 0 or 2, or the middle of the head, if it moved. */
  function put(line: number, end: number, x: number, y: number): void {
    for (let place = end; place < end + 2; place++) {
      const across = flipped ? BOX_WIDTH - x : x;
      const at = Math.round((place === end ? across : y) * size);
      if (Math.abs(drawn[line * 4 + place]! - at) <= slack) continue;
      drawn[line * 4 + place] = at;
      lines[line]![(line === HEAD ? CIRCLE : LINE)[place]!] = at;
    }
  }

  function joint(line: number, end: number, number: number): void {
    put(line, end, points[number * 2]!, points[number * 2 + 1]!);
  }

  /** How thick a line is, and its colour; one without thickness is not there. */
  function dress(line: number, width: number, fill: string): void {
    const { style } = lines[line]!;
    style.display = width ? "inline" : "none";
    style.fill = fill;
    if (line === HEAD) lines[line]!.r = Math.round((width * size) / 2);
    else style.strokeWidth = Math.round(width * size);
  }

  /** Puts a line where five numbers say: its ends and its thickness. */
  function place(line: number, at: ReadonlyArray<number>, from: number): void {
    dress(line, at[from + 4] || 0, SLATE);
    if (!at[from + 4]) return;
    put(line, 0, at[from]!, at[from + 1]!);
    put(line, 2, at[from + 2]!, at[from + 3]!);
  }

  function pose(from: number, to: number, share: number): void {
    if (!figure) return;
    placeJoints(figure, from, to, share, points);
    slack = share % 1 ? 1 : 0;
    const last = figure.sided ? JOINTS : FAR;
    for (let bone = 1; bone < last; bone++) {
      if (bone !== HEAD) joint(bone, 0, PARENTS[bone]!);
      joint(bone, 2, bone);
    }
    if (!figure.strap) return;
    joint(JOINTS, 0, 5);
    joint(JOINTS, 2, 8);
  }

  return {
    draw(exercise, mirrored) {
      if (exercise === shown && mirrored === flipped) return !!figure;
      const text = POSES[codeOf(exercise)];
      shown = exercise;
      flipped = mirrored;
      lines[0]!.style.display = text ? "inline" : "none";
      figure = text ? readFigure(text) : undefined;
      if (!figure) return false;
      const { zoom, props, sided, strap } = figure;
      for (let bone = 1; bone < JOINTS; bone++) {
        const width = sided || bone < FAR ? boneWidth(bone) * zoom : 0;
        dress(bone, width, boneColour(figure, bone));
      }
      slack = 0;
      place(JOINTS, props, 0);
      place(JOINTS + 1, props, 5);
      place(FLOOR_LINE, FLOOR_AT, 0);
      if (strap) dress(JOINTS, 3, SKY);
      pose(0, figure.poses.length - 1, 1);
      return true;
    },
    pose,
  };
}
