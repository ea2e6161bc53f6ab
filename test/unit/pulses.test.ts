import { Cue } from "../../verification/faults/names";
import { pulsesOf } from "../builders/wrist-pulses";

/** What is felt of one cue: its pattern, how many pulses, ms from pulse to pulse. */
function hapticOf(cue: Cue, strong: boolean): [string, number, number] {
  const pulses = pulsesOf([[0, cue]], strong);
  const [first, second] = pulses;
  expect(pulses.every(({ pattern }) => pattern === first!.pattern)).toBe(true);
  return [first!.pattern, pulses.length, second ? second.at : 0];
}

describe.each([
  ["normal", false],
  ["strong", true],
])("at %s strength", (_, strong) => {
  const any: Cue[] = ["pause", "next", "finish"];

  test.each<[string, Cue[]]>([
    ["waiting", ["tick", "go", ...any]],
    ["in a hold", ["halfway", "ending", "rest", "switch", ...any]],
    ["on a rep's way up", ["halfway", "ending", "lower", "rest", ...any]],
    ["on a rep's way down", ["lift", "last", "rest", "switch", ...any]],
    ["paused", ["resume", "next", "finish"]],
  ])("%s, all that can come next feels different", (_, cues) => {
    const feels = cues.map((cue) => hapticOf(cue, strong).slice(0, 2).join());
    expect(new Set(feels).size).toBe(cues.length);
  });
});

describe("the vocabulary", () => {
  const cues: Cue[] = [
    ...(["tick", "lift", "lower", "last", "go", "halfway", "ending"] as const),
    ...(["rest", "switch", "next", "finish", "pause", "resume"] as const),
  ];
  const told = (strong: boolean) =>
    cues.map((cue) => {
      const [pattern, count, apart] = hapticOf(cue, strong);
      return [cue, count, pattern, count > 1 ? apart : ""].join(" ").trim();
    });

  test("is what the runner learned", () => {
    expect(told(false)).toEqual([
      "tick 1 bump",
      "lift 1 bump",
      "lower 1 nudge",
      "last 2 bump 250",
      "go 1 nudge-max",
      "halfway 1 ping",
      "ending 1 bump",
      "rest 1 confirmation",
      "switch 2 confirmation-max 700",
      "next 2 nudge-max 500",
      "finish 3 confirmation-max 700",
      "pause 2 nudge 300",
      "resume 1 nudge-max",
    ]);
  });

  test("at strong uses the strong form where there is one", () => {
    const changed = told(true).filter((line, i) => line !== told(false)[i]);
    expect(changed).toEqual([
      "lower 1 nudge-max",
      "rest 1 confirmation-max",
      "pause 3 nudge-max 300",
    ]);
  });
});

describe("cues that fall together", () => {
  test("are felt one after another, further apart when they feel alike", () => {
    const pulses = pulsesOf([[1000, "next", "go", "lift"]], false);
    expect(pulses).toEqual([
      { pattern: "nudge-max", at: 1000 },
      { pattern: "nudge-max", at: 1500 },
      { pattern: "nudge-max", at: 2450 },
      { pattern: "bump", at: 2900 },
    ]);
  });

  test("do not push back what is due later", () => {
    const pulses = pulsesOf(
      [
        [0, "rest", "go"],
        [3000, "ending"],
      ],
      false,
    );
    expect(pulses.map(({ at }) => at)).toEqual([0, 450, 3000]);
  });
});
