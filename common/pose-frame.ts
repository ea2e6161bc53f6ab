import { MINT, SKY, SLATE } from "./colours";

/**
 * Turns the poses of the exercises into points and lines: a body of rigid
 * bones, each given by its direction, placed by the joint that does not move.
 */

/** The box that every figure fits, in pixels of its own; y grows downwards. */
export const BOX_WIDTH = 300;
export const BOX_HEIGHT = 150;
/** The floor's line, on which feet, knees and hands lie: both ends, thickness. */
export const FLOOR_AT: ReadonlyArray<number> = [4, 147, 296, 147, 4];

/**
 * Joints by number: 0 hip, 1 waist, 2 shoulder, 3 head, then near elbow, hand,
 * knee, ankle, toes (4 to 8) and the far ones (9 to 13). Each bone has the
 * number of the joint it ends in.
 */
export const JOINTS = 14;
/** The first joint of the far limbs. */
export const FAR = 9;
export const HEAD = 3;

/** The joint that each bone begins in; the hip begins nowhere. */
export const PARENTS = [0, 0, 1, 2, 2, 4, 0, 6, 7, 2, 9, 0, 11, 12];

/**
 * Lines of a drawn figure: the bones by their numbers, then two for what
 * stands there, the first of which may be the strap instead, then the floor.
 */
export const PROP_LINE = JOINTS;
export const FLOOR_LINE = JOINTS + 2;
/** The joints between which a strap runs: near hand and near toes. */
export const STRAP_FROM = 5;
export const STRAP_TO = 8;
const STRAP_WIDTH = 3;

/**
 * Lengths of the bones in hundredths of the body's height: Winter,
 * Biomechanics and Motor Control of Human Movement, rounded; the trunk is
 * divided at the waist, and the foot is what lies before the ankle.
 */
const LENGTHS = [0, 12, 17, 13, 17, 16, 24.5, 24.5, 10];
/** How thick each is drawn, in the same unit; of the head the diameter. */
const WIDTHS = [0, 10.3, 10.3, 13, 6.5, 5.5, 9, 7, 5.5];

function near(bone: number): number {
  return bone < FAR ? bone : bone - 5;
}

/** The length of a bone, for a body 100 high. */
export function boneLength(bone: number): number {
  return LENGTHS[near(bone)]!;
}

/** The thickness of a bone, for a body 100 high. */
export function boneWidth(bone: number): number {
  return WIDTHS[near(bone)]!;
}

/** One exercise, ready to be drawn. */
export interface Figure {
  /** The joint that stays where it is, and where that is in the box. */
  anchor: number;
  x: number;
  y: number;
  /** Pixels for a hundredth of the body's height. */
  zoom: number;
  /** Numbers of the bones that do the work, as letters: b is 1. */
  accent: string;
  /** What stands there: x1, y1, x2, y2 and thickness of up to two lines. */
  props: number[];
  /** A strap runs from the near hand to the near toes. */
  strap: boolean;
  /** The far limbs are seen beside the near ones. */
  sided: boolean;
  /** Key poses: the direction of each bone in degrees, counter-clockwise from the right, then its share that is seen. */
  poses: number[][];
}

/**
 * Reads a pose: a direction for each bone from 1 on, in degrees, with `*` and
 * the tenths that are seen of a bone that points out of the picture. A full
 * stop is as in the pose before; far limbs left out are where the near ones are.
 */
function readPose(text: string, before: number[]): number[] {
  const words = text.split(" ");
  const angles = [0];
  const seen = [1];
  for (let bone = 1; bone < JOINTS; bone++) {
    const word = words[bone - 1] || words[near(bone) - 1]!;
    const parts = word.split("*");
    const same = word === ".";
    angles.push(same ? before[bone]! : +parts[0]!);
    seen.push(same ? before[bone + JOINTS]! : +(parts[1] || 10) / 10);
  }
  return angles.concat(seen);
}

/** Reads the `pose` of an exercise. */
export function readFigure(text: string): Figure {
  const parts = text.split("|");
  const head = parts[0]!.split(" ");
  const strap = head[5] === "s";
  const poses: number[][] = [];
  for (let i = 1; i < parts.length; i++) {
    poses.push(readPose(parts[i]!, poses[i - 2]!));
  }
  return {
    anchor: +head[0]!,
    x: +head[1]!,
    y: +head[2]!,
    zoom: +head[3]!,
    accent: head[4]!,
    props: strap ? [] : head.slice(5).map(Number),
    strap,
    sided: parts[1]!.split(" ").length >= FAR,
    poses,
  };
}

/**
 * The colour of a bone: mint works, slate is a far limb that does not, like
 * what is stood, lain or sat on; the trunk is sky, like a strap, so that an arm
 * stands out before it.
 */
function boneColour(figure: Figure, bone: number): string {
  if (figure.accent.indexOf(String.fromCharCode(96 + bone)) >= 0) return MINT;
  return bone >= FAR ? SLATE : bone < HEAD ? SKY : "white";
}

/**
 * Tells how each line of a figure is drawn: its thickness in pixels of the
 * box, of the head the diameter, 0 for a line that is not there; its colour;
 * and, for what stands there and the floor, its ends in `at` from `place` on:
 * x1, y1, x2, y2. The others follow the joints.
 */
export function dressFigure(
  figure: Figure,
  dress: (
    line: number,
    width: number,
    colour: string,
    at?: ReadonlyArray<number>,
    place?: number,
  ) => void,
): void {
  const { zoom, props, sided, strap } = figure;
  for (let bone = 1; bone < JOINTS; bone++) {
    const width = sided || bone < FAR ? boneWidth(bone) * zoom : 0;
    dress(bone, width, boneColour(figure, bone));
  }
  if (strap) dress(PROP_LINE, STRAP_WIDTH, SKY);
  else dress(PROP_LINE, props[4] || 0, SLATE, props, 0);
  dress(PROP_LINE + 1, props[9] || 0, SLATE, props, 5);
  dress(FLOOR_LINE, FLOOR_AT[4]!, SLATE, FLOOR_AT, 0);
}

/** Points of a figure: x and y of each joint in turn. */
export type Points = { [place: number]: number };

/**
 * Writes where the joints are, `share` (0 to 1) of the way from one key pose
 * to another. Allocates nothing.
 */
export function placeJoints(
  figure: Figure,
  from: number,
  to: number,
  share: number,
  points: Points,
): void {
  const a = figure.poses[from]!;
  const b = figure.poses[to]!;
  points[0] = points[1] = 0;
  for (let bone = 1; bone < JOINTS; bone++) {
    const seen = bone + JOINTS;
    const length =
      boneLength(bone) *
      figure.zoom *
      (a[seen]! + (b[seen]! - a[seen]!) * share);
    const angle = ((a[bone]! + (b[bone]! - a[bone]!) * share) * Math.PI) / 180;
    const parent = PARENTS[bone]! * 2;
    points[bone * 2] = points[parent]! + length * Math.cos(angle);
    points[bone * 2 + 1] = points[parent + 1]! - length * Math.sin(angle);
  }
  const dx = figure.x - points[figure.anchor * 2]!;
  const dy = figure.y - points[figure.anchor * 2 + 1]!;
  for (let i = 0; i < JOINTS * 2; i += 2) {
    points[i]! += dx;
    points[i + 1]! += dy;
  }
}
