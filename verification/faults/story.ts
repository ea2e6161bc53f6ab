import fc from "fast-check";
import { LINK_FAULTS, type LinkFault } from "fitbit-simulator/run";
import { ROUTINE_CHOICES } from "./routine-choices";
import { TICK } from "./session-model";

/** One thing that happens; each step follows the one before at once. */
export type StoryStep =
  | { do: "wait"; seconds: number }
  /** Launches the app if needed, leaves a summary, taps start. */
  | { do: "session" }
  /** The same, and plays it to its end. */
  | { do: "whole" }
  /** Ends a session by hand, answers what is asked, and leaves the summary. */
  | { do: "finish" }
  /** The same, and answers nothing. */
  | { do: "end" }
  | { do: "tap"; id: string }
  /** Answers the question that is open, by the number of the answer. */
  | { do: "answer"; choice: number }
  /** What the runner says from now on, whatever is asked. */
  | ({ do: "say" } & Saying)
  /** How much the watch asks: 0 nothing, 1 the back alone, 2 all. */
  | { do: "questions"; level: number }
  /** The runner tries again what the page offers. */
  | { do: "try" }
  | { do: "swipe-back" }
  | { do: "launch" }
  | { do: "kill" }
  /** The watch is off and out of reach until it is charged. */
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
  /** Another phone takes its place, or the one before comes back. */
  | { do: "phone-swap" }
  /** The newest session on the phone is deleted there. */
  | { do: "delete" }
  /** The phone's history is exported; the newest export is restored on the phone. */
  | { do: "export" }
  | { do: "restore" }
  | { do: "link"; fault: LinkFault }
  | { do: "full" }
  | { do: "room" };

/** What the runner says of back and leg, and the number of the answer to anything else. */
export interface Saying {
  /** 0 to 10, and 11 for no answer. */
  back: number;
  after: number;
  /** 0 to 3. */
  leg: number;
  legAfter: number;
  other: number;
}

/**
 * What happens to a watch and a phone, drawn from a seed. What comes of a
 * story in the simulator is a life.
 */
export interface Story {
  seed: number;
  /** Timers are late by up to so many ms. */
  jitterMs: number;
  display: "auto" | "on";
  /** The routine chosen before the first launch. */
  routine: number;
  steps: StoryStep[];
}

/** Seconds of 1 to `max` ticks. */
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

const just = <S extends StoryStep>(step: S) => fc.constant<StoryStep>(step);
const tap = (...ids: string[]) =>
  fc.constantFrom(...ids).map((id): StoryStep => ({ do: "tap", id }));
const choice = fc.nat({ max: ROUTINE_CHOICES.length - 1 });

/** Which one of the next steps or changes; often one of the first six. */
const nth = (max: number) =>
  fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max }));

/** Seconds by which somebody, or the phone, sets the clock. */
const CLOCK_CHANGES = [1, 4, 8, 30, 3600, 7200, 86400].flatMap((s) => [s, -s]);
/** Seconds of a day. */
const DAY = 86400;
/** Seconds of a wait between sessions, up to a fortnight. */
const LONG_WAITS = [150, 900, 7200, 86400, 1209600];

/** Bytes of the simulator's heap that are left when it is nearly full. */
const HEAP_LEFT = [0, 500, 1000, 2000, 4000, 8000, 16000];

const seconds = (...choices: number[]) => fc.constantFrom(...choices);
const battery = (seconds: number): StoryStep => ({ do: "battery", seconds });
const killAt = (side: "watch" | "phone", what: "step" | "wake", most: number) =>
  fc
    .tuple(nth(most), fc.boolean())
    .map(([n, after]): StoryStep => ({ do: "kill-at", side, what, n, after }));

const questions = (level: number): StoryStep => ({ do: "questions", level });

/** A back that mostly feels well. */
const anyBack = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 2 }) },
  { weight: 1, arbitrary: fc.nat({ max: 11 }) },
);
const anyLeg = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 3 }) },
);
const anySaying: fc.Arbitrary<Saying> = fc.record({
  back: anyBack,
  after: anyBack,
  leg: anyLeg,
  legAfter: anyLeg,
  other: fc.nat({ max: 3 }),
});

