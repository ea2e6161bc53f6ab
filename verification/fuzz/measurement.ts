import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Feeding, fuzz } from "./feeding";
import type { Target } from "./targets";

/** No input may take longer, in ms. */
export const SLOWEST_MS = 100;
/** What a target may still hold after all its inputs, in bytes: tables that grow once. */
export const HELD_BYTES = 8 * 1024 * 1024;
/** What the process may grow by at most while it works, garbage included, in bytes. */
export const PEAK_BYTES = 512 * 1024 * 1024;

/** How often a slow input is tried again: the machine may have been busy. */
const TRIES = 4;
/** Inputs between two looks at the memory. */
const LOOK_EVERY = 2000;

/** What feeding a target cost. */
export interface Measurement extends Feeding {
  slowestMs: number;
  heldBytes: number;
  peakBytes: number;
  seconds: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function held(): number {
  // The second collection frees what the first one finalized.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Ms of processor time that an input takes. What other programs do does not count. */
function cost(target: Target, input: unknown): number {
  const before = process.cpuUsage();
  target.feed(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Feeds a target and measures time and memory. An input that is slow each time breaks it. */
export function measure(
  target: Target,
  runs: number,
  seed: number,
): Measurement {
  // First, so that what is loaded and compiled once is not counted.
  fuzz(target, Math.min(runs, LOOK_EVERY), seed + 1);
  const before = held();
  const rss = process.memoryUsage.rss();
  let slowestMs = 0;
  let peakBytes = 0;
  let fed = 0;
  const begun = performance.now();
  const outcome = fuzz(target, runs, seed, (input) => {
    const started = performance.now();
    const accepted = target.feed(input);
    let least = performance.now() - started;
    for (let i = 0; i < TRIES && least > slowestMs; i++) {
      least = Math.min(least, cost(target, input));
    }
    slowestMs = Math.max(slowestMs, least);
    fed += 1;
    if (fed % LOOK_EVERY === 0) {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss() - rss);
    }
    if (least > SLOWEST_MS) throw new Error(`took ${least.toFixed(0)} ms`);
    return accepted;
  });
  const seconds = (performance.now() - begun) / 1000;
  return {
    ...outcome,
    slowestMs,
    peakBytes,
    seconds,
    heldBytes: held() - before,
  };
}

/** Why a target fails, or undefined when it does not. */
export function verdict({
  broke,
  heldBytes,
  peakBytes,
}: Measurement): string | undefined {
  if (broke) return `${broke.why}\n  input: ${broke.input}`;
  const mb = (bytes: number): string => `${Math.round(bytes / 1048576)} MB`;
  if (heldBytes > HELD_BYTES) return `holds ${mb(heldBytes)} more than before`;
  if (peakBytes > PEAK_BYTES) return `grew by ${mb(peakBytes)}`;
  return undefined;
}
