import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { type FitbitPackage, openPackage } from "fitbit-simulator";
import { type Outcome, commandLine, live } from "./live";
import { STEPS, type Story, anyStory, drawOf } from "./story";
import { liveMany } from "./pool";
import { freshBuild } from "../../tools/build/fresh-build";
import { wholeNumber } from "../../tools/whole-number";

const USAGE = `npm run -s faults -- [options]
  --runs N      lives to live (default 300)
  --seed S      seed of all chance (default 1)
  --steps N     most steps of a life (default ${STEPS})
  --jobs N      processes side by side (default: one a core)
  --package F   the .fba to try (default build/app.fba, built when stale)
  --story JSON  live this one story instead, as a violation prints it`;

/** Exit codes: every rule kept; one broken; bad arguments. */
const KEPT = 0;
const BROKEN = 1;
const BAD_ARGUMENTS = 2;
/** Ms between two lines that say how far it is. */
const PROGRESS_MS = 30_000;
/** The smallest story found within so many ms is told. */
const SHRINKING_MS = 120_000;

/** A shell word. */
function quoted(word: string): string {
  if (/^[\w:.=+-]+$/.test(word)) return word;
  return `'${word.replace(/'/g, `'\\''`)}'`;
}

function tell(story: Story, outcome: Outcome): void {
  console.log(`violation: ${outcome.violation}`);
  const words = commandLine(story, outcome.actions).map(quoted);
  console.log(`npm run -s session -- ${words.join(" ")}`);
  console.log(`npm run -s faults -- --story ${quoted(JSON.stringify(story))}`);
}

/** Says now and then how far it is. */
function reporter(runs: number): (lives: number) => void {
  const started = performance.now();
  let said = started;
  return (lives) => {
    const now = performance.now();
    if (now - said < PROGRESS_MS) return;
    said = now;
    const passed = Math.round((now - started) / 1000);
    const left = Math.round((passed / lives) * (runs - lives));
    console.error(`${lives} lives in ${passed} s, about ${left} s to go`);
  };
}

/** Makes the story of a life that broke a rule small. */
async function shrunk(
  pkg: FitbitPackage,
  { seed, life, steps }: { seed: number; life: number; steps: number },
): Promise<Story | undefined> {
  const property = fc.asyncProperty(
    anyStory(steps),
    async (story) => (await live(pkg, story)).violation === undefined,
  );
  const result = await fc.check(property, {
    ...drawOf(seed, life),
    interruptAfterTimeLimit: SHRINKING_MS,
  });
  return result.counterexample?.[0];
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      steps: { type: "string", default: String(STEPS) },
      jobs: { type: "string", default: String(availableParallelism()) },
      package: { type: "string" },
      story: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return KEPT;
  }
  const runs = wholeNumber("runs", values.runs, 1);
  const seed = wholeNumber("seed", values.seed, 0);
  const steps = wholeNumber("steps", values.steps, 1);
  const jobs = wholeNumber("jobs", values.jobs, 1);
  const packageFile = values.package ?? freshBuild();
  const pkg = openPackage(new Uint8Array(readFileSync(packageFile)));
  if (values.story) {
    const story = JSON.parse(values.story) as Story;
    const outcome = await live(pkg, story);
    if (outcome.violation) tell(story, outcome);
    return outcome.violation ? BROKEN : KEPT;
  }
  const { lives, sessions, counts, broken } = await liveMany({
    ...{ packageFile, seed, steps, runs, jobs },
    progress: reporter(runs),
  });
  console.log(`${lives} lives, ${sessions} sessions`);
  for (const fault of Object.keys(counts).sort()) {
    console.log(`${String(counts[fault]).padStart(8)}  ${fault}`);
  }
  if (!broken) {
    console.log("no rule was broken");
    return KEPT;
  }
  const { life, outcome } = broken;
  console.log(`life ${life + 1} broke a rule: ${outcome.violation}`);
  const story = await shrunk(pkg, { seed, life, steps });
  if (story) tell(story, await live(pkg, story));
  else console.log("it did not do so again");
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
