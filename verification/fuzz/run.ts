import { quoted, turn } from "fitbit-simulator/run";
import { OptionError } from "../options";
import { measure, verdict } from "./measurement";
import { headings, row } from "./table";
import { TARGETS, type Target } from "./targets";

/** What is fed, and how much of it. */
export interface FuzzRun {
  /** Inputs for each target. */
  runs: number;
  seed: number;
  /** Names of targets; all when empty. */
  target: readonly string[];
}

/** Exit codes: nothing broke; something did. */
const SOUND = 0;
const BROKEN = 1;

/** @throws OptionError for a name that no target has */
function parseTarget(name: string): Target {
  const target = TARGETS.find((target) => target.name === name);
  if (target) return target;
  const known = TARGETS.map((target) => target.name).join(", ");
  throw new OptionError(`--target is ${quoted(name)}; allowed: ${known}`);
}

/**
 * Feeds each target, prints the table, and gives the exit code.
 * @throws OptionError for a name that no target has
 */
export async function runFuzz({
  runs,
  seed,
  target: names,
}: FuzzRun): Promise<number> {
  const targets = names.length ? names.map(parseTarget) : TARGETS;
  console.log(headings());
  const failures: string[] = [];
  for (const target of targets) {
    const measured = measure(target, runs, seed);
    const why = verdict(measured);
    console.log(row(target.name, measured, why !== undefined));
    if (why !== undefined) failures.push(`${target.name}: ${why}`);
    await turn();
  }
  if (failures.length) console.error(`\n${failures.join("\n\n")}`);
  return failures.length ? BROKEN : SOUND;
}
