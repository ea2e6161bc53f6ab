import fc from "fast-check";
import { LINK_FAULTS, type LinkFault } from "fitbit-simulator/run";
import { CHOICES } from "./routines";

/** One thing that happens, at the moment the story has come to. */
export type Step =
  | { do: "wait"; seconds: number }
  /** Launches the app if need be, leaves a summary, taps start. */
  | { do: "session" }
  /** The same, and plays it to its end. */
  | { do: "whole" }
  /** Ends a session by hand. */
  | { do: "finish" }
  | { do: "tap"; id: string }
  | { do: "swipe-back" }
  | { do: "launch" }
  | { do: "kill" }
  /** Dead, dark and out of reach until charged. */
  | { do: "battery"; seconds: number }
  /** Dies at its n-th next step that leaves a trace, or wake-up. */
  | {
      do: "kill-at";
      side: "watch" | "phone";
      what: "step" | "wake";
      n: number;
      after: boolean;
    }
  /** The app dies in its n-th next change of a file, which is left torn. */
  | { do: "kill-at-file"; n: number }
  /** So many bytes are left of the heap, until it is freed or the app ends. */
  | { do: "heap"; bytes: number }
  | { do: "heap-free" }
  | { do: "display"; on: boolean }
  | { do: "clock"; seconds: number }
  | { do: "away" }
  | { do: "back" }
  /** The link breaks, with all that is on its way, for so long. */
  | { do: "cut"; seconds: number }
  | { do: "choose"; routine: number }
  | { do: "phone-kill" }
  /** The companion is installed anew: what it stored is gone. */
  | { do: "phone-reinstall" }
  | { do: "link"; fault: LinkFault }
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

/** Most steps of a life. */
export const STEPS = 60;

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

/** Bytes of the simulator's heap that are left when it is nearly full. */
const HEAP = [0, 500, 1000, 2000, 4000, 8000, 16000];

const seconds = (...choices: number[]) => fc.constantFrom(...choices);
const battery = (seconds: number): Step => ({ do: "battery", seconds });
const killAt = (side: "watch" | "phone", what: "step" | "wake", most: number) =>
  fc
    .tuple(nth(most), fc.boolean())
    .map(([n, after]): Step => ({ do: "kill-at", side, what, n, after }));

const weighted: ReadonlyArray<[number, fc.Arbitrary<Step>]> = [
  [20, ticks(16).map((seconds): Step => ({ do: "wait", seconds }))],
  [16, ticks(120).map((seconds): Step => ({ do: "wait", seconds }))],
  [5, seconds(...LONG).map((seconds): Step => ({ do: "wait", seconds }))],
  [16, one({ do: "session" })],
  [8, one({ do: "whole" })],
  [6, one({ do: "finish" })],
  [22, tap(...TAPS)],
  [12, tap(...ANSWERS)],
  [3, one({ do: "swipe-back" })],
  [12, one({ do: "launch" })],
  [9, one({ do: "kill" })],
  [2, seconds(600, 86400, 604800).map((seconds) => battery(seconds))],
  [9, killAt("watch", "step", 40)],
  [5, killAt("watch", "wake", 60)],
  [9, nth(30).map((n): Step => ({ do: "kill-at-file", n }))],
  [3, fc.constantFrom(...HEAP).map((bytes): Step => ({ do: "heap", bytes }))],
  [2, one({ do: "heap-free" })],
  [3, fc.boolean().map((on): Step => ({ do: "display", on }))],
  [3, seconds(...JUMPS).map((seconds): Step => ({ do: "clock", seconds }))],
  [4, one({ do: "away" })],
  [4, one({ do: "back" })],
  [6, ticks(4).map((seconds): Step => ({ do: "cut", seconds }))],
  [6, choice.map((routine): Step => ({ do: "choose", routine }))],
  [3, one({ do: "phone-kill" })],
  [6, killAt("phone", "step", 12)],
  [3, killAt("phone", "wake", 8)],
  [2, one({ do: "phone-reinstall" })],
  [
    4,
    fc
      .constantFrom(...LINK_FAULTS)
      .map((fault): Step => ({ do: "link", fault })),
  ],
  [1, one({ do: "full" })],
  [1, one({ do: "room" })],
];

const alone = fc
  .oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))
  .map((step): Step[] => [step]);

/**
 * A session is over, something happens to what brings it home, and the next
 * one begins: from then on the phone alone can have the one before.
 */
const delivery = fc
  .oneof(
    killAt("phone", "step", 8).map((step): Step[] => [
      step,
      { do: "finish" },
      { do: "wait", seconds: 4 },
    ]),
    ticks(6).map((seconds): Step[] => [
      { do: "finish" },
      { do: "cut", seconds },
    ]),
  )
  .map((steps): Step[] => [
    { do: "session" },
    { do: "wait", seconds: 8 },
    ...steps,
    { do: "session" },
  ]);

/** The watch app dies about when it takes another routine, and comes back. */
const news = fc
  .tuple(
    choice,
    fc.oneof(
      killAt("watch", "step", 12),
      nth(8).map((n): Step => ({ do: "kill-at-file", n })),
    ),
  )
  .map(([routine, death]): Step[] => [
    { do: "launch" },
    { do: "wait", seconds: 4 },
    death,
    { do: "choose", routine },
    { do: "wait", seconds: 6 },
    { do: "launch" },
  ]);

const anySteps = fc.oneof(
  { weight: 16, arbitrary: alone },
  { weight: 1, arbitrary: delivery },
  { weight: 1, arbitrary: news },
);

/** Lives of up to so many steps. */
export function anyStory(maxLength: number): fc.Arbitrary<Story> {
  return fc.record({
    seed: fc.nat({ max: 999999 }),
    jitterMs: fc.constantFrom(0, 0, 0, 0, 200, 2000, 5000),
    display: fc.constantFrom<"auto" | "on">("auto", "on"),
    routine: choice,
    steps: fc
      .array(anySteps, { minLength: 1, maxLength, size: "max" })
      .map((steps) => steps.flat()),
  });
}

/** A seed of its own for each life of a run (the finaliser of MurmurHash3). */
function seedOf(seed: number, life: number): number {
  let mixed = Math.imul(seed, 0x9e3779b1) ^ life;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** What fast-check needs to draw, or to shrink, one life of a run. */
export function drawOf(
  seed: number,
  life: number,
): { seed: number; numRuns: 1; unbiased: true } {
  return { seed: seedOf(seed, life), numRuns: 1, unbiased: true };
}

/** The story of a life of a run, of up to so many steps; the first life is 0. */
export function storyOf(seed: number, life: number, steps: number): Story {
  return fc.sample(anyStory(steps), drawOf(seed, life))[0]!;
}
