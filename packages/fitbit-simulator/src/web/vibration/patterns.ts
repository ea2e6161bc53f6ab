/** The motor runs once. */
export interface Pulse {
  /** Milliseconds from the pattern's start. */
  readonly at: number;
  /** How long it runs, in milliseconds. */
  readonly ms: number;
  /** 0 (not felt) to 1 (as strong as the motor can). */
  readonly strength: number;
}

/** How a named vibration feels. */
export interface Pattern {
  readonly pulses: readonly Pulse[];
  /** It repeats until the app stops it. */
  readonly repeats: boolean;
  /** Frequency of its sound in hertz: by it and by its pulses a listener tells patterns apart. */
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

/**
 * The eight vibrations of the SDK, by name. The SDK says nothing of their durations: these were chosen
 * here, so that no two are alike.
 */
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

/** The pattern of a name; a short one for a name that the platform does not know. */
export function patternOf(name: string): Pattern {
  return (Object.hasOwn(PATTERNS, name) && PATTERNS[name]) || UNKNOWN;
}

/** Milliseconds from the start of a pattern to its end, played once. */
export function lengthOf({ pulses }: Pattern): number {
  return Math.max(...pulses.map(({ at, ms }) => at + ms));
}

/**
 * A pattern for `navigator.vibrate`: milliseconds on, off, on and so on. A phone's motor has one strength
 * only, so a strong pulse becomes a longer one.
 */
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
