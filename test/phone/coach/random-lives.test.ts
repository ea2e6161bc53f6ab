import fc from "fast-check";
import type { ItemRecord, SessionRecord } from "../../../common/record";
import type { CoachMode } from "../../../phone/coach/choices";
import { DAY } from "../../../phone/coach/constants";
import { decideAt } from "../../../phone/coach/decide";
import { following } from "../../../phone/coach/follow";
import { isOut } from "../../../phone/coach/gate";
import { doIt, takeBack, tryAgain } from "../../../phone/coach/runner";
import { coachSession, isPainful } from "../../../phone/coach/session";
import type { Change } from "../../../phone/coach/state";
import {
  CoachLife,
  FIVE,
  Told,
  choicesAt,
  noon,
  sessionOn,
} from "../../builders/coach";
import { check } from "../../builders/check";

const EXERCISES = [...FIVE, "childs-pose", "hamstring-stretch", "bird-dog"];

/** Answers as runners give them: mostly good, sometimes bad, sometimes none. */
const anyBack = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 10 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const anyLeg = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<0 | undefined>(0, undefined) },
  { weight: 1, arbitrary: fc.constantFrom<1 | 2 | 3>(1, 2, 3) },
);
const anyItem = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Partial<ItemRecord>>({}) },
  { weight: 1, arbitrary: fc.constant<Partial<ItemRecord>>({ full: false }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<ItemRecord["hurt"]>("back", "leg", "elsewhere")
      .map((hurt): Partial<ItemRecord> => ({ hurt, full: false })),
  },
);

const anyTold: fc.Arbitrary<Told> = fc
  .record({
    before: anyBack,
    after: anyBack,
    postRun: fc.boolean(),
    check: fc.record({
      legBefore: anyLeg,
      legAfter: anyLeg,
      effort: fc.constantFrom<1 | 2 | 3 | undefined>(1, 1, 2, 3, undefined),
      morning: fc.constantFrom<0 | 1 | undefined>(0, 0, undefined, 1),
      mode: fc.constantFrom("planned", "planned", "planned", "easy", "lighter"),
    }),
    items: fc.dictionary(fc.constantFrom(...EXERCISES), anyItem, {
      maxKeys: 2,
    }),
    exercises: fc.oneof(
      fc.constant(EXERCISES),
      fc.subarray(EXERCISES, { minLength: 1 }),
    ),
  })
  .map((told): Told => told);

/** What happens: a session so many days later, or a tap of the runner. */
type Happening =
  | { what: "session"; days: number; told: Told }
  | { what: "do" | "back" | "try" };

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant("session" as const),
      days: fc.constantFrom(0.4, 1, 1, 2, 2, 3, 4, 12, 25, 50),
      told: anyTold,
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("do" as const, "back" as const, "try" as const)
      .map((what) => ({ what })),
  },
);

const anyLife = fc.record({
  mode: fc.constantFrom<CoachMode>("auto", "suggest", "off"),
  step: fc.integer({ min: 0, max: 4 }),
  happenings: fc.array(anyHappening, { minLength: 1, maxLength: 40 }),
});

/** What one thing that happened did. */
interface Seen {
  changes: Change[];
  record: SessionRecord | undefined;
  before: CoachLife["state"];
  after: CoachLife["state"];
}

function lived({
  mode,
  step,
  happenings,
}: typeof anyLife extends fc.Arbitrary<infer T> ? T : never): {
  life: CoachLife;
  seen: Seen[];
} {
  const life = new CoachLife(choicesAt(step, EXERCISES, mode));
  const seen: Seen[] = [];
  let day = 0;
  for (const one of happenings) {
    const before = life.state;
    let record: SessionRecord | undefined;
    let changes: Change[] = [];
    if (one.what === "session") {
      day += one.days;
      life.state = decideAt(life.state, noon(day)).state;
      record = sessionOn(day, one.told);
      changes = life.meet(record, noon(day));
    } else if (one.what === "do") {
      life.state = doIt(life.state, life.choices, noon(day));
    } else if (one.what === "back") {
      life.state = takeBack(life.state, noon(day));
    } else {
      life.state = tryAgain(life.state, "cobra", noon(day));
    }
    seen.push({ changes, record, before, after: life.state });
  }
  return { life, seen };
}

