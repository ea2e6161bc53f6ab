import { Offer, offerFor } from "../../../common/coach/ask";
import { defaultRoutine, defaultItem } from "../../../common/default-routine";
import { EXERCISES } from "../../../common/exercises";
import { Item } from "../../../common/routine";
import { usualOr } from "../../../phone/coach/back";
import { balances } from "../../../phone/coach/balance";
import { DAY } from "../../../phone/coach/constants";
import { decideAt } from "../../../phone/coach/decide";
import { following } from "../../../phone/coach/follow";
import { easyPlan } from "../../../phone/coach/plans";
import { isOpenable, tryAgain } from "../../../phone/coach/runner";
import { newCoach } from "../../../phone/coach/state";
import { stepsOf } from "../../../phone/coach/steps";
import {
  CoachLife,
  Told,
  choicesAt,
  inShort,
  noon,
  sessionOn,
  MORE,
} from "../../builders/coach";

const FURTHER: Told = { before: 1, after: 3, check: { legAfter: 2 } };

/** "hip-raise 2 x 8" or "plank 3 x 10 s". */
function doses(items: readonly Item[] | undefined): string[] | undefined {
  return items?.map(({ exercise, kind, sets, reps, hold }) =>
    kind === "hold"
      ? `${exercise} ${sets} x ${hold} s`
      : `${exercise} ${sets} x ${reps}`,
  );
}

function dose(exercise: string, step: number): string {
  const { sets, hold } = stepsOf(exercise)[step]!;
  return `${sets} x ${hold} s`;
}

// W-01, W-02, W-04 to W-09, W-23 and W-24 are in test/unit/coach.

test("W-03: six answers of 4 4 3 5 4 4 make a usual of 4, and a 5 is no news", () => {
  const life = new CoachLife(choicesAt(4));
  [4, 4, 3, 5, 4, 4].forEach((before, i) =>
    life.live(2 * i, { before, after: before }),
  );
  const usual = usualOr(life.state.sessions, noon(12));
  expect(usual).toBe(4);
  expect(offerFor(5, 0, usual, 2, false)).toBe(Offer.Planned);
});

test("W-10: the leg went further down and nobody knows why: cobra is out, no dose moves", () => {
  const life = new CoachLife(choicesAt(4));
  expect(inShort(life.live(0, FURTHER))).toEqual(["B-2 cobra out"]);
  expect(life.steps).toEqual([4, 4, 4, 4, 4]);
});

/** A life in which cobra went out on day 0, with three calm sessions after it. */
function cobraOut(): CoachLife {
  const life = new CoachLife(choicesAt(4));
  life.live(0, FURTHER);
  const rest = ["hip-raise", "plank", "side-plank"];
  for (const day of [3, 6, 9]) life.live(day, { exercises: rest });
  return life;
}

test("W-11: cobra is offered on day 14, not on day 13, and in at step 0 after two calm trials", () => {
  const life = cobraOut();
  expect(decideAt(life.state, noon(13)).changes).toEqual([]);
  const offered = decideAt(life.state, noon(14));
  expect(inShort(offered.changes)).toEqual(["B-3 cobra offered"]);
  life.state = tryAgain(offered.state, "cobra", noon(14));
  const calm = { check: { legAfter: 0 } } as const;
  expect(inShort(life.live(15, calm))).not.toContain("B-3 cobra in");
  expect(life.state.gates).toHaveLength(1);
  expect(inShort(life.live(18, calm))).toContain("B-3 cobra in");
  expect(life.state.gates).toEqual([]);
  expect(life.state.exercises.cobra!.step).toBe(0);
});

