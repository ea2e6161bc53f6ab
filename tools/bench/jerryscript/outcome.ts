/** What a life printed. */
export interface Outcome {
  /** The watch's clock at each vibration, in ms since 1970. */
  readonly cues: readonly number[];
  /** Bytes in use, each time that they were noted. */
  readonly used: readonly number[];
  /** The life was lived to its end. */
  readonly ended: boolean;
}

/** Reads what the stand-ins print; other lines mean nothing. */
export function readOutcome(printed: string): Outcome {
  const lines = printed.split(/\r?\n/);
  const numbers = (word: string): number[] =>
    lines.flatMap((line) => {
      const found = new RegExp(`^${word} (\\d+)$`).exec(line);
      return found ? [Number(found[1])] : [];
    });
  return {
    cues: numbers("cue"),
    used: numbers("used"),
    ended: lines.includes("end"),
  };
}

/** True when a life was lived to its end with every cue at its time. */
export function sameCues(lived: Outcome, expected: Outcome): boolean {
  return lived.ended && lived.cues.join() === expected.cues.join();
}
