import fc from "fast-check";
import { EXERCISES } from "../../common/exercises";
import { codeOf } from "../../common/exercise-codes";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import {
  BOX_WIDTH,
  FAR,
  FLOOR_AT,
  Figure,
  HEAD,
  JOINTS,
  PARENTS,
  Points,
  boneLength,
  boneWidth,
  placeJoints,
  readFigure,
} from "../../common/pose-frame";

/** The top of the floor's line. */
const FLOOR = FLOOR_AT[1]! - FLOOR_AT[4]! / 2;

const [HIP, WAIST, SHOULDER] = [0, 1, 2];
const [ELBOW, HAND, KNEE, ANKLE, TOES] = [4, 5, 6, 7, 8];
const [FAR_ELBOW, FAR_HAND, FAR_KNEE, FAR_ANKLE, FAR_TOES] = [
  9, 10, 11, 12, 13,
];

/** Seen from the front, where a knee's bend is towards the reader. */
const FROM_THE_FRONT = ["side-plank", "side-leg-raise"];

/** What lies or stands on the floor in every key pose. */
const ON_FLOOR: Record<string, number[]> = {
  "hip-raise": [ANKLE, TOES, HAND, HEAD, SHOULDER],
  "reverse-hip-raise": [],
  plank: [ELBOW, HAND, TOES],
  "side-plank": [ELBOW, HAND],
  cobra: [HIP],
  "bird-dog": [HAND, FAR_KNEE, FAR_ANKLE],
  "dead-bug": [HIP, SHOULDER, HEAD],
  "curl-up": [HIP, ANKLE, TOES, HAND, FAR_ANKLE],
  "side-leg-raise": [HIP, FAR_HAND, FAR_ANKLE],
  "single-leg-hip-raise": [ANKLE, TOES, HAND, HEAD, SHOULDER],
  "wall-sit": [ANKLE, TOES],
  "childs-pose": [KNEE, ANKLE, HAND],
  "knee-to-chest": [HIP, SHOULDER, HEAD, FAR_ANKLE],
  "figure-four-stretch": [HIP, SHOULDER, HEAD],
  "hip-flexor-stretch": [KNEE, ANKLE, TOES, FAR_ANKLE, FAR_TOES],
  "quad-stretch": [FAR_ANKLE, FAR_TOES],
  "hamstring-stretch": [HIP, SHOULDER, HEAD, FAR_ANKLE],
};

function figureOf(id: string): Figure {
  return readFigure(EXERCISES[codeOf(id)]!.pose);
}

function place(figure: Figure, from: number, to = from, share = 0): Points {
  const points: Points = [];
  placeJoints(figure, from, to, share, points);
  return points;
}

/** The last key pose: the top of a rep, the hold. */
function top(id: string): Points {
  const figure = figureOf(id);
  return place(figure, figure.poses.length - 1);
}

/** Direction from one joint to another, counter-clockwise from the right. */
function direction(points: Points, from: number, to: number): number {
  const dx = points[to * 2]! - points[from * 2]!;
  const dy = points[from * 2 + 1]! - points[to * 2 + 1]!;
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}

/** The turn from one direction to another, within half a turn of `around`. */
function turn(from: number, to: number, around: number): number {
  const difference = to - from - around;
  return difference - 360 * Math.round(difference / 360) + around;
}

/** How far three joints are from lying in one line, in degrees. */
function kink(points: Points, a: number, b: number, c: number): number {
  const into = direction(points, a, b);
  return Math.abs(turn(into, direction(points, b, c), 0));
}

/** The bottom of what is drawn around a joint. */
function bottom(figure: Figure, points: Points, joint: number): number {
  return points[joint * 2 + 1]! + (boneWidth(joint || 1) * figure.zoom) / 2;
}

/** The elements of a figure that are drawn. */
function drawn(figure: Figure): number[] {
  const bones: number[] = [];
  for (let bone = 1; bone < (figure.sided ? JOINTS : FAR); bone++) {
    bones.push(bone);
  }
  return bones;
}

const SHOWN = EXERCISES.map(({ id, kind }) => ({
  id,
  kind,
  figure: figureOf(id),
}));

