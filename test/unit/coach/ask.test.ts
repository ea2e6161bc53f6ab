import {
  Offer,
  SUSPECTS,
  asksBackAfter,
  asksEffort,
  asksLeg,
  asksLegAfter,
  asksMorning,
  asksWhich,
  asksWhy,
  dayOf,
  isAnswerFresh,
  isChoiceFresh,
  isSore,
  leftOut,
  offerFor,
} from "../../../common/coach/ask";
import { EXERCISE_IDS } from "../../../common/exercise-codes";

const UNKNOWN = 11;

/** Where the answers lead on an ordinary day, a day after the last session. */
function led(back: number, leg: number, usual = UNKNOWN): Offer {
  return offerFor(back, leg, usual, 1, false);
}

test("W-01: with a back at 2, the leg is asked at the very first check alone", () => {
  expect(asksLeg(2, 2, true)).toBe(true);
  expect(asksLeg(2, 2, false)).toBe(false);
  expect(led(2, 0)).toBe(Offer.Planned);
});

test("W-02: on first use, a back at 3 is offered the easy plan", () => {
  expect(asksLeg(2, 3, true)).toBe(true);
  expect(led(3, 0)).toBe(Offer.Easy);
});

test("W-03: a back at 5 that is usually at 4 goes as planned", () => {
  expect(led(5, 0, 4)).toBe(Offer.Planned);
  expect(led(5, 0, 3)).toBe(Offer.Easy);
});

test("W-04: a back at 8 is told not today", () => {
  expect(led(8, 0)).toBe(Offer.NotToday);
  expect(led(7, 0)).toBe(Offer.High);
  expect(led(6, 0, 6)).toBe(Offer.High);
});

test("W-05: a leg that is numb or weak, or both legs, stops whatever the back is", () => {
  for (const back of [-1, 1, 10]) expect(led(back, 3)).toBe(Offer.Stop);
  expect(led(10, 2)).toBe(Offer.Leg);
});

test("W-06: who leaves the back out is not asked for the leg and goes as planned", () => {
  expect(asksLeg(2, -1, true)).toBe(false);
  expect(led(-1, -1)).toBe(Offer.Planned);
});

test("W-07: after 2 and 2 with the cobra done, only the effort is asked", () => {
  expect(asksLegAfter(2, 2, 2, -1, false, true)).toBe(false);
  expect(asksWhich(2, 2, 2, -1)).toBe(false);
  expect(asksEffort(2, true, false, -1)).toBe(true);
});

test("W-08: after 2 and 4 with the cobra done, leg, what hurt and effort are asked", () => {
  expect(asksLegAfter(2, 2, 4, -1, false, true)).toBe(true);
  expect(asksWhich(2, 2, 4, 0)).toBe(true);
  expect(asksEffort(2, true, false, 0)).toBe(true);
});

test("W-09: a leg as usual leaves out bending backwards and the hamstring stretch", () => {
  expect(led(2, 1)).toBe(Offer.Planned);
  const [extension, flexion, nerve, shut] = [1, 2, 4, 8];
  expect(leftOut(1)).toBe(extension | nerve | shut);
  expect(leftOut(0)).toBe(shut);
  expect(leftOut(-1)).toBe(shut);
  expect(leftOut(2)).toBe(extension | flexion | nerve | shut);
});

test("a break and a run lead to less, but a sore back comes first", () => {
  expect(offerFor(0, 0, 1, 9, false)).toBe(Offer.Planned);
  expect(offerFor(0, 0, 1, 10, true)).toBe(Offer.LighterBreak);
  expect(offerFor(-1, -1, 1, 20, false)).toBe(Offer.LighterBreak);
  expect(offerFor(0, 1, 1, 21, false)).toBe(Offer.Break);
  expect(offerFor(4, 0, 1, 21, false)).toBe(Offer.Easy);
  expect(offerFor(0, 0, 1, 1, true)).toBe(Offer.LighterRun);
});

