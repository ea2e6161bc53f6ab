import fc from "fast-check";
import { Minute, isSameRun, toldRuns, runIn } from "../../../common/coach/run";

/** So many minutes alike. */
function minutes(
  count: number,
  steps: number | undefined,
  heart?: number,
): Minute[] {
  return Array<Minute>(count).fill([steps, heart]);
}

test("W-23: two runs with a red light between are one run of 34 minutes, 6 ago", () => {
  const hour = [
    ...minutes(6, 20, 110),
    ...minutes(14, 166, 150),
    ...minutes(2, 0, 130),
    ...minutes(20, 164, 150),
    ...minutes(18, 10, 70),
  ];
  expect(runIn(hour)).toEqual([34, 6]);
});

test("W-24: a walk, a slow heart, a run long ago and one too short are none", () => {
  expect(runIn(minutes(60, 124, 110))).toBeUndefined();
  expect(runIn(minutes(12, 150, 78))).toBeUndefined();
  expect(runIn([...minutes(45, 0), ...minutes(15, 165)])).toBeUndefined();
  expect(runIn([...minutes(9, 165), ...minutes(51, 0)])).toBeUndefined();
  expect(runIn(minutes(25, 165))).toEqual([25, 0]);
});

test("bounds belong to a run: 140 to 220 steps, 40 minutes ago, 10 minutes, a gap of 2", () => {
  expect(runIn(minutes(10, 140))).toEqual([10, 0]);
  expect(runIn(minutes(10, 220))).toEqual([10, 0]);
  expect(runIn(minutes(60, 139))).toBeUndefined();
  expect(runIn(minutes(60, 221))).toBeUndefined();
  const ago = (n: number) => [...minutes(n, 0), ...minutes(20, 160)];
  expect(runIn(ago(40))).toEqual([20, 40]);
  expect(runIn(ago(41))).toBeUndefined();
  const broken = (gap: number) => [
    ...minutes(6, 160),
    ...minutes(gap, undefined),
    ...minutes(6, 160),
  ];
  expect(runIn(broken(2))).toEqual([12, 0]);
  expect(runIn(broken(3))).toBeUndefined();
});

test("a dash for the bus does not hide the run before it, nor does a vetoed one", () => {
  const run = minutes(20, 165, 150);
  expect(
    runIn([...minutes(2, 0), ...minutes(2, 180), ...minutes(5, 0), ...run]),
  ).toEqual([20, 9]);
  expect(runIn([...minutes(12, 150, 70), ...minutes(5, 0), ...run])).toEqual([
    ...[20, 17],
  ]);
});

test("a slow heart counts only where it is known in half of the minutes", () => {
  const partly = (known: number) => [
    ...minutes(known, 160, 80),
    ...minutes(20 - known, 160),
  ];
  expect(runIn(partly(9))).toEqual([20, 0]);
  expect(runIn(partly(10))).toBeUndefined();
  expect(runIn(minutes(20, 160, 100))).toEqual([20, 0]);
});

test("only an hour is looked at, and nothing makes no run", () => {
  expect(runIn([...minutes(40, 0), ...minutes(40, 160)])).toEqual([20, 40]);
  expect(runIn([])).toBeUndefined();
});

test("ends within ten minutes of each other are of the same run", () => {
  expect(isSameRun(1000, 1600)).toBe(true);
  expect(isSameRun(1601, 1000)).toBe(false);
});

test("home never tells more than three runs in two weeks to somebody who answers none", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 700, max: 400_000 })), (gaps) => {
      const told: number[] = [];
      let [end, newest, runs] = [1_767_423_600, 0, 0];
      for (const gap of gaps) {
        end += gap;
        const now = toldRuns(end, newest, runs);
        if (!now) continue;
        told.push(end);
        [newest, runs] = [end, now];
      }
      told.forEach((at, i) => {
        const third = told[i - (i % 3) - 1];
        if (third !== undefined)
          expect(at - third).toBeGreaterThanOrEqual(14 * 86400);
      });
    }),
  );
});

test("a run that a session followed, or that was none, is not told again", () => {
  expect(toldRuns(5000, 5000, 2)).toBe(2);
  expect(toldRuns(5000, 5000, 0)).toBe(0);
  expect(toldRuns(5000, 5000, -1)).toBe(0);
  expect(toldRuns(6000, 5000, -1)).toBe(1);
});