function movedDoses({ before, after }: Seen): string[] {
  return Object.keys(after.exercises).filter(
    (key) => before.exercises[key]!.step !== after.exercises[key]!.step,
  );
}

test("one session never changes two doses, but after a break or as a gate's trial begins", () => {
  check(
    fc.property(anyLife, (given) => {
      for (const one of lived(given).seen) {
        if (!one.record) continue;
        const doses = one.changes.filter(
          ({ gate, waits, rule, from, to }) =>
            !gate && !waits && from !== to && rule !== "D-B",
        );
        expect(doses.length).toBeLessThanOrEqual(1);
        const trials = one.after.gates.filter(({ trial }) => trial > 0).length;
        const broke = one.changes.some(({ rule }) => rule === "D-B");
        if (!broke)
          expect(movedDoses(one).length).toBeLessThanOrEqual(1 + trials);
      }
    }),
    300,
  );
});

test("there are never three raises within seven days", () => {
  check(
    fc.property(anyLife, (given) => {
      const raises = lived(given)
        .seen.flatMap(({ before, after }) =>
          after.log.filter(
            (one) =>
              one.rule === "D-6" &&
              !one.waits &&
              !before.log.some(
                (old) =>
                  old.rule === "D-6" &&
                  !old.waits &&
                  old.at === one.at &&
                  old.exercise === one.exercise,
              ),
          ),
        )
        .map(({ at }) => at)
        .sort((a, b) => a - b);
      raises.slice(2).forEach((at, i) => {
        expect(at - raises[i]!).toBeGreaterThanOrEqual(7 * DAY);
      });
    }),
    300,
  );
});

test("nothing is raised or suggested after a painful session, a bad morning, or one too hard", () => {
  check(
    fc.property(anyLife, (given) => {
      for (const { record, changes } of lived(given).seen) {
        if (!record) continue;
        const painful = isPainful(coachSession({ kind: "session", record }));
        const hard = record.check!.effort === 3;
        if (painful || hard || record.check!.morning === 1)
          expect(changes.map(({ rule }) => rule)).not.toContain("D-6");
      }
    }),
    300,
  );
});

test("what was earned waits where another exercise made a session painful", () => {
  const life = new CoachLife(choicesAt(1));
  for (const day of [0, 2]) life.live(day, { check: { effort: 1 } });
  expect(life.state.exercises.plank).toMatchObject({ points: 4, good: 2 });
  const painful = { before: 1, after: 3, exercises: ["hip-raise"] };
  expect(life.live(4, painful)).toEqual([]);
  expect(life.live(6, { exercises: ["hip-raise"] })).toMatchObject([
    { rule: "D-6", exercise: "plank" },
  ]);
});

test("steps stay on their ladders, and off moves none", () => {
  check(
    fc.property(anyLife, (given) => {
      const { life, seen } = lived(given);
      for (const { cap, key, coached } of life.choices.items) {
        if (!coached) continue;
        const { step } = life.state.exercises[key]!;
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThanOrEqual(Math.max(cap, given.step));
      }
      if (given.mode === "off")
        for (const { changes } of seen)
          for (const { rule } of changes) expect(rule).toMatch(/^B-/);
    }),
    300,
  );
});

const anyDay = fc.integer({ min: 0, max: 30 });