test("with fewer questions, only what matters is asked", () => {
  expect([0, 1].map((ask) => asksLeg(ask, 5, true))).toEqual([false, false]);
  expect([0, 1].map((ask) => asksLeg(ask, 6, false))).toEqual([false, true]);
  const after = (ask: number) => [
    asksBackAfter(ask, 60, true),
    asksLegAfter(ask, 2, 3, 0, false, true),
    asksLegAfter(ask, 2, 4, 0, false, false),
    asksWhich(ask, 2, 4, 0),
    asksWhy(ask, false, true),
    asksEffort(ask, true, false, 0),
    asksMorning(ask, 86400, true, 0, 0),
  ];
  expect(after(0)).toEqual(Array(7).fill(false));
  expect(after(1)).toEqual([true, false, true, true, false, false, false]);
  expect(after(2)).toEqual([true, true, true, true, true, true, true]);
});

test("the back is asked after a session in which something was done, within two hours", () => {
  expect(asksBackAfter(1, 7200, true)).toBe(true);
  expect(asksBackAfter(1, 7201, true)).toBe(false);
  expect(asksBackAfter(1, 0, false)).toBe(false);
});

test("the leg is asked after a trial, at a bad back, and where it hurt before", () => {
  expect(asksLegAfter(2, 0, 0, 0, true, true)).toBe(true);
  expect(asksLegAfter(2, 6, 6, 0, false, false)).toBe(true);
  expect(asksLegAfter(2, -1, -1, 1, false, false)).toBe(true);
  expect(asksLegAfter(2, -1, 5, 0, false, true)).toBe(false);
});

test("why is asked of a skipped exercise where nothing hurt, and effort but after an easy day", () => {
  expect(asksWhy(2, true, true)).toBe(false);
  expect(asksWhy(2, false, false)).toBe(false);
  expect(asksWhich(2, 0, 0, 2)).toBe(true);
  expect(asksEffort(2, true, true, 0)).toBe(false);
  expect(asksEffort(2, false, false, 0)).toBe(false);
  expect(asksEffort(2, true, false, 3)).toBe(false);
});

test("the morning after is asked from 10 to 60 hours later, where there was a reason", () => {
  const hours = (n: number, raised = true) =>
    asksMorning(2, n * 3600, raised, 1, 1);
  expect([9.9, 10, 60, 60.1].map((n) => hours(n))).toEqual([
    ...[false, true, true, false],
  ]);
  expect(hours(24, false)).toBe(false);
  expect(asksMorning(2, 86400, false, 3, 3)).toBe(true);
  expect(asksMorning(2, 86400, false, 0, 1)).toBe(true);
  expect(asksMorning(2, 86400, false, -1, 2)).toBe(false);
});

test("an answer is used again for half an hour, and a choice for a quarter", () => {
  expect([-1, 0, 1799, 1800].map(isAnswerFresh)).toEqual([
    ...[false, true, true, false],
  ]);
  expect([-1, 0, 899, 900].map(isChoiceFresh)).toEqual([
    ...[false, true, true, false],
  ]);
});

test("days are those of the clock where the session was", () => {
  const evening = 1790029800; // 21 September 2026, 22:30 UTC
  expect(dayOf(evening, 120) - dayOf(evening, 0)).toBe(1);
  expect(dayOf(evening, 60) - dayOf(evening, 0)).toBe(0);
});

test("sore is 6 or more, or 3 or more and 2 above the usual, which is 1 while unknown", () => {
  expect([2, 3, 5, 6].map((back) => isSore(back, UNKNOWN))).toEqual([
    ...[false, true, true, true],
  ]);
  expect([2, 3].map((back) => isSore(back, 0))).toEqual([false, true]);
  expect(isSore(5, 4)).toBe(false);
});

test("what can make a leg worse is known by its codes", () => {
  expect(SUSPECTS.map((code) => EXERCISE_IDS[code])).toEqual([
    ...["cobra", "hamstring-stretch", "reverse-hip-raise", "knee-to-chest"],
    ...["childs-pose", "figure-four-stretch", "curl-up", "hip-flexor-stretch"],
  ]);
});