test("W-12: the leg is worse in the trial: closed, not offered on day 40, to be opened on day 62", () => {
  const life = cobraOut();
  life.live(12, { exercises: ["hip-raise"] });
  const offered = decideAt(life.state, noon(14)).state;
  life.state = tryAgain(offered, "cobra", noon(14));
  expect(inShort(life.live(20, FURTHER))).toEqual(["B-2 cobra closed"]);
  for (const day of [24, 28, 32, 36, 40])
    life.live(day, { exercises: ["hip-raise"] });
  const { state } = life;
  expect(decideAt(state, noon(40)).changes).toEqual([]);
  expect(tryAgain(state, "cobra", noon(40))).toBe(state);
  const openable = (day: number) =>
    isOpenable(state, "cobra", { start: noon(day), offset: 0 });
  expect([61, 62].map(openable)).toEqual([false, true]);
});

test("W-13: side plank hurt elsewhere: one step less, and out the second time", () => {
  const life = new CoachLife(choicesAt(3));
  const elsewhere: Told = {
    items: {
      "side-plank": {
        ...{ skipped: true, full: false, sets: 0, hurt: "elsewhere" },
        ...{ reps: [0, 0], holdSeconds: [0, 0] },
      },
    },
  };
  expect(inShort(life.live(0, elsewhere))).toEqual(["D-1 side-plank 3>2"]);
  expect([dose("side-plank", 3), dose("side-plank", 2)]).toEqual([
    ...["6 x 10 s", "4 x 10 s"],
  ]);
  expect(inShort(life.live(2, elsewhere))).toEqual(["B-5 side-plank out"]);
});

test("W-14: an easy session of the five at step 4", () => {
  const state = following(newCoach(0), choicesAt(4));
  expect(doses(easyPlan(state, defaultRoutine())?.items)).toEqual([
    "hip-raise 2 x 10",
    "plank 4 x 10 s",
    "side-plank 4 x 10 s",
  ]);
});

test("W-15: an easy session of cobra and child's pose is the built-in three", () => {
  const both = ["cobra", "childs-pose"];
  const state = following(newCoach(0), choicesAt(4, both));
  const items = EXERCISES.filter(({ id }) => both.includes(id));
  const routine = { ...defaultRoutine(), items: items.map(defaultItem) };
  expect(doses(easyPlan(state, routine)?.items)).toEqual([
    "hip-raise 2 x 5",
    "bird-dog 1 x 4",
    "side-plank 2 x 10 s",
  ]);
});

test("W-16: a starter who could do more twice gets more hip raises", () => {
  const life = new CoachLife(choicesAt(1));
  const good: Told = { ...MORE, before: 2, after: 1 };
  expect(inShort(life.live(0, good))).toEqual([]);
  expect(inShort(life.live(2, good))).toEqual(["D-6 hip-raise 1>2"]);
  const [from, to] = [stepsOf("hip-raise")[1]!, stepsOf("hip-raise")[2]!];
  expect([from.sets, from.reps, to.sets, to.reps]).toEqual([2, 8, 2, 10]);
});

test("W-17: about right: raises after the fourth and the fifth session", () => {
  const life = new CoachLife(choicesAt(1));
  const right: Told = { before: 2, after: 2, check: { effort: 2 } };
  const all = [0, 2, 4, 7, 9].map((day) => inShort(life.live(day, right)));
  expect(all).toEqual([
    ...[[], [], []],
    ["D-6 hip-raise 1>2"],
    ["D-6 plank 1>2"],
  ]);
});

test("W-18: could do more every time: two raises in seven days and no third", () => {
  const life = new CoachLife(choicesAt(1));
  const all = [0, 2, 4, 5, 6].map((day) => inShort(life.live(day, MORE)));
  expect(all).toEqual([
    [],
    ["D-6 hip-raise 1>2"],
    ["D-6 plank 1>2"],
    ...[[], []],
  ]);
});

test("W-19: the morning after was worse: the newest raise is taken back", () => {
  const life = new CoachLife(choicesAt(1));
  for (const day of [0, 2, 4]) life.live(day, MORE);
  const worse: Told = { check: { effort: 2, morning: 1 } };
  expect(inShort(life.live(6, worse))).toEqual(["D-2 plank 2>1"]);
  expect(dose("plank", 1)).toBe("3 x 10 s");
});