/** A runner who is well. */
const GOOD: Saying = { back: 1, after: 1, leg: 0, legAfter: 0, other: 0 };
/** One who is sore, takes the easy session that is offered, and is well after it. */
const EASY: Saying = { ...GOOD, back: 3 };

/** Single steps and how often they come. */
const WEIGHTED_STEPS: ReadonlyArray<[number, fc.Arbitrary<StoryStep>]> = [
  [20, ticks(16).map((seconds): StoryStep => ({ do: "wait", seconds }))],
  [16, ticks(120).map((seconds): StoryStep => ({ do: "wait", seconds }))],
  [
    5,
    seconds(...LONG_WAITS).map((seconds): StoryStep => ({
      do: "wait",
      seconds,
    })),
  ],
  [16, just({ do: "session" })],
  [8, just({ do: "whole" })],
  [6, just({ do: "finish" })],
  [22, tap(...TAPS)],
  [12, tap(...ANSWERS)],
  [
    8,
    fc.nat({ max: 11 }).map((choice): StoryStep => ({ do: "answer", choice })),
  ],
  [8, anySaying.map((saying): StoryStep => ({ do: "say", ...saying }))],
  [3, fc.constantFrom(2, 2, 2, 1, 0).map(questions)],
  [3, just({ do: "try" })],
  [3, just({ do: "swipe-back" })],
  [12, just({ do: "launch" })],
  [9, just({ do: "kill" })],
  [2, seconds(600, 86400, 604800).map((seconds) => battery(seconds))],
  [9, killAt("watch", "step", 40)],
  [5, killAt("watch", "wake", 60)],
  [9, nth(30).map((n): StoryStep => ({ do: "kill-at-file", n }))],
  [
    3,
    fc
      .constantFrom(...HEAP_LEFT)
      .map((bytes): StoryStep => ({ do: "heap", bytes })),
  ],
  [2, just({ do: "heap-free" })],
  [3, fc.boolean().map((on): StoryStep => ({ do: "display", on }))],
  [
    3,
    seconds(...CLOCK_CHANGES).map((seconds): StoryStep => ({
      do: "clock",
      seconds,
    })),
  ],
  [4, just({ do: "away" })],
  [4, just({ do: "back" })],
  [6, ticks(4).map((seconds): StoryStep => ({ do: "cut", seconds }))],
  [6, choice.map((routine): StoryStep => ({ do: "choose", routine }))],
  [3, just({ do: "phone-kill" })],
  [6, killAt("phone", "step", 12)],
  [3, killAt("phone", "wake", 8)],
  [2, just({ do: "phone-reinstall" })],
  [2, just({ do: "phone-swap" })],
  [3, just({ do: "delete" })],
  [2, just({ do: "export" })],
  [2, just({ do: "restore" })],
  [
    4,
    fc
      .constantFrom(...LINK_FAULTS)
      .map((fault): StoryStep => ({ do: "link", fault })),
  ],
  [1, just({ do: "full" })],
  [1, just({ do: "room" })],
];

const anyStep = fc
  .oneof(
    ...WEIGHTED_STEPS.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  )
  .map((step): StoryStep[] => [step]);

/**
 * A session is over, a fault meets what carries its record to the phone, and
 * the next session begins. From then on only the phone can have the first one.
 */
const faultyDelivery = fc
  .oneof(
    killAt("phone", "step", 8).map((step): StoryStep[] => [
      step,
      { do: "finish" },
      { do: "wait", seconds: 4 },
    ]),
    ticks(6).map((seconds): StoryStep[] => [
      { do: "finish" },
      { do: "cut", seconds },
    ]),
  )
  .map((steps): StoryStep[] => [
    { do: "session" },
    { do: "wait", seconds: 8 },
    ...steps,
    { do: "session" },
  ]);

