/** One push of the motor. */
export interface Pulse {
  /** Milliseconds from the pattern's start. */
  readonly at: number;
  readonly ms: number;
  /** 0–1. */
  readonly strength: number;
}

/** How a named vibration feels. */
export interface Pattern {
  readonly pulses: readonly Pulse[];
  /** Goes on until the app stops it. */
  readonly repeats: boolean;
  /** Hertz of its sound, so that patterns can be told apart by ear. */
  readonly pitch: number;
}

function pattern(
  pitch: number,
  strength: number,
  pulses: readonly (readonly [at: number, ms: number])[],
  repeats = false,
): Pattern {
  return {
    pitch,
    repeats,
    pulses: pulses.map(([at, ms]) => ({ at, ms, strength })),
  };
}

const once = (ms: number) => [[0, ms]] as const;
const twice = (ms: number) =>
  [
    [0, ms],
    [ms + 80, ms],
  ] as const;

/** The SDK names eight vibrations and no durations: these are chosen so that each is its own. */
export const PATTERNS: Readonly<Record<string, Pattern>> = {
  bump: pattern(220, 0.5, once(50)),
  nudge: pattern(170, 0.6, once(130)),
  "nudge-max": pattern(170, 1, once(220)),
  ping: pattern(330, 0.6, twice(45)),
  confirmation: pattern(200, 0.6, twice(110)),
  "confirmation-max": pattern(200, 1, twice(170)),
  alert: pattern(
    260,
    1,
    [
      [0, 120],
      [180, 120],
      [360, 120],
    ],
    true,
  ),
  ring: pattern(240, 1, once(600), true),
};

const UNKNOWN = pattern(200, 0.5, once(80));

/** The shape of a named vibration. */
export function patternOf(name: string): Pattern {
  return (Object.hasOwn(PATTERNS, name) && PATTERNS[name]) || UNKNOWN;
}

/** Milliseconds from its start to its end. */
export function lengthOf({ pulses }: Pattern): number {
  return Math.max(...pulses.map(({ at, ms }) => at + ms));
}

/** On, off, on, …: what `navigator.vibrate` takes. A phone's motor knows no strength: longer is stronger. */
export function phoneMotor({ pulses }: Pattern): number[] {
  const steps: number[] = [];
  let end = 0;
  for (const { at, ms, strength } of pulses) {
    if (steps.length > 0) steps.push(at - end);
    steps.push(Math.round(ms * (strength > 0.8 ? 1.3 : 1)));
    end = at + ms;
  }
  return steps;
}
