import { Item, Kind } from "./routine";

/** How the runner lies or stands. */
export type Position = "back" | "front" | "side" | "hands" | "stand" | "kneel";

/** What has to be at hand. */
export type Need = "none" | "bench" | "wall";

/** What a runner can have that some exercises do not go with; `heart` is also blood pressure. */
export type Health =
  | "spine"
  | "bones"
  | "heart"
  | "pregnant"
  | "belly"
  | "shoulder"
  | "wrist"
  | "knee"
  | "neck"
  | "hip";

/** What to take care of: of pain that moves down a leg, of long holds, of knees on the floor. */
export type Caution = "leg-pain" | "heart" | "soft-knees";

/** How much is done: sets and reps as counts, all else in seconds. */
export type Dose = Pick<
  Item,
  "sets" | "reps" | "lift" | "hold" | "lower" | "rest"
>;

/** One exercise that the app teaches. */
export interface Exercise {
  /** Stable name: settings, pictures and messages are found by it. */
  id: string;
  kind: Kind;
  /** 2 when each side is worked on its own. */
  sides: 1 | 2;
  position: Position;
  needs: Need;
  /** The dose at level "full". */
  dose: Dose;
  /**
   * What shuts it, unless a clinician agrees. With brittle bones it is rounding
   * the back that is feared: new fractures in 16 % with exercises that bend it
   * back and in 89 % with those that round it (Sinaki & Mikkelsen 1984, n = 59,
   * not randomised, read second-hand). In pregnancy what is done face down goes,
   * and after three months what is done on the back (ACOG, read second-hand).
   */
  shut: ReadonlyArray<Health>;
  /** With what to ask a professional first. */
  ask: ReadonlyArray<Health>;
  /**
   * Pain down a leg: of those whose exercise went against, or without regard to,
   * the direction that eases them, a third gave up, no better or worse (Long
   * 2004). Long holds raise blood pressure: in 26 men with raised pressure a wall
   * squat took it to 171–173 mmHg, without harm (Wiles 2018).
   */
  cautions: ReadonlyArray<Caution>;
  /**
   * Key poses, read by `readFigure`, parts with `|` between them. First the
   * joint that stays in its place, that place in the box, pixels for a
   * hundredth of the body's height, the bones that work, and what stands there
   * (or `s`, a strap). Then, for each pose, the direction of each bone in
   * degrees: waist, chest, head, near arm (2), near leg (3), and where they
   * differ far arm and leg. Seen from the side with the right side near: face
   * up the head is left, face down it is right. Reps go from the first pose to
   * the last and back; a hold begins in the first and is held in the last.
   */
  pose: string;
}

/** Seconds of rest between two sets, where an exercise has none of its own. */
export const USUAL_REST = 30;
/** Seconds of a paced rep's way up, and of its way down. */
const USUAL_PACE = 2;

function paced(
  sets: number,
  reps: number,
  hold: number,
  rest = USUAL_REST,
): Dose {
  return { sets, reps, lift: USUAL_PACE, hold, lower: USUAL_PACE, rest };
}

function held(sets: number, hold: number, rest: number): Dose {
  return { sets, reps: 1, lift: 0, hold, lower: 0, rest };
}

/** The dose of an exercise that has no prescription of its own. */
export const USUAL_REPS: Dose = paced(2, 10, 2);
export const USUAL_HOLD: Dose = held(2, 30, 10);

/**
 * Every exercise, each fact about it in one row. The index of a row is the
 * exercise's code on the wire: append only, never reorder. What the watch
 * carries of this is made by `npm run generate`; the watch never imports it.
 */
