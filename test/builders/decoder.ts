/**
 * A stranger's reading of the wrist: it sees when which pattern was played and
 * knows the vocabulary, but no routine, no state and no code of the app.
 */

export interface Seen {
  pattern: string;
  /** Ms since the start. */
  at: number;
}

/** One set on one side, as far as it could be felt. */
export interface FeltSet {
  /** Reps counted; 0 for a hold, or when reps are not told. */
  reps: number;
  /** From go to the cue that ended it. */
  seconds: number;
  /** From a rep's way up to its way down, of the first rep. */
  raised: number;
  halfway: number;
  endings: number;
}

/** Sets of an exercise, each by side. */
export type FeltExercise = FeltSet[][];

interface Told {
  pattern: string;
  count: number;
  at: number;
}

/** Longest time between two pulses of one cue, by pattern, in ms. */
const WITHIN: { [pattern: string]: number } = {
  bump: 500,
  nudge: 525,
  "nudge-max": 725,
  "confirmation-max": 1000,
};

/** Pulses of a pattern that come close together are one cue. */
function told(pulses: Seen[]): Told[] {
  const cues: Told[] = [];
  let last = -Infinity;
  for (const { pattern, at } of pulses) {
    const cue = cues[cues.length - 1];
    const within = at - last <= (WITHIN[pattern] ?? 0);
    if (cue && cue.pattern === pattern && within) cue.count++;
    else cues.push({ pattern, count: 1, at });
    last = at;
  }
  return cues;
}

const NORMAL: { [felt: string]: string } = {
  "bump 1": "bump",
  "bump 2": "last",
  "nudge 1": "lower",
  "nudge 2": "pause",
  "nudge-max 1": "go",
  "nudge-max 2": "next",
  "ping 1": "halfway",
  "confirmation 1": "rest",
  "confirmation-max 2": "switch",
  "confirmation-max 3": "finish",
};

const STRONG: { [felt: string]: string } = {
  ...NORMAL,
  "nudge-max 3": "pause",
  "confirmation-max 1": "rest",
};

/** A first rep's way up is told within this time of go, in ms. */
const WITH_GO = 700;

/** Reads a whole session; throws where a cue makes no sense. */
export function decode(pulses: Seen[], strong: boolean): FeltExercise[] {
  const words = strong ? STRONG : NORMAL;
  const exercises: FeltExercise[] = [[[]]];
  let work: FeltSet | undefined;
  let start = 0;
  let up = -1;
  /** The last rep of the set was announced. */
  let final = false;
  let pausedAt = -1;
  let lost = 0;

  const end = (at: number) => {
    if (!work || up >= 0 || (work.reps && !final))
      throw new Error("nothing to end at " + at);
    work.seconds = (at - start) / 1000;
    const sets = exercises[exercises.length - 1]!;
    sets[sets.length - 1]!.push(work);
    work = undefined;
    return sets;
  };

  for (const { pattern, count, at: when } of told(pulses)) {
    let word = words[pattern + " " + count] ?? "";
    if (pausedAt >= 0) {
      // A pause that goes on is told again.
      if (word === "pause") continue;
      if (word !== "go") throw new Error(word + " in a pause at " + when);
      lost += when - pausedAt;
      pausedAt = -1;
      continue;
    }
    const at = when - lost;
    if (word === "go" && work && up >= 0) word = "lower";
    if (word === "pause") pausedAt = when;
    else if (word === "go" && !work) {
      work = { reps: 0, seconds: 0, raised: 0, halfway: 0, endings: 0 };
      start = at;
      final = false;
    } else if (word === "bump" && !work) continue;
    else if (word === "bump" || word === "last") {
      const paced = work!.reps > 0 || at - start < WITH_GO;
      if (up >= 0 || !paced) work!.endings++;
      else {
        if (final) throw new Error("a rep behind the last at " + when);
        up = work!.reps ? at : start;
        final = word === "last";
      }
    } else if (word === "halfway" && work) work.halfway++;
    else if (word === "lower" && work && up >= 0) {
      if (!work.reps++) work.raised = (at - up) / 1000;
      up = -1;
    } else if (word === "switch") end(at);
    else if (word === "rest") end(at).push([]);
    else if (word === "next" || word === "finish") {
      end(at);
      if (word === "finish") return exercises;
      exercises.push([[]]);
    } else throw new Error([word, pattern, count, "at", when].join(" "));
  }
  throw new Error("no finish");
}