const anyMoment = fc
  .record({
    id: fc.constantFrom(...EXERCISE_IDS),
    from: fc.nat(1),
    to: fc.nat(1),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((moment) => ({ ...moment, figure: figureOf(moment.id) }));

test("every exercise has two to four key poses, of numbers", () => {
  for (const { pose: text } of EXERCISES) {
    const { poses, props, anchor, zoom } = readFigure(text);
    expect(poses.length).toBeGreaterThanOrEqual(2);
    expect(poses.length).toBeLessThanOrEqual(4);
    const numbers = [...poses.flat(), ...props, anchor, zoom];
    expect(numbers.filter((n) => n !== undefined && isNaN(n))).toEqual([]);
  }
});

test("an exercise with sides has a side that stands out, and the others none", () => {
  const sided = EXERCISE_IDS.filter((id) => figureOf(id).sided);
  const twoSided = EXERCISES.filter((one) => one.sides === 2);
  // The curl-up has one knee bent.
  expect(sided.sort()).toEqual(
    [...twoSided.map((one) => one.id), "curl-up"].sort(),
  );
});

test("what the exercise needs stands there", () => {
  const withProps = EXERCISE_IDS.filter((id) => figureOf(id).props.length > 0);
  const needy = EXERCISES.filter((one) => one.needs !== "none");
  expect(withProps).toEqual(needy.map((one) => one.id));
});

test("bones keep their length at any moment, but for what points out of the picture", () => {
  fc.assert(
    fc.property(anyMoment, ({ figure, from, to, share }) => {
      const points = place(figure, from, to, share);
      for (const bone of drawn(figure)) {
        const parent = PARENTS[bone]! * 2;
        const length = Math.hypot(
          points[bone * 2]! - points[parent]!,
          points[bone * 2 + 1]! - points[parent + 1]!,
        );
        const seen = [from, to].map((i) => figure.poses[i]![bone + JOINTS]!);
        const whole = boneLength(bone) * figure.zoom;
        expect(length).toBeGreaterThanOrEqual(whole * Math.min(...seen) - 0.01);
        expect(length).toBeLessThanOrEqual(whole * Math.max(...seen) + 0.01);
      }
    }),
  );
});

test("only what turns towards the reader is foreshortened", () => {
  const foreshortened = EXERCISE_IDS.filter((id) =>
    figureOf(id).poses.some((pose) =>
      pose.slice(JOINTS + 1).some((n) => n < 1),
    ),
  );
  expect(foreshortened).toEqual([
    "side-plank",
    "curl-up",
    "side-leg-raise",
    "figure-four-stretch",
  ]);
});

/** Every place a figure is drawn in; the pose of a hold does not move. */
function shownMoments({ kind, figure }: (typeof SHOWN)[number]): Points[] {
  const still = figure.poses.map((_, pose) => place(figure, pose));
  if (kind === "hold") return still;
  const ways = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  return [...still, ...ways.map((share) => place(figure, 0, 1, share))];
}

test.each(SHOWN)(
  "$id: nothing leaves the box when it is drawn, nor sinks into the floor",
  (exercise) => {
    const { figure } = exercise;
    for (const points of shownMoments(exercise)) {
      for (const joint of [HIP, ...drawn(figure)]) {
        const x = points[joint * 2]!;
        const around = (boneWidth(joint || 1) * figure.zoom) / 2;
        expect(x - around).toBeGreaterThanOrEqual(0);
        expect(x + around).toBeLessThanOrEqual(BOX_WIDTH);
        expect(points[joint * 2 + 1]! - around).toBeGreaterThanOrEqual(0);
        expect(bottom(figure, points, joint)).toBeLessThanOrEqual(FLOOR + 4);
      }
    }
  },
);

test("the anchor stays where it is while all else moves", () => {
  fc.assert(
    fc.property(anyMoment, ({ figure, from, to, share }) => {
      const points = place(figure, from, to, share);
      expect(points[figure.anchor * 2]).toBeCloseTo(figure.x, 6);
      expect(points[figure.anchor * 2 + 1]).toBeCloseTo(figure.y, 6);
    }),
  );
});

describe.each(EXERCISE_IDS)("%s", (id) => {
  const figure = figureOf(id);

  test("what should be on the floor is on the floor", () => {
    figure.poses.forEach((_, pose) => {
      const points = place(figure, pose);
      for (const joint of ON_FLOOR[id]!) {
        const gap = FLOOR - bottom(figure, points, joint);
        expect([joint, Math.abs(gap) <= 2.5 ? 0 : gap]).toEqual([joint, 0]);
      }
    });
  });

  if (FROM_THE_FRONT.includes(id)) return;

  /** Least and greatest bend of a joint: of the second bone against the first. */
  const RANGES: [string, number, number, number, number, number][] = [
    ["waist", WAIST, SHOULDER, 0, -30, 30],
    ["neck", SHOULDER, HEAD, 0, -40, 25],
    ["shoulder", SHOULDER, ELBOW, 180, -60, 185],
    ["elbow", ELBOW, HAND, 0, 0, 145],
    ["hip", WAIST, KNEE, 180, -25, 150],
    ["knee", KNEE, ANKLE, 0, -155, 1],
    ["ankle", ANKLE, TOES, 0, 0, 110],
    ["far shoulder", SHOULDER, FAR_ELBOW, 180, -60, 185],
    ["far elbow", FAR_ELBOW, FAR_HAND, 0, 0, 145],
    ["far hip", WAIST, FAR_KNEE, 180, -25, 150],
    ["far knee", FAR_KNEE, FAR_ANKLE, 0, -155, 1],
    ["far ankle", FAR_ANKLE, FAR_TOES, 0, 0, 110],
  ];

  test.each(RANGES)(
    "the %s bends as a joint does",
    (_, first, second, straight, least, most) => {
      for (const pose of figure.poses) {
        if (pose[first + JOINTS]! < 1 || pose[second + JOINTS]! < 1) continue;
        const middle = (least + most) / 2;
        const bend = turn(pose[first]! + straight, pose[second]!, middle);
        expect(bend).toBeGreaterThanOrEqual(least);
        expect(bend).toBeLessThanOrEqual(most);
      }
    },
  );

  test("directions turn less than half a circle, the way the joint does", () => {
    const [first, ...others] = figure.poses;
    for (const pose of others) {
      for (let bone = 1; bone < JOINTS; bone++) {
        expect(Math.abs(pose[bone]! - first![bone]!)).toBeLessThan(180);
      }
    }
  });
});

test.each(["hip-raise", "single-leg-hip-raise"])(
  "at the top of the %s knees, hips and shoulders make one line over upright shins",
  (id) => {
    const points = top(id);
    expect(kink(points, KNEE, HIP, SHOULDER)).toBeLessThan(8);
    expect(direction(points, KNEE, ANKLE)).toBeCloseTo(-90, -1);
  },
);

test("the raised leg of the single-leg hip raise goes on in the line of the body", () => {
  const points = top("single-leg-hip-raise");
  expect(kink(points, SHOULDER, HIP, FAR_ANKLE)).toBeLessThan(8);
});

test("at the top of the reverse hip raise the legs are in line with the body", () => {
  expect(kink(top("reverse-hip-raise"), SHOULDER, HIP, ANKLE)).toBeLessThan(8);
});

test.each(["plank", "side-plank"])(
  "the %s is one line from head to heels, the elbow under the shoulder",
  (id) => {
    const points = top(id);
    expect(kink(points, SHOULDER, HIP, ANKLE)).toBeLessThan(8);
    expect(kink(points, HIP, SHOULDER, HEAD)).toBeLessThan(8);
    const apart = points[ELBOW * 2]! - points[SHOULDER * 2]!;
    expect(Math.abs(apart)).toBeLessThan(3);
  },
);

test("the cobra lifts head, chest, arms and legs off the floor, and only a little", () => {
  const figure = figureOf("cobra");
  const points = top("cobra");
  for (const joint of [HEAD, SHOULDER, HAND, KNEE, ANKLE]) {
    expect(FLOOR - bottom(figure, points, joint)).toBeGreaterThan(6);
  }
  expect(direction(points, WAIST, SHOULDER)).toBeCloseTo(15, 0);
  expect(turn(180, direction(points, HIP, KNEE), 0)).toBeCloseTo(-5, 0);
});

test("the bird dog's arm and leg are level, its knee under the hip", () => {
  const points = top("bird-dog");
  expect(kink(points, HIP, KNEE, ANKLE)).toBeLessThan(8);
  expect(turn(180, direction(points, HIP, ANKLE), 0)).toBeCloseTo(0, -1);
  expect(points[FAR_KNEE * 2]).toBeCloseTo(points[HIP * 2]!, -1);
});

test("the wall sit has thighs level and shins upright, the back on the wall", () => {
  const figure = figureOf("wall-sit");
  const points = top("wall-sit");
  expect(direction(points, HIP, KNEE)).toBeCloseTo(0, -1);
  expect(direction(points, KNEE, ANKLE)).toBeCloseTo(-90, -1);
  const back = points[SHOULDER * 2]! - (boneWidth(SHOULDER) * figure.zoom) / 2;
  const wall = figure.props[0]! + figure.props[4]! / 2;
  expect(Math.abs(back - wall)).toBeLessThan(3);
});

test("the curl-up lifts head and shoulders and leaves the lower back where it is", () => {
  const figure = figureOf("curl-up");
  const [low, high] = [place(figure, 0), top("curl-up")];
  expect(high[WAIST * 2 + 1]).toBeCloseTo(low[WAIST * 2 + 1]!, -0.5);
  expect(low[SHOULDER * 2 + 1]! - high[SHOULDER * 2 + 1]!).toBeGreaterThan(8);
});
