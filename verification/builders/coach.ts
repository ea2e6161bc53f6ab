import fc from "fast-check";
import { includedOnly } from "../../common/routine";
import type { CoachPlan } from "../../common/wire/coach";
import { FULL, type Scale, anyRoutine } from "./routines";

/** What the phone may tell the watch of the coach, its plans as long as `scale` says. */
export function anyCoach(scale: Scale = FULL): fc.Arbitrary<CoachPlan> {
  const anyPlan = fc.option(anyRoutine(scale).map(includedOnly), {
    nil: undefined,
  });
  return fc.record({
    serial: fc.nat(),
    ask: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    usual: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    lighter: fc.boolean(),
    classes: fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 40 }),
    easy: anyPlan,
    light: anyPlan,
    first: fc.boolean(),
    raised: fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 97 })),
    revision: fc.nat(),
    see: fc.integer({ min: 0, max: 7 }),
  });
}