test("a record that comes late moves no dose and opens no gate, but can shut one", () => {
  check(
    fc.property(anyLife, anyDay, anyTold, (given, day, told) => {
      const { life } = lived(given);
      const { newest } = life.state;
      if (!newest) return;
      const before = life.state;
      // A moment that no other session has.
      const record = sessionOn(day - 60.01, told);
      life.meet(record, newest.start);
      expect(life.steps).toEqual(
        life.choices.items
          .filter(({ coached }) => coached)
          .map(({ key }) => before.exercises[key]!.step),
      );
      const out = before.gates.filter(isOut).map(({ exercise }) => exercise);
      const still = life.state.gates.filter(isOut);
      expect(still.map(({ exercise }) => exercise)).toEqual(
        expect.arrayContaining(out),
      );
      for (const gate of before.gates) {
        const now = still.find(({ exercise }) => exercise === gate.exercise);
        if (now) expect(now.since).toBeGreaterThanOrEqual(gate.since);
        if (now && gate.closed) expect(now.closed).toBe(true);
      }
    }),
    300,
  );
});

test("a late record shuts what a bad trial has closed no shorter, and what is in again anew", () => {
  const life = new CoachLife(choicesAt(4));
  const further: Told = { after: 3, check: { legAfter: 2 } };
  life.live(0, further);
  for (const day of [3, 6, 9, 13]) life.live(day, { exercises: ["plank"] });
  life.state = decideAt(life.state, noon(14)).state;
  life.state = tryAgain(life.state, "cobra", noon(14));
  life.live(15, further);
  expect(life.state.gates).toMatchObject([{ closed: true }]);
  life.meet(sessionOn(8, further), noon(16));
  expect(life.state.gates).toMatchObject([
    { closed: true, trial: 0, since: noon(15) },
  ]);
});

test("a late record shuts what is in again, and what is on trial", () => {
  const life = new CoachLife(choicesAt(4));
  const further: Told = { after: 3, check: { legAfter: 2 } };
  life.live(5);
  expect(life.meet(sessionOn(2, further), noon(6))).toMatchObject([
    { rule: "B-2", exercise: "cobra", gate: "out", at: noon(2) },
  ]);
  for (const day of [7, 9, 12]) life.live(day, { exercises: ["plank"] });
  life.state = decideAt(life.state, noon(16)).state;
  life.state = tryAgain(life.state, "cobra", noon(16));
  expect(life.state.gates).toMatchObject([{ trial: noon(16) }]);
  life.meet(sessionOn(3, further), noon(17));
  expect(life.state.gates).toMatchObject([{ trial: 0, closed: false }]);
});

test("a session that is known already changes nothing", () => {
  check(
    fc.property(anyLife, fc.nat(), (given, which) => {
      const { life, seen } = lived(given);
      const kept = life.state.sessions;
      const records = seen
        .map(({ record }) => record)
        .filter((one) => kept.some(({ id }) => id === one?.id));
      const record = records[which % records.length];
      const before = life.state;
      if (record) life.meet(record, noon(1000));
      expect(life.state).toBe(before);
    }),
    100,
  );
});

test("a newer routine, or a level, opens no gate", () => {
  check(
    fc.property(anyLife, fc.nat({ max: 6 }), (given, step) => {
      const { life } = lived(given);
      const followed = following(life.state, choicesAt(step, EXERCISES));
      expect(followed.gates).toEqual(life.state.gates);
      expect(following(life.state, choicesAt(step, ["plank"])).gates).toEqual(
        life.state.gates,
      );
    }),
    100,
  );
});

test("a session from more than a day ahead moves no dose and is not the newest", () => {
  const life = new CoachLife(choicesAt(1));
  life.live(0, { check: { effort: 1 } });
  const record = sessionOn(100, { check: { effort: 1, legAfter: 2 } });
  const changes = life.meet(record, noon(2));
  expect(changes.map(({ gate }) => gate)).toEqual(["out"]);
  expect(life.state.newest?.start).toBe(noon(0));
  expect(life.steps).toEqual([1, 1, 1, 1, 1]);
});
