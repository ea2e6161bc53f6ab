import { codeOf } from "../../common/exercise-ids";
import {
  BOX_WIDTH,
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
} from "../../common/pose-frame";
import { POSES } from "../../common/poses";

/** Lines after those of the bones: two of what stands there, the floor. */
const FLOOR_LINE = JOINTS + 2;

/** What the figure writes to its lines and to its head. */
interface Shape {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  cx: number;
  cy: number;
  r: number;
  style: { display: string; fill: string; strokeWidth: number };
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
  show(exercise: string, mirrored: boolean): boolean;
  /** Draws it `share` (0 to 1) of the way from one key pose to another. */
  pose(from: number, to: number, share: number): void;
}

/**
 * The figure in an instance of the symbol `figure`, its box `size` times
 * 300 × 150 pixels. A pose writes numbers that differ, and allocates nothing.
 */
export function createFigure(use: FigureUse, size: number): ShownFigure {
  const lines: Shape[] = [];
  const points: Points = [];
  const drawn: number[] = [];
  let figure: Figure | undefined;
  let shown = "";
  let flipped = false;

  for (let i = 1; i <= FLOOR_LINE; i++) {
    lines[i] = use.getElementById("f" + i) as Shape;
  }
  const head = lines[HEAD]!;

  /** Writes one end of a line, or the middle of the head, if it moved. */
  function put(line: number, end: number, x: number, y: number): void {
    const i = line * 4 + end * 2;
    const left = Math.round((flipped ? BOX_WIDTH - x : x) * size);
    const top = Math.round(y * size);
    if (drawn[i] !== left) {
      drawn[i] = left;
      if (line === HEAD) head.cx = left;
      else if (end) lines[line]!.x2 = left;
      else lines[line]!.x1 = left;
    }
    if (drawn[i + 1] !== top) {
      drawn[i + 1] = top;
      if (line === HEAD) head.cy = top;
      else if (end) lines[line]!.y2 = top;
      else lines[line]!.y1 = top;
    }
  }

  function putBone(line: number, from: number, to: number): void {
    if (line !== HEAD) put(line, 0, points[from * 2]!, points[from * 2 + 1]!);
    put(line, 1, points[to * 2]!, points[to * 2 + 1]!);
  }

  function dress(line: number, visible: boolean, fill: string): void {
    const { style } = lines[line]!;
    style.display = visible ? "inline" : "none";
    style.fill = fill;
  }

  function thick(line: number, width: number): void {
    lines[line]!.style.strokeWidth = Math.round(width * size);
  }

  /** Puts a line where five numbers say: its ends and its thickness. */
  function place(
    line: number,
    numbers: ReadonlyArray<number>,
    at: number,
  ): void {
    put(line, 0, numbers[at]!, numbers[at + 1]!);
    put(line, 1, numbers[at + 2]!, numbers[at + 3]!);
    thick(line, numbers[at + 4]!);
  }

  /** What stays the same as long as the exercise does. */
  function dressUp(dressed: Figure): void {
    const { zoom, props, sided, strap } = dressed;
    for (let bone = 1; bone < JOINTS; bone++) {
      const width = boneWidth(bone) * zoom;
      dress(bone, sided || bone < FAR, boneColour(dressed, bone));
      if (bone === HEAD) head.r = Math.round((width * size) / 2);
      else thick(bone, width);
    }
    for (let i = 0; i < 2; i++) {
      const at = i * 5;
      const there = at < props.length;
      dress(JOINTS + i, there || (strap && !i), strap ? SKY : SLATE);
      if (there) place(JOINTS + i, props, at);
    }
    if (strap) thick(JOINTS, 3);
    dress(FLOOR_LINE, true, SLATE);
    place(FLOOR_LINE, FLOOR_AT, 0);
  }

  function pose(from: number, to: number, share: number): void {
    if (!figure) return;
    placeJoints(figure, from, to, share, points);
    const last = figure.sided ? JOINTS : FAR;
    for (let bone = 1; bone < last; bone++) putBone(bone, PARENTS[bone]!, bone);
    if (figure.strap) putBone(JOINTS, 5, 8);
  }

  return {
    show(exercise, mirrored) {
      if (exercise !== shown || mirrored !== flipped) {
        const text = POSES[codeOf(exercise)];
        figure = text ? readFigure(text) : undefined;
        shown = exercise;
        flipped = mirrored;
        (use as unknown as Shape).style.display = figure ? "inline" : "none";
        if (figure) {
          dressUp(figure);
          pose(0, figure.poses.length - 1, 1);
        }
      }
      return !!figure;
    },
    pose,
  };
}