/** The watch app dies while it accepts another routine, and is launched again. */
const deathAtNewRoutine = fc
  .tuple(
    choice,
    fc.oneof(
      killAt("watch", "step", 12),
      nth(8).map((n): StoryStep => ({ do: "kill-at-file", n })),
    ),
  )
  .map(([routine, death]): StoryStep[] => [
    { do: "launch" },
    { do: "wait", seconds: 4 },
    death,
    { do: "choose", routine },
    { do: "wait", seconds: 6 },
    { do: "launch" },
  ]);

/** Days that are mostly well, so that doses may go up. */
const anyDays = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(GOOD) },
    { weight: 1, arbitrary: fc.constant(EASY) },
    { weight: 1, arbitrary: anySaying },
  ),
  { minLength: 3, maxLength: 8 },
);

/** Days of which every third alone may earn something. */
const easyDays = fc.constant([EASY, EASY, GOOD, EASY, EASY, GOOD]);

/** Training on some days with a coached routine. */
const trainingDays = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: anyDays },
      { weight: 1, arbitrary: easyDays },
    ),
    fc.constantFrom(1, 1, 2, 3),
  )
  .map(([sayings, days]): StoryStep[] => [
    { do: "choose", routine: ROUTINE_CHOICES.length - 1 },
    questions(2),
    { do: "wait", seconds: 4 },
    ...sayings.flatMap((saying): StoryStep[] => [
      { do: "say", ...saying },
      { do: "whole" },
      { do: "wait", seconds: days * DAY },
    ]),
  ]);

/** The leg gets worse, and something happens before the next session. */
const worseLeg = fc
  .tuple(
    fc.constantFrom(2, 3),
    fc.nat({ max: 2 }),
    fc.array(anyStep, { maxLength: 4 }),
  )
  .map(([legAfter, other, steps]): StoryStep[] => [
    questions(2),
    { do: "wait", seconds: 4 },
    { do: "say", ...GOOD, after: 4, legAfter, other },
    { do: "whole" },
    { do: "say", ...GOOD },
    ...steps.flat(),
    { do: "session" },
  ]);

/** The watch dies between what is answered before a session and its start, or after it. */
const deathAtAnswers = fc
  .tuple(
    anySaying,
    fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 }),
    fc.oneof(
      just({ do: "kill" }),
      killAt("watch", "step", 12),
      nth(8).map((n): StoryStep => ({ do: "kill-at-file", n })),
    ),
    fc.boolean(),
  )
  .map(([saying, choices, death, after]): StoryStep[] => [
    questions(2),
    { do: "wait", seconds: 4 },
    { do: "say", ...(after ? { ...GOOD, after: saying.after } : saying) },
    ...(after
      ? ([
          { do: "session" },
          { do: "wait", seconds: 10 },
          { do: "end" },
          { do: "wait", seconds: 3 },
        ] as const)
      : ([{ do: "launch" }, { do: "tap", id: "start" }] as const)),
    ...choices.map((choice): StoryStep => ({ do: "answer", choice })),
    death,
    { do: "answer", choice: 1 },
    { do: "session" },
  ]);

const anySteps = fc.oneof(
  { weight: 16, arbitrary: anyStep },
  { weight: 1, arbitrary: trainingDays },
  { weight: 1, arbitrary: worseLeg },
  { weight: 1, arbitrary: deathAtAnswers },
  { weight: 1, arbitrary: faultyDelivery },
  { weight: 1, arbitrary: deathAtNewRoutine },
);

/** Stories of up to so many steps. */
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
function lifeSeed(seed: number, life: number): number {
  let mixed = Math.imul(seed, 0x9e3779b1) ^ life;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** What fast-check needs to draw, or to shrink, the story of one life of a run. */
export function drawParameters(
  seed: number,
  life: number,
): { seed: number; numRuns: 1; unbiased: true } {
  return { seed: lifeSeed(seed, life), numRuns: 1, unbiased: true };
}

/** The story of one life of a run, of up to so many steps. The first life is 0. */
export function storyOf(seed: number, life: number, steps: number): Story {
  return fc.sample(anyStory(steps), drawParameters(seed, life))[0]!;
}
