import { LINK_FAULTS } from "fitbit-simulator/run";
import { ROUTINE_CHOICES } from "./routine-choices";
import type { StoryStep } from "./story";

type Check = (value: unknown) => boolean;

/** The longest wait that a step can ask for, and the furthest that a clock is set: ten years. */
const MOST_SECONDS = 315_360_000;
const MOST_COUNT = 999_999;

const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && least <= Number(value) && Number(value) <= most;
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const truth: Check = (value) => typeof value === "boolean";
const text: Check = (value) => typeof value === "string";
const seconds =
  (least: number): Check =>
  (value) =>
    typeof value === "number" && value >= least && value <= MOST_SECONDS;
const count = whole(1, MOST_COUNT);
const choice = whole(0, ROUTINE_CHOICES.length - 1);

/** What each step says beside its name. */
const STEPS: Readonly<
  Record<StoryStep["do"], Readonly<Record<string, Check>>>
> = {
  wait: { seconds: seconds(0) },
  session: {},
  whole: {},
  finish: {},
  end: {},
  answer: { choice: whole(0, 11) },
  say: {
    back: whole(0, 11),
    after: whole(0, 11),
    leg: whole(0, 3),
    legAfter: whole(0, 3),
    other: whole(0, 3),
  },
  questions: { level: whole(0, 2) },
  try: {},
  tap: { id: text },
  "swipe-back": {},
  launch: {},
  kill: {},
  battery: { seconds: seconds(0) },
  "kill-at": {
    side: oneOf("watch", "phone"),
    what: oneOf("step", "wake"),
    n: count,
    after: truth,
  },
  "kill-at-file": { n: count },
  heap: { bytes: whole(0, MOST_COUNT) },
  "heap-free": {},
  display: { on: truth },
  clock: { seconds: seconds(-MOST_SECONDS) },
  away: {},
  back: {},
  cut: { seconds: seconds(0) },
  choose: { routine: choice },
  "phone-kill": {},
  "phone-reinstall": {},
  "phone-swap": {},
  delete: {},
  export: {},
  restore: {},
  link: { fault: oneOf(...LINK_FAULTS) },
  full: {},
  room: {},
};

const STORY: Readonly<Record<string, Check>> = {
  seed: whole(0, 4_294_967_295),
  jitterMs: whole(0, 60_000),
  display: oneOf("auto", "on"),
  routine: choice,
  steps: Array.isArray,
};

/** The first field of an object that its check does not accept; undefined when there is none. */
function wrongField(
  value: object,
  checks: Readonly<Record<string, Check>>,
): string | undefined {
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.keys(checks).find((name) => !checks[name]!(fields[name]));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stepFault(step: unknown, at: string): string | undefined {
  const name = isObject(step) ? (step as { do?: unknown }).do : undefined;
  if (typeof name !== "string" || !Object.hasOwn(STEPS, name)) {
    return `${at} is no step`;
  }
  const field = wrongField(step as object, STEPS[name as StoryStep["do"]]);
  return field === undefined ? undefined : `${at}.${field} is not allowed`;
}

/** Why a text is no story in JSON, in a few words; undefined when it is one. */
export function storyFault(text: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "it is no JSON";
  }
  if (!isObject(json)) return "it is no object";
  const field = wrongField(json, STORY);
  if (field !== undefined) return `${field} is missing or not allowed`;
  const { steps } = json as { steps: unknown[] };
  for (const [index, step] of steps.entries()) {
    const fault = stepFault(step, `steps[${index}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
