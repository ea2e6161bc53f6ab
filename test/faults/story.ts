import fc from "fast-check";
import { CHOICES } from "./routines";

/** One thing that happens, at the moment the story has come to. */
export type Step =
  | { do: "wait"; seconds: number }
  /** Launches the app if need be, leaves a summary, taps start. */
  | { do: "session" }
  | { do: "tap"; id: string }
  | { do: "swipe-back" }
  | { do: "launch" }
  | { do: "kill" }
  /** The app dies at its n-th next step that leaves a trace. */
  | { do: "kill-at-step"; n: number; when: "before" | "after" }
  /** The app dies in its n-th next change of a file, which is left torn. */
  | { do: "kill-at-file"; n: number }
  | { do: "display"; on: boolean }
  | { do: "clock"; seconds: number }
  | { do: "away" }
  | { do: "back" }
  | { do: "choose"; routine: number }
  | { do: "phone-kill" }
  | { do: "phone-kill-at-step"; n: number; when: "before" | "after" }
  /** The companion is installed anew: what it stored is gone. */
  | { do: "phone-wipe" }
  | { do: "link"; fault: "outOfOrder" | "repeated" | "interrupted" }
  | { do: "full" }
  | { do: "room" };

/** A life of watch and phone, and the world it is lived in. */
export interface Story {
  seed: number;
  /** Timers are late by up to so many ms. */
  jitterMs: number;
  display: "auto" | "on";
  /** The routine chosen before the first launch. */
  routine: number;
  steps: Step[];
}

/** A moment is a multiple of so many ms, as every deadline of the routines. */
export const TICK = 250;

const ticks = (max: number) =>
  fc.integer({ min: 1, max }).map((count) => (count * TICK) / 1000);

const TAPS = [
  "pause",
  "resume",
  "skip",
  "back",
  "more-rest",
  "end",
  "confirm-end",
  "keep-going",
  "done",
  "start",
];
const ANSWERS = ["resume-session", "save-session", "discard-session"];

const one = <S extends Step>(step: S) => fc.constant<Step>(step);
const when = fc.constantFrom<"before" | "after">("before", "after");
const tap = (...ids: string[]) =>
  fc.constantFrom(...ids).map((id): Step => ({ do: "tap", id }));
const choice = fc.nat({ max: CHOICES.length - 1 });

/** Which one of the next steps or changes: soon as likely as any time. */
const nth = (max: number) =>
  fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max }));

/** Seconds by which somebody, or the phone, sets the clock. */
const JUMPS = [1, 4, 8, 30, 3600, 7200, 86400].flatMap((s) => [s, -s]);
/** Seconds of a wait between sessions, up to a fortnight. */
const LONG = [150, 900, 7200, 86400, 1209600];

const weighted: ReadonlyArray<[number, fc.Arbitrary<Step>]> = [
  [20, ticks(16).map((seconds): Step => ({ do: "wait", seconds }))],
  [16, ticks(120).map((seconds): Step => ({ do: "wait", seconds }))],
  [
    5,
    fc.constantFrom(...LONG).map((seconds): Step => ({ do: "wait", seconds })),
  ],
  [16, one({ do: "session" })],
  [22, tap(...TAPS)],
  [12, tap(...ANSWERS)],
  [3, one({ do: "swipe-back" })],
  [12, one({ do: "launch" })],
  [9, one({ do: "kill" })],
  [
    9,
    fc
      .tuple(nth(40), when)
      .map(([n, when]): Step => ({ do: "kill-at-step", n, when })),
  ],
  [9, nth(30).map((n): Step => ({ do: "kill-at-file", n }))],
  [3, fc.boolean().map((on): Step => ({ do: "display", on }))],
  [
    3,
    fc
      .constantFrom(...JUMPS)
      .map((seconds): Step => ({ do: "clock", seconds })),
  ],
  [4, one({ do: "away" })],
  [4, one({ do: "back" })],
  [6, choice.map((routine): Step => ({ do: "choose", routine }))],
  [3, one({ do: "phone-kill" })],
  [
    6,
    fc
      .tuple(nth(12), when)
      .map(([n, when]): Step => ({ do: "phone-kill-at-step", n, when })),
  ],
  [1, one({ do: "phone-wipe" })],
  [
    3,
    fc
      .constantFrom<"outOfOrder" | "repeated" | "interrupted">(
        "outOfOrder",
        "repeated",
        "interrupted",
      )
      .map((fault): Step => ({ do: "link", fault })),
  ],
  [1, one({ do: "full" })],
  [1, one({ do: "room" })],
];

const anyStep = fc.oneof(
  ...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })),
);

/** Lives of up to so many steps. */
export function anyStory(maxLength: number): fc.Arbitrary<Story> {
  return fc.record({
    seed: fc.nat({ max: 999999 }),
    jitterMs: fc.constantFrom(0, 0, 0, 0, 200, 2000, 5000),
    display: fc.constantFrom<"auto" | "on">("auto", "on"),
    routine: choice,
    steps: fc.array(anyStep, { minLength: 1, maxLength, size: "max" }),
  });
}
