import { parseArgs } from "node:util";
import { TARGETS, type Target } from "./targets";
import { type Measured, measure, verdict } from "./measure";
import { ArgumentError } from "fitbit-simulator/run";
import { wholeNumber } from "../../tools/whole-number";

const USAGE = `npm run -s fuzz -- [options]
  --runs N       inputs for each target (default 20000)
  --seed S       seed of all chance (default 1)
  --target NAME  this target only; any number of times`;

/** Exit codes: nothing broke; something did; bad arguments. */
const SOUND = 0;
const BROKEN = 1;
const BAD_ARGUMENTS = 2;

const HEADINGS = [
  "target",
  "inputs",
  "accepted",
  "refused",
  "slowest",
  "held",
  "peak",
  "time",
  "broke",
];

function chosen(names: string[] | undefined): readonly Target[] {
  if (!names) return TARGETS;
  return names.map((name) => {
    const found = TARGETS.find((target) => target.name === name);
    if (found) return found;
    const known = TARGETS.map((target) => target.name).join(", ");
    throw new ArgumentError(`--target is "${name}"; known: ${known}`);
  });
}

function row(target: Target, measured: Measured, broke: boolean): string {
  const count = (n: number): string => n.toLocaleString("en-US");
  const mb = (bytes: number): string => `${(bytes / 1048576).toFixed(1)} MB`;
  const cells = [
    target.name,
    count(measured.inputs),
    count(measured.accepted),
    count(measured.refused),
    `${measured.slowestMs.toFixed(1)} ms`,
    mb(Math.max(0, measured.heldBytes)),
    mb(measured.peakBytes),
    `${measured.seconds.toFixed(0)} s`,
    broke ? "yes" : "no",
  ];
  return `| ${cells.join(" | ")} |`;
}

function main(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "20000" },
      seed: { type: "string", default: "1" },
      target: { type: "string", multiple: true },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return SOUND;
  }
  const runs = wholeNumber("runs", values.runs, 1);
  const seed = wholeNumber("seed", values.seed, 0);
  const targets = chosen(values.target);
  console.log(`| ${HEADINGS.join(" | ")} |`);
  console.log(`| ${HEADINGS.map((_, i) => (i ? "--:" : "---")).join(" | ")} |`);
  const found: string[] = [];
  for (const target of targets) {
    const measured = measure(target, runs, seed);
    const why = verdict(measured);
    console.log(row(target, measured, why !== undefined));
    if (why !== undefined) found.push(`${target.name}: ${why}`);
  }
  if (found.length) console.error(`\n${found.join("\n\n")}`);
  return found.length ? BROKEN : SOUND;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const usage = [ArgumentError, RangeError, TypeError];
  if (!usage.some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message.split("\n")[0]);
  process.exitCode = BAD_ARGUMENTS;
}
