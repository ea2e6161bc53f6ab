import fc from "fast-check";
import { isFirstSet, nextStep, previousSet } from "../../app/session/cursor";
import { enter } from "../../app/session/advance";
import { S, type Session } from "../../app/session/session";
import { defaultRoutine } from "../../common/default-routine";
import { Routine, routineSeconds } from "../../common/routine";
import { FlatRoutine, I, R, secondsFrom } from "../../common/wire/flat-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { check } from "../builders/check";
import { playedTo } from "../builders/cue-times";
import { NamedSession, namedSession } from "../builders/session";
import {
  FULL,
  SMALL,
  anItem,
  aRoutine,
  anyPlan,
  anyRoutine,
  shortRoutine,
} from "../../verification/builders/routines";
import { PlannedStep, stepsOf } from "../../verification/faults/session-steps";

const WORK = ["lift", "hold", "lower"];

function stepAt(named: NamedSession): PlannedStep {
  const entered = named.session.slice() as Session;
  enter(entered, 0);
  return { ...named.step, seconds: entered[S.Length] / 1000 };
}

/** Walks a plan from start to end, noting what the cursor says of each step. */
function walk(plan: Routine): { steps: PlannedStep[]; places: number[] } {
  const named = namedSession(plan);
  const steps = [stepAt(named)];
  const places = [0];
  while (named.phase !== "done") {
    nextStep(named.session);
    steps.push(stepAt(named));
    places.push(named.session[S.Place]);
  }
  return { steps, places };
}

/** The place of each step's set and side among all of the routine, counted. */
function placesOf(steps: PlannedStep[]): number[] {
  const sets = new Map<string, number>();
  return steps.map(({ item, set, side }) => {
    const key = [item, set, side].join();
    if (!sets.has(key)) sets.set(key, sets.size);
    return sets.get(key)!;
  });
}

/** Everything the cursor promises, checked step by step on one plan. */
function expectSoundWalk(plan: Routine): void {
  const { steps, places } = walk(plan);
  expect(steps).toEqual(stepsOf(plan));
  expect(places).toEqual(placesOf(steps));
  const routine = flatOf(plan);
  let left = 0;
  for (let i = steps.length - 1; i >= 0; i--) {
    const { item, set, side, phase, seconds } = steps[i]!;
    // A wait belongs to the set that comes next.
    if (!WORK.includes(phase) && phase !== "done") {
      const row = R.Items + item * I.Size;
      expect(secondsFrom(routine, row, set, side)).toBe(left);
    }
    left += seconds;
  }
  expect(routineSeconds(plan)).toBe(left);
}

function flatOf(routine: Routine): FlatRoutine {
  return flatRoutine(packRoutine(routine))!;
}

describe("walking through a routine", () => {
  test("goes through the default routine one step after another", () => {
    const phases = walk(defaultRoutine()).steps.map(({ phase }) => phase);
    const count = (phase: string) => phases.filter((p) => p === phase).length;
    expect(count("lift")).toBe(90);
    expect(count("lower")).toBe(90);
    expect(count("hold")).toBe(90 + 1 + 2 + 3);
    expect(count("rest")).toBe(2 + 2 + 2);
    expect([count("ready"), count("switch"), count("between")]).toEqual([
      1, 1, 4,
    ]);
    expect(phases[phases.length - 1]).toBe("done");
  });

  test("is the same step by step and in the sum of its seconds", () => {
    expectSoundWalk(defaultRoutine());
    check(fc.property(anyPlan(SMALL), expectSoundWalk), 60);
  });

  test("holds for forty exercises and for waits of no time at all", () => {
    const items = Array.from({ length: 40 }, (_, i) =>
      anItem(i % 2 ? "side-plank" : "dead-bug", { sets: (i % 3) + 1, rest: 0 }),
    );
    expectSoundWalk(aRoutine({ ready: 0, between: 0, switch: 0, items }));
  });

  test("stays at its end", () => {
    const session = playedTo(namedSession(shortRoutine()), 80500);
    const end = session.step;
    expect(end.phase).toBe("done");
    session.advance(90000);
    expect(session.ask("skip", 100000)).toBe(false);
    expect(session.step).toEqual(end);
  });
});

describe("going back set by set", () => {
  test("leads through the same sets the other way round", () => {
    check(
      fc.property(anyPlan(SMALL), (plan) => {
        const steps = stepsOf(plan);
        const places = placesOf(steps);
        const named = namedSession(plan);
        const { session } = named;
        // To the last step of work: behind it is only the end.
        for (let i = 2; i < steps.length; i++) nextStep(session);
        for (let place = session[S.Place] - 1; place >= 0; place--) {
          expect(isFirstSet(session)).toBe(false);
          previousSet(session);
          const first = steps.find(
            ({ phase }, i) => places[i] === place && WORK.includes(phase),
          );
          expect(session[S.Place]).toBe(place);
          expect(stepAt(named)).toEqual(first);
        }
        expect(isFirstSet(session)).toBe(true);
      }),
      60,
    );
  });
});

describe("the time a routine takes", () => {
  test("leaves out what is not included, and the way to it", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        const items = routine.items.filter(({ included }) => included);
        const shorter = { ...routine, items };
        expect(routineSeconds(routine)).toBe(routineSeconds(shorter));
      }),
      40,
    );
  });

  test("is 80.5 s for a short routine counted by hand", () => {
    expect(routineSeconds(shortRoutine())).toBe(80.5);
  });
});
