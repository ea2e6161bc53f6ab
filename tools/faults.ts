import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { openPackage } from "../simulator/engine";
import { type Outcome, live } from "../test/faults/live";
import { type Story, anyStory } from "../test/faults/story";
import { freshBuild } from "./fresh-build";

const USAGE = `npm run -s faults -- [options]
  --runs N      lives to live (default 300)
  --seed S      seed of all chance (default 1)
  --package F   the .fba to try (default build/app.fba, built when stale)
  --story JSON  live this one story instead, as a violation prints it`;

/** Most steps of a life. */
const STEPS = 60;
/** Exit codes: every rule kept; one broken; bad arguments. */
const KEPT = 0;
const BROKEN = 1;
const BAD_ARGUMENTS = 2;

/** A shell word. */
function quoted(word: string): string {
  return `'${word.replace(/'/g, `'\\''`)}'`;
}

/** The story as far as the session command can tell it. */
function commandOf(story: Story, { actions, beyond }: Outcome): string {
  const { seed, jitterMs, display } = story;
  const last = actions[actions.length - 1]?.split(":")[0] ?? "0";
  const words = actions.map((action) => `--do ${quoted(action)}`);
  const options = `--seed ${seed} --jitter ${jitterMs} --display ${display} --until ${Number(last) + 30}`;
  const rest = beyond.map((line) => `# no action for ${line}\n`).join("");
  return `${rest}npm run -s session -- ${options} ${words.join(" ")}`;
}

function tell(story: Story, outcome: Outcome): void {
  console.log(`violation: ${outcome.violation}`);
  console.log(commandOf(story, outcome));
  console.log(`npm run -s faults -- --story ${quoted(JSON.stringify(story))}`);
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new RangeError(`--${option} is "${text}"; allowed: a whole number`);
  }
  return Number(text);
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      package: { type: "string" },
      story: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return KEPT;
  }
  const runs = wholeNumber("runs", values.runs);
  const seed = wholeNumber("seed", values.seed);
  const file = values.package ?? freshBuild();
  const pkg = openPackage(new Uint8Array(readFileSync(file)));
  if (values.story) {
    const story = JSON.parse(values.story) as Story;
    const outcome = await live(pkg, story);
    if (outcome.violation) tell(story, outcome);
    return outcome.violation ? BROKEN : KEPT;
  }
  const counts: Record<string, number> = {};
  let lived = 0;
  let sessions = 0;
  const started = performance.now();
  const property = fc.asyncProperty(anyStory(STEPS), async (story) => {
    const outcome = await live(pkg, story);
    lived++;
    sessions += outcome.sessions;
    for (const [fault, count] of Object.entries(outcome.counts)) {
      counts[fault] = (counts[fault] ?? 0) + count;
    }
    return outcome.violation === undefined;
  });
  const result = await fc.check(property, { numRuns: runs, seed });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${lived} lives, ${sessions} sessions, ${seconds} s`);
  for (const fault of Object.keys(counts).sort()) {
    console.log(`${String(counts[fault]).padStart(8)}  ${fault}`);
  }
  if (!result.failed) {
    console.log("no rule was broken");
    return KEPT;
  }
  const [story] = result.counterexample!;
  if (result.errorInstance) console.error(result.errorInstance);
  tell(story, await live(pkg, story));
  return BROKEN;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const known = error instanceof Error && !(error instanceof ReferenceError);
    console.error(known ? error.message : error);
    process.exitCode = BAD_ARGUMENTS;
  },
);
