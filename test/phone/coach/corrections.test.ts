import fc from "fast-check";
import { isLighterNext } from "../../../phone/coach/after-run";
import { usualAt } from "../../../phone/coach/back";
import { corrected } from "../../../phone/coach/correct";
import { DAY } from "../../../phone/coach/constants";
import { decideAt } from "../../../phone/coach/decide";
import { isOut } from "../../../phone/coach/gate";
import { isOffered } from "../../../phone/coach/gates";
import { doIt, doubted, takeBack, tryAgain } from "../../../phone/coach/runner";
import { coachSession } from "../../../phone/coach/session";
import { waiting } from "../../../phone/coach/state";
import {
  CoachLife,
  Told,
  choicesAt,
  inShort,
  noon,
  sessionOn,
  MORE,
  FURTHER,
} from "../../builders/coach";
import { check } from "../../builders/check";

/** The runner corrects the session of a day, as it was not told at first. */
function correct(life: CoachLife, day: number, told: Told): void {
  const record = sessionOn(day, told);
  const session = coachSession({ kind: "session", record });
  life.state = corrected(life.state, session);
}

/** A runner who lives these sessions, one every other day. */
function lived(life: CoachLife, ...told: Told[]): CoachLife {
  told.forEach((one, i) => life.live(2 * i, one));
  return life;
}

const shut = ({ state }: CoachLife): string[] =>
  state.gates.filter(isOut).map(({ exercise }) => exercise);

test("a leg that was worse after all shuts what a session of that day would have shut", () => {
  const life = lived(new CoachLife(choicesAt(4)), {}, {});
  correct(life, 2, FURTHER);
  expect(shut(life)).toEqual(["cobra"]);
  expect(life.state.gates[0]).toMatchObject({ since: noon(2), closed: false });
  expect(inShort(life.state.log)).toEqual(["B-2 cobra out"]);
  expect(life.steps).toEqual([4, 4, 4, 4, 4]);
});

test("a leg that was no worse after all leaves out what is out", () => {
  const life = lived(new CoachLife(choicesAt(4)), {}, FURTHER);
  correct(life, 2, {});
  expect(shut(life)).toEqual(["cobra"]);
});

test("another answer of a session that shut something does not shut it anew", () => {
  const life = lived(new CoachLife(choicesAt(4)), FURTHER);
  const calm = { exercises: ["plank"] };
  life.live(1, calm);
  correct(life, 0, { ...FURTHER, check: { legAfter: 2, effort: 3 } });
  expect(life.state.gates).toMatchObject([{ since: noon(0), calm: 1 }]);
  expect(life.state.log).toHaveLength(1);
});

test("what hurt is told on the phone: the second time of five it is out", () => {
  const hurt: Told = { items: { plank: { hurt: "elsewhere" } } };
  const life = lived(new CoachLife(choicesAt(4)), hurt, {});
  expect(life.state.gates).toEqual([]);
  correct(life, 2, hurt);
  expect(inShort(life.state.log)[0]).toBe("B-5 plank out");
});

test("a session that was not calm after all is not one of three calm ones", () => {
  const life = new CoachLife(choicesAt(4));
  life.live(0, FURTHER);
  const calm = { exercises: ["plank"] };
  for (const day of [10, 12, 13.5]) life.live(day, calm);
  life.state = decideAt(life.state, noon(14)).state;
  expect(life.state.gates.filter(isOffered)).toHaveLength(1);
  correct(life, 13.5, { ...calm, after: 4 });
  expect(life.state.gates.filter(isOffered)).toEqual([]);
  expect(tryAgain(life.state, "cobra", noon(14))).toBe(life.state);
  // Told calm again, it counts no more: time and sessions open, a correction does not.
  correct(life, 13.5, calm);
  expect(life.state.gates.filter(isOffered)).toEqual([]);
});

