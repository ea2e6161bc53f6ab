import {
  lengthOf,
  PATTERNS,
  patternOf,
  phoneMotor,
} from "../../src/web/vibration/patterns";

describe("vibrations on the page", () => {
  test("each of the platform's eight has a shape of its own", () => {
    expect(Object.keys(PATTERNS).sort()).toEqual([
      "alert",
      "bump",
      "confirmation",
      "confirmation-max",
      "nudge",
      "nudge-max",
      "ping",
      "ring",
    ]);
    const motors = Object.values(PATTERNS).map((pattern) =>
      phoneMotor(pattern).join(),
    );
    expect(new Set(motors).size).toBe(8);
  });

  test("the phone's motor gets on and off in turn, stronger ones longer", () => {
    expect(phoneMotor(patternOf("confirmation"))).toEqual([110, 80, 110]);
    const [strong = 0] = phoneMotor(patternOf("nudge-max"));
    expect(strong).toBeGreaterThan(lengthOf(patternOf("nudge-max")));
  });

  test("a name that the platform does not know is felt as something short", () => {
    for (const name of ["buzz", "constructor", "__proto__"]) {
      expect(lengthOf(patternOf(name))).toBe(80);
    }
  });
});
