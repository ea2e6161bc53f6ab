/** Why an exercise is out: the leg was worse, it hurt the back, or it hurt elsewhere. */
export type GateReason = "leg" | "back" | "elsewhere";

/** An exercise that is out, or tried again after that. Moments are seconds since 1970. */
export interface Gate {
  /** As `coachKey`. */
  exercise: string;
  reason: GateReason;
  /** When the session began that shut it. */
  since: number;
  /** Minutes east of UTC there. */
  offset: number;
  /** Calm sessions in a row after that. */
  calm: number;
  /** The runner was told that it can be tried again. */
  offered: boolean;
  /** Since when it is tried again; 0 while it is out. */
  trial: number;
  /** Calm sessions in a row in which it was tried. */
  trials: number;
  /** The trial made the leg worse: it comes back by the runner's own switch alone. */
  closed: boolean;
}

/** A gate that a session shut. */
export function newGate(
  exercise: string,
  reason: GateReason,
  { start, offset }: { start: number; offset: number },
): Gate {
  return {
    ...{ exercise, reason, since: start, offset },
    ...{ calm: 0, offered: false, trial: 0, trials: 0, closed: false },
  };
}

/** The exercise is out, and not tried. */
export function isOut(gate: Gate): boolean {
  return gate.trial === 0;
}