test("a trial that was worse after all closes the exercise for longer", () => {
  const life = new CoachLife(choicesAt(4));
  life.live(0, FURTHER);
  const calm = { exercises: ["plank"] };
  for (const day of [3, 6, 9, 13]) life.live(day, calm);
  life.state = decideAt(life.state, noon(14)).state;
  life.state = tryAgain(life.state, "cobra", noon(14));
  life.live(15);
  correct(life, 15, FURTHER);
  expect(life.state.gates).toMatchObject([{ closed: true, trial: 0 }]);
});

describe("E-7: a run that was not seen is told on the phone", () => {
  const part: Told = { items: { plank: { full: false } } };
  const ran: Told = { ...part, before: 5, after: 5, postRun: true };

  test("its back is not in the usual, and what was not finished in it does not count", () => {
    const life = new CoachLife(choicesAt(3));
    for (let day = 0; day < 10; day += 2) life.live(day, { before: 0 });
    life.live(10, { ...ran, postRun: false });
    expect(usualAt(life.state.sessions.slice(1), noon(12))).toBe(0);
    correct(life, 10, ran);
    expect(usualAt(life.state.sessions.slice(1), noon(12))).toBeUndefined();
    expect(inShort(life.live(12, part))).toEqual([]);
    expect(inShort(life.live(14, part))).toEqual(["D-4 plank 4>3"]);
  });

  test("it is the first after a run, and was too much for the next to be as planned", () => {
    const life = lived(new CoachLife(choicesAt(3)), {});
    expect(isLighterNext(life.state, "auto")).toBe(true);
    correct(life, 0, { postRun: true });
    expect(isLighterNext(life.state, "auto")).toBe(false);
    correct(life, 0, ran);
    expect(isLighterNext(life.state, "auto")).toBe(true);
    correct(life, 0, {});
    expect(life.state.ran).toBe(false);
  });

  test("no run after all: what was not finished counts, but moves nothing by itself", () => {
    const life = lived(new CoachLife(choicesAt(3)), MORE, ran);
    expect(life.state.exercises.plank).toMatchObject({ points: 2, good: 1 });
    correct(life, 2, { ...ran, postRun: false });
    expect(life.state.exercises.plank).toMatchObject({ points: 0, good: 0 });
    expect(life.steps).toEqual([3, 3, 3, 3, 3]);
    expect(inShort(life.live(4, part))).toEqual(["D-4 plank 3>2"]);
  });
});

describe("a raise", () => {
  const raised = (): CoachLife =>
    lived(new CoachLife(choicesAt(1)), MORE, MORE);

  test.each<[string, number, Told]>([
    ["that was painful", 2, { after: 3, check: { effort: 1 } }],
    ["that was too hard", 2, { check: { effort: 3 } }],
    ["before which the back was sore", 2, { before: 6, ...MORE }],
    ["that told of a bad morning", 2, { check: { effort: 1, morning: 1 } }],
    ["that was about right, of four points", 2, { check: { effort: 2 } }],
    ["of before, that was painful", 0, { after: 3, check: { effort: 1 } }],
  ])("on a session %s is shown, to be taken back", (_, day, told) => {
    const life = raised();
    expect(inShort(life.state.log)).toEqual(["D-6 hip-raise 1>2"]);
    correct(life, day, told);
    expect(life.steps[0]).toBe(2);
    expect(doubted(life.state)).toEqual(["hip-raise"]);
    life.state = takeBack(life.state, noon(3), "hip-raise");
    expect(life.steps[0]).toBe(1);
    expect(doubted(life.state)).toEqual([]);
  });

  test("stands where the session was as good as before", () => {
    const life = raised();
    correct(life, 2, { after: 0, ...MORE });
    correct(life, 2, { before: 2, ...MORE });
    expect(doubted(life.state)).toEqual([]);
  });

  test("that is older than the newest change is taken back by its name", () => {
    const life = raised();
    life.live(4, MORE);
    expect(inShort(life.state.log)[0]).toBe("D-6 plank 1>2");
    correct(life, 2, { after: 3, ...MORE });
    expect(doubted(life.state)).toEqual(["plank", "hip-raise"]);
    life.state = takeBack(life.state, noon(4), "hip-raise");
    expect(life.steps).toEqual([1, 1, 2, 1, 1]);
  });

  test("that only waits falls away with what it stood on", () => {
    const suggest = choicesAt(1, undefined, "suggest");
    const life = lived(new CoachLife(suggest), MORE, MORE);
    expect(waiting(life.state)).toBeDefined();
    correct(life, 2, { after: 3, ...MORE });
    expect(waiting(life.state)).toBeUndefined();
    expect(doIt(life.state, suggest, noon(3))).toBe(life.state);
  });
});

