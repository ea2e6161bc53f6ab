import { fuzz } from "../../verification/fuzz/feeding";
import { TARGETS } from "../../verification/fuzz/targets";

/** Enough to meet every kind of change; `npm run fuzz` feeds millions, and measures. */
const INPUTS = 3000;

describe("hostile input is refused, never thrown past the edge", () => {
  test.each(TARGETS.map((target) => [target.name, target] as const))(
    "%s",
    (_name, target) => {
      const { broke, accepted, refused } = fuzz(target, INPUTS, 2026);
      expect(broke).toBeUndefined();
      // Inputs that are all good or all bad would show nothing.
      expect(Math.min(accepted, refused)).toBeGreaterThan(0);
    },
  );
});