export const EXERCISES: ReadonlyArray<Exercise> = [
  {
    id: "hip-raise",
    kind: "reps",
    sides: 1,
    position: "back",
    needs: "none",
    dose: paced(3, 15, 5),
    shut: [],
    ask: ["pregnant", "belly"],
    cautions: [],
    pose:
      "7 222 136 2.6 abf|" +
      "180 180 174 -6 -4 61 -72 -4|" +
      "205 205 . . . 25 -90 .",
  },
  {
    id: "reverse-hip-raise",
    kind: "reps",
    sides: 1,
    position: "front",
    needs: "bench",
    dose: paced(3, 15, 2),
    shut: ["spine", "pregnant", "belly"],
    ask: [],
    cautions: ["leg-pain"],
    pose:
      "0 166 56 2.6 fgh 179 76 280 76 13 228 83 228 140 21|" +
      "0 0 6 -128 8 220 206 210|" +
      ". . . . . 181 179 205",
  },
  {
    id: "plank",
    kind: "hold",
    sides: 1,
    position: "front",
    needs: "none",
    dose: held(1, 60, 30),
    shut: ["shoulder"],
    ask: [],
    cautions: ["heart"],
    pose:
      "4 230 138 2.6 abf|" +
      "17 17 4 -90 0 197 160 266|" +
      "5 5 2 . . 185 185 278",
  },
  {
    id: "side-plank",
    kind: "hold",
    sides: 2,
    position: "side",
    needs: "none",
    dose: held(1, 60, 30),
    shut: ["shoulder"],
    ask: [],
    cautions: ["heart"],
    pose:
      "4 71 138 2.6 abf|" +
      "152 152 158 -90 180 -1 0 -80*3.5 40 -100 -1 0 -80*3.5|" +
      "170 170 170 . . -10 -10 . 52 -76 -10 -10 .",
  },
  {
    id: "cobra",
    kind: "hold",
    sides: 1,
    position: "front",
    needs: "none",
    dose: held(3, 30, 5),
    shut: ["spine", "pregnant", "neck"],
    ask: ["bones"],
    cautions: ["heart", "leg-pain"],
    pose:
      "0 167 131 2.6 abf|" +
      "0 0 5 183 184 182 182 186|" +
      "6 15 13 177 182 175 172 174",
  },
  {
    id: "bird-dog",
    kind: "reps",
    sides: 2,
    position: "hands",
    needs: "none",
    // Sets of holds of 10 s (McGill); 12 a side, as in his sets of 6, 4 and 2.
    dose: paced(3, 4, 10, 20),
    shut: ["wrist"],
    ask: [],
    cautions: ["soft-knees"],
    pose:
      "11 145 135 2.4 fghij|" +
      "13 13 6 -80 -80 270 181 183 -80 -80 270 181 183|" +
      ". . 8 . . 182 180 228 14 17 . . .",
  },
  {
    id: "dead-bug",
    kind: "reps",
    sides: 2,
    position: "back",
    needs: "none",
    dose: USUAL_REPS,
    shut: ["pregnant"],
    ask: [],
    cautions: [],
    pose:
      "0 163 132 2.52 fghij|" +
      "180 180 174 90 90 90 2 78 90 90 90 2 78|" +
      ". . . . . 14 8 . 158 163 . . .",
  },
  {
    id: "curl-up",
    kind: "reps",
    sides: 1,
    position: "back",
    needs: "none",
    dose: paced(3, 6, 8),
    shut: ["bones", "neck", "pregnant", "belly"],
    ask: [],
    cautions: ["leg-pain"],
    pose:
      "0 143 131 2.6 b|" +
      "180 180 174 -8 0*5 59 -68 -4 -8 0*5 -2 -2 80|" +
      "178 160 152 -29 -6*6 . . . -29 -6*6 . . .",
  },
  {
    id: "side-leg-raise",
    kind: "reps",
    sides: 2,
    position: "side",
    needs: "none",
    dose: USUAL_REPS,
    shut: [],
    ask: ["hip"],
    cautions: [],
    pose:
      "0 137 130 2.46 fgh|" +
      "0 0 8 130 215 178 178 250*6 -8 0 186*7.5 180*7 190*7|" +
      ". . . . . 146 146 216*6 . . . . .",
  },
  {
    id: "single-leg-hip-raise",
    kind: "reps",
    sides: 2,
    position: "back",
    needs: "none",
    dose: USUAL_REPS,
    shut: ["pregnant"],
    ask: [],
    cautions: [],
    pose:
      "7 204 136 2.6 abf|" +
      "180 180 174 -6 -4 61 -72 -4 -6 -4 32 30 92|" +
      "205 205 . . . 25 -90 . . . 25 25 80",
  },
  {
    id: "wall-sit",
    kind: "hold",
    sides: 1,
    position: "stand",
    needs: "wall",
    dose: USUAL_HOLD,
    shut: ["knee"],
    ask: [],
    cautions: ["heart"],
    pose:
      "7 166 139 1.73 f 111 142 111 7 7|" +
      "90 90 86 -76 -50 -13 -89 -4|" +
      ". . . -72 -28 0 -90 .",
  },
  {
    id: "childs-pose",
    kind: "hold",
    sides: 1,
    position: "kneel",
    needs: "none",
    dose: USUAL_HOLD,
    shut: ["bones", "knee"],
    ask: [],
    cautions: ["leg-pain"],
    pose:
      "6 135 133 2.8 ab|" +
      "13 13 8 -90 -90 -90 -179 -177|" +
      "5 -8 -31 -26 -12 -26 . .",
  },
  {
    id: "knee-to-chest",
    kind: "hold",
    sides: 2,
    position: "back",
    needs: "none",
    dose: USUAL_HOLD,
    shut: ["bones", "hip", "pregnant"],
    ask: [],
    cautions: ["leg-pain"],
    pose:
      "0 143 131 2.6 f|" +
      "180 180 174 -6 -4 61 -71 -4 -6 -4 -2 -2 80|" +
      ". . . 7 83 131 -14 60 7 83 . . .",
  },
  {
    id: "figure-four-stretch",
    kind: "hold",
    sides: 2,
    position: "back",
    needs: "none",
    dose: USUAL_HOLD,
    shut: ["hip", "pregnant"],
    ask: [],
    cautions: ["leg-pain"],
    pose:
      "0 171 131 2.6 fg|" +
      "180 180 174 -6 -4 93*8 14*5.5 10*6 -6 -4 61 -71 -4|" +
      ". . 172 12 32 128*8 20*6 24*6 12 32 103 -2 72",
  },
  {
    id: "hip-flexor-stretch",
    kind: "hold",
    sides: 2,
    position: "kneel",
    needs: "none",
    dose: USUAL_HOLD,
    shut: ["knee"],
    ask: [],
    cautions: ["leg-pain"],
    pose:
      "6 150 137 1.83 f|" +
      "90 90 86 -112 -28 -90 -179 -177 -112 -28 -2 -90 -4|" +
      "91 . . . . -111 . . . . . -111 .",
  },
  {
    id: "quad-stretch",
    kind: "hold",
    sides: 2,
    position: "stand",
    needs: "none",
    dose: USUAL_HOLD,
    shut: ["knee"],
    ask: [],
    cautions: [],
    pose:
      "12 149 140 1.4 f|" +
      "90 90 88 -98 -88 -90 -90 -4 -98 -80 -90 -90 -4|" +
      ". . . -121 -116 -94 -226 -150 -40 -10 . . .",
  },
  {
    id: "hamstring-stretch",
    kind: "hold",
    sides: 2,
    position: "back",
    needs: "none",
    dose: USUAL_HOLD,
    shut: [],
    ask: ["pregnant"],
    cautions: ["leg-pain"],
    pose:
      "0 144 133 2.37 f s|" +
      "180 180 174 38 54 88 30 110 38 54 -2 -2 80|" +
      ". . . 46 62 86 84 162 46 62 . . .",
  },
];