const anyBack = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
const anyLeg = fc.constantFrom<0 | 1 | 2 | 3 | undefined>(
  undefined,
  0,
  1,
  2,
  3,
);
const anyTold: fc.Arbitrary<Told> = fc.record({
  before: anyBack,
  after: anyBack,
  postRun: fc.boolean(),
  check: fc.record({
    legBefore: anyLeg,
    legAfter: anyLeg,
    effort: fc.constantFrom<1 | 2 | 3 | undefined>(undefined, 1, 2, 3),
    morning: fc.constantFrom<0 | 1 | undefined>(undefined, 0, 1),
  }),
  items: fc.dictionary(
    fc.constantFrom("plank", "cobra", "hip-raise"),
    fc.constantFrom(
      ...(["back", "leg", "elsewhere"] as const).map((hurt) => ({ hurt })),
      { full: false },
    ),
    { maxKeys: 1 },
  ),
});

/** Sessions by their days, of which some come late, and corrections of any of them. */
const anyOrder = fc.array(
  fc.record({
    what: fc.constantFrom("session", "session", "late", "correction"),
    days: fc.constantFrom(0.8, 2, 4, 8),
    which: fc.nat(),
    told: anyTold,
  }),
  { minLength: 2, maxLength: 30 },
);

test("no order of corrections and late records opens a gate or moves a dose by a correction", () => {
  check(
    fc.property(anyOrder, (order) => {
      const life = new CoachLife(choicesAt(3));
      const days: number[] = [];
      let day = 0;
      for (const { what, days: later, which, told } of order) {
        if (what === "session" || !days.length) {
          day += later;
          life.state = decideAt(life.state, noon(day)).state;
          if (which % 3 === 0)
            life.state = tryAgain(life.state, "cobra", noon(day));
          life.live(day, told);
          days.push(day);
        } else if (what === "late") {
          days.push(day - (1 + (which % 100)) / 1000);
          life.meet(sessionOn(days[days.length - 1]!, told), noon(day));
        } else {
          const before = life.state;
          correct(life, days[which % days.length]!, told);
          const after = life.state;
          const now = { start: noon(day), offset: 0 };
          for (const gate of before.gates) {
            const same = after.gates.find(
              ({ exercise }) => exercise === gate.exercise,
            )!;
            expect(same.since).toBeGreaterThanOrEqual(gate.since);
            if (isOut(gate)) expect(isOut(same)).toBe(true);
            if (gate.closed) expect(same.closed).toBe(true);
            if (!isOffered(gate)) expect(isOffered(same)).toBe(false);
            expect(same.trials).toBeLessThanOrEqual(gate.trials);
          }
          for (const key of Object.keys(before.exercises)) {
            const [was, is] = [before.exercises[key]!, after.exercises[key]!];
            expect(is.step).toBe(was.step);
            expect(is.points).toBeLessThanOrEqual(was.points);
            expect(is.good).toBeLessThanOrEqual(was.good);
          }
          // Twice is once; and time opens nothing that it would not have opened.
          const last = after.sessions.find(
            ({ id }) => id === sessionOn(days[which % days.length]!).id,
          );
          if (last) expect(corrected(after, last)).toBe(after);
          const opened = decideAt(after, now.start + DAY).state.gates;
          const would = decideAt(before, now.start + DAY).state.gates;
          for (const gate of would)
            if (isOut(gate))
              expect(
                opened.find(({ exercise }) => exercise === gate.exercise)!
                  .trial,
              ).toBe(0);
        }
      }
    }),
    60,
  );
});