test("W-20: the plank hurt: one step less, and out for 7 days the second time", () => {
  const life = new CoachLife(choicesAt(4));
  const hurt: Told = {
    ...{ before: 1, after: 3 },
    items: { plank: { hurt: "back" } },
  };
  expect(inShort(life.live(0, hurt))).toEqual(["D-1 plank 4>3"]);
  expect([dose("plank", 4), dose("plank", 3)]).toEqual([
    ...["3 x 20 s", "6 x 10 s"],
  ]);
  expect(inShort(life.live(2, hurt))).toEqual(["B-4 plank out"]);
  for (const day of [4, 6]) life.live(day, { exercises: ["hip-raise"] });
  expect(decideAt(life.state, noon(8)).changes).toEqual([]);
  const back = decideAt(life.state, noon(9));
  expect(inShort(back.changes)).toEqual(["B-4 plank trial"]);
  expect(back.state.exercises.plank!.step).toBe(0);
});

test("W-21: a plank not finished after a run does not count against it", () => {
  const life = new CoachLife(choicesAt(5));
  const part: Told = { items: { plank: { full: false, sets: 1 } } };
  expect(inShort(life.live(0, { ...part, postRun: true }))).toEqual([]);
  expect(inShort(life.live(2, part))).toEqual([]);
  expect(inShort(life.live(4, part))).toEqual(["D-4 plank 5>4"]);
  expect([dose("plank", 5), dose("plank", 4)]).toEqual([
    ...["2 x 30 s", "3 x 20 s"],
  ]);
});

test("W-22: 12, 25 and 45 days off", () => {
  const after = (days: number) => {
    const life = new CoachLife(choicesAt(6));
    life.live(0);
    const offer = offerFor(1, 0, 1, days, false);
    const changes = inShort(life.live(days));
    return { offer, changes, steps: life.steps };
  };
  expect(after(12)).toEqual({
    offer: Offer.LighterBreak,
    changes: ["D-B 0>0"],
    steps: [6, 6, 6, 6, 6],
  });
  expect(after(25)).toMatchObject({
    offer: Offer.Break,
    steps: [5, 5, 5, 5, 5],
  });
  expect(after(25).changes).toHaveLength(5);
  expect(after(45)).toMatchObject({ steps: [1, 1, 1, 1, 1] });
});

describe("W-25: left and right of the side plank", () => {
  /** Sessions that fell short, seconds left and right, left or right first. */
  function says(
    sides: ReadonlyArray<readonly [left: number, right: number]>,
    first: (i: number) => 0 | 1 = (i) => (i % 2) as 0 | 1,
  ) {
    const life = new CoachLife(choicesAt(4));
    sides.forEach((holdSeconds, i) =>
      life.meet(
        sessionOn(3 * i, {
          check: { firstSide: first(i) },
          items: {
            "side-plank": { full: false, holdSeconds: [...holdSeconds] },
          },
        }),
        noon(3 * i),
      ),
    );
    const now = noon(0) + 3 * sides.length * DAY;
    return balances(life.state, now)[0];
  }
  const six = <T>(one: T): T[] => Array<T>(6).fill(one);

  test("29 % less on the left six times: the left gives up earlier", () => {
    expect(says(six([40, 56]))).toEqual({
      ...{ exercise: "side-plank", says: "left" },
      ...{ sessions: 6, times: 6, percent: 29 },
    });
  });

  test("5 s apart is even", () => {
    expect(says(six([50, 55]))).toMatchObject({ says: "even" });
  });

  test("always left first, and five sessions, are too little to say", () => {
    expect(says(six([40, 56]), () => 0)).toMatchObject({ says: "little" });
    expect(says(six([40, 56] as const).slice(1))).toMatchObject({
      says: "little",
    });
  });
});
