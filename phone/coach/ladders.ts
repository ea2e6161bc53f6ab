/** What one step of a ladder asks for; the way up and down of a rep is the exercise's own. */
export interface Step {
  /** 1 to 10. */
  sets: number;
  /** Reps a set and side; 1 for a hold. */
  reps: number;
  /** Seconds, at the top of a rep or of the hold itself; at most 60. */
  hold: number;
  /** Seconds between two sets. */
  rest: number;
}

/** The doses of one exercise, from the gentlest to the full one. */
export interface Ladder {
  /**
   * Step 0 is for trials, easy days and the way down; step 1 is the starter's;
   * the last is the full dose, the same as in the table of exercises.
   */
  steps: ReadonlyArray<Step>;
  /** Steps after the full dose; only for a runner who has asked for more. */
  beyond: ReadonlyArray<Step>;
}

/** Reps at the same hold and rest, from pairs of sets and reps. */
function counted(
  hold: number,
  rest: number,
  doses: ReadonlyArray<readonly [sets: number, reps: number]>,
): Ladder {
  return {
    steps: doses.map(([sets, reps]) => ({ sets, reps, hold, rest })),
    beyond: [],
  };
}

type Held = readonly [sets: number, seconds: number, rest: number];

function held(
  doses: ReadonlyArray<Held>,
  beyond: ReadonlyArray<Held> = [],
): Ladder {
  const step = ([sets, hold, rest]: Held): Step => ({
    sets,
    reps: 1,
    hold,
    rest,
  });
  return { steps: doses.map(step), beyond: beyond.map(step) };
}

/** Seconds between two sets of reps. */
const REST = 30;

const HIP_RAISE_DOSES = [
  [2, 5],
  [2, 8],
  [2, 10],
  [3, 8],
  [3, 10],
  [3, 12],
  [3, 15],
] as const;

const SIDE_DOSES = [
  [1, 5],
  [2, 5],
  [2, 6],
  [2, 8],
  [2, 10],
] as const;

const PLANK = held(
  [
    [2, 10, 10],
    [3, 10, 10],
    [4, 10, 10],
    [6, 10, 10],
    [3, 20, 10],
    [2, 30, 15],
    [1, 60, 30],
  ],
  [
    [2, 45, 30],
    [2, 60, 30],
  ],
);

/**
 * The ladder of each exercise that is coached, by its id. Stretches and a
 * runner's own exercises have none: their dose stays.
 *
 * First more repeats of ten seconds, then longer holds, then the full dose:
 * the order follows McGill's advice to add repeats before seconds (expert
 * opinion). From step 1 on a step adds at most half to its exercise; only the
 * wall sit gains two holds of ten seconds at once. The single numbers are
 * judgement; no source gives them.
 */
export const LADDERS: { readonly [exercise: string]: Ladder | undefined } = {
  "hip-raise": counted(5, REST, HIP_RAISE_DOSES),
  "reverse-hip-raise": counted(2, REST, HIP_RAISE_DOSES),
  plank: PLANK,
  "side-plank": PLANK,
  cobra: held([
    [3, 10, 10],
    [5, 10, 5],
    [7, 10, 5],
    [9, 10, 5],
    [4, 20, 5],
    [3, 25, 5],
    [3, 30, 5],
  ]),
  "bird-dog": counted(10, 20, [
    [1, 4],
    [2, 3],
    [2, 4],
    [2, 5],
    [3, 4],
  ]),
  "curl-up": counted(8, REST, [
    [1, 4],
    [2, 4],
    [2, 5],
    [3, 4],
    [3, 6],
  ]),
  "dead-bug": counted(2, REST, SIDE_DOSES),
  "side-leg-raise": counted(2, REST, SIDE_DOSES),
  "single-leg-hip-raise": counted(2, REST, SIDE_DOSES),
  "wall-sit": held([
    [2, 10, 10],
    [3, 10, 10],
    [5, 10, 10],
    [3, 20, 10],
    [2, 30, 10],
  ]),
};

/** The number of a ladder's full dose, its last step. */
export function topStep({ steps }: Ladder): number {
  return steps.length - 1;
}
