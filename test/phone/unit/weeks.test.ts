import fc from "fast-check";
import { counted, streakTo, weekOf } from "../../../common/weeks";

/** Monday, 2 March 2026, 07:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;

describe("weeks", () => {
  it("begin on Monday, by the runner's own clock", () => {
    const sunday = MONDAY - 7 * 3600 - 1;
    expect(weekOf(MONDAY - 7 * 3600, 0)).toBe(weekOf(sunday, 0) + 1);
    expect(weekOf(sunday, 60)).toBe(weekOf(MONDAY, 0));
  });

  it("count what comes in any order", () => {
    const weeks = fc.array(fc.integer({ min: 2900, max: 2960 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(weeks, (given) => {
        const all = given.reduce(counted, { from: 0, counts: "" });
        const last = Math.max(...given);
        let streak = 0;
        while (given.includes(last - streak)) streak++;
        expect(streakTo(all, last, 1)).toBe(streak);
        expect(all.from).toBe(Math.min(...given));
      }),
    );
  });
});
