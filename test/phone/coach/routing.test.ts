import { sessionId } from "../../../common/record";
import { Decision, LoneCheck } from "../../../common/wire/coach";
import { backTrend, routingOf } from "../../../phone/coach/routing";
import { coachSession } from "../../../phone/coach/session";
import { Told, noon, sessionOn } from "../../builders/coach";

function sessions(told: Array<[day: number, told: Told]>) {
  return told.map(([day, one]) =>
    coachSession({ kind: "session", record: sessionOn(day, one) }),
  );
}

/** The same answer before sessions on these days. */
function backs(days: readonly number[], before: number): Array<[number, Told]> {
  return days.map((day) => [day, { before, after: before }]);
}

function noSession(day: number, back: number): LoneCheck {
  const id = sessionId(noon(day), 0.5);
  const decision = Decision.NotToday;
  return { id, at: noon(day), offset: 0, back, leg: undefined, decision };
}

function see(
  told: Array<[day: number, told: Told]>,
  day: number,
  checks: LoneCheck[] = [],
): string[] {
  return routingOf(sessions(told), checks, noon(day));
}

const leg = (legBefore: 0 | 1 | 2 | 3): Told => ({ check: { legBefore } });

test("R-1: a leg numb or weak, or both legs, is told for 14 days", () => {
  expect(see([[0, { check: { legAfter: 3 } }]], 13)).toEqual(["R-1"]);
  expect(see([[0, { check: { legAfter: 3 } }]], 14)).toEqual([]);
  const check = { ...noSession(0, 1), leg: 3 as const };
  expect(see([], 1, [check])).toEqual(["R-1"]);
});

test("R-2: a leg that was worse twice, once is not enough, nor both ends of one session", () => {
  const both: Told = { check: { legBefore: 2, legAfter: 2 } };
  expect(see([[0, both]], 1)).toEqual([]);
  expect(
    see(
      [
        [0, both],
        [5, leg(2)],
      ],
      6,
    ),
  ).toEqual(["R-2"]);
});

test("R-3: three bad days in two weeks, with sessions or without", () => {
  const two = backs([0, 3], 6);
  expect(see(two, 4)).toEqual([]);
  expect(see(two, 6, [noSession(5, 9)])).toEqual(["R-3"]);
});

test("R-4: leg pain at every check of two weeks, at least four", () => {
  const days = [0, 3, 6].map((day): [number, Told] => [day, leg(1)]);
  expect(see(days, 8)).toEqual([]);
  expect(see([...days, [8, leg(1)]], 8)).toEqual(["R-4"]);
  expect(see([...days, [7, leg(0)], [8, leg(1)]], 8)).toEqual([]);
});

test("R-5: two weeks that are 2 worse than the two before, with four answers each", () => {
  const before = backs([0, 3, 6, 9], 1);
  expect(see([...before, ...backs([15, 18, 21, 24], 3)], 27)).toEqual(["R-5"]);
  expect(see([...before, ...backs([15, 18, 21], 3)], 27)).toEqual([]);
  expect(see([...before, ...backs([15, 18, 21, 24], 2)], 27)).toEqual([]);
  const run = backs([15, 18, 21, 24], 3).map(([day, told]): [number, Told] => [
    day,
    { ...told, postRun: true },
  ]);
  expect(see([...before, ...run], 27)).toEqual([]);
});

test("R-6: after six weeks still 4 or more, and hardly less", () => {
  const then = (back: number) => backs([0, 3, 6, 9], back);
  const now = backs([44, 47, 50, 53], 4);
  expect(see([...then(5), ...now], 55)).toEqual(["R-6"]);
  expect(see([...then(6), ...now], 55)).toEqual([]);
  expect(see(now, 55)).toEqual([]);
});

test("R-7: four easy or empty days in ten, but not after a break", () => {
  const easy: Told = { before: 4, check: { mode: "easy" } };
  const three: Array<[number, Told]> = [
    ...[0, 2, 4].map((day): [number, Told] => [day, easy]),
  ];
  expect(see(three, 6)).toEqual([]);
  expect(see([...three, [6, easy]], 6)).toEqual(["R-7"]);
  expect(see(three, 6, [noSession(6, 3)])).toEqual(["R-7"]);
  const calm: Told = { before: 1, check: { mode: "easy" } };
  expect(see([...three, [6, calm]], 6)).toEqual([]);
  expect(see([...three, [11, easy]], 11)).toEqual([]);
});

test("the back of 14 days and of the 14 before, with the number of answers", () => {
  const told = [...backs([0, 2], 4), ...backs([15, 17, 19], 3)];
  expect(backTrend(sessions(told), [], noon(20))).toEqual({
    ...{ median: 3, answers: 3, before: 4, answersBefore: 2 },
  });
  expect(backTrend([], [], noon(20))).toMatchObject({ median: undefined });
});
