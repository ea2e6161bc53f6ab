import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openPackage } from "fitbit-simulator";
import { live } from "../faults/live";
import { STEPS, storyOf } from "../faults/story";
import { liveMany } from "../faults/pool";
import { buildPackage } from "fitbit-simulator/testing";
import { ROOT, SOURCES, freshBuild } from "../../tools/build/fresh-build";
import { MUTATIONS, type Mutation } from "./list";
import { wholeNumber } from "../../tools/whole-number";

const USAGE = `npm run -s mutations -- [options]
  --runs N  lives within which each has to be found (default 300)
  --seed S  seed of all chance (default 1)
  --jobs N  processes side by side (default: one a core)
  --only W  only mutations whose name has this in it`;

/** Exit codes: each was found; one was not; bad arguments. */
const FOUND = 0;
const NOT_FOUND = 1;
const BAD_ARGUMENTS = 2;

/** The file with the mutation in it. */
function mutated({ name, file, search, replace }: Mutation): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  const parts = text.split(search);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(
    `"${name}": its text stands ${parts.length - 1} times in ${file}, not once: ${search}`,
  );
}

/** Builds the broken package in a copy of the sources, and uses it. */
async function withMutation<T>(
  mutation: Mutation,
  use: (packageFile: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mutation-"));
  try {
    for (const name of SOURCES) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, mutation.file), mutated(mutation));
    buildPackage(folder);
    return await use(join(folder, "build", "app.fba"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      jobs: { type: "string", default: String(availableParallelism()) },
      only: { type: "string", default: "" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return FOUND;
  }
  const runs = wholeNumber("runs", values.runs, 1);
  const seed = wholeNumber("seed", values.seed, 0);
  const jobs = wholeNumber("jobs", values.jobs, 1);
  const chosen = MUTATIONS.filter(({ name }) => name.includes(values.only));
  // One whose text is gone is told before anything is built.
  chosen.forEach(mutated);
  const sound = openPackage(new Uint8Array(readFileSync(freshBuild())));
  let missed = 0;
  for (const mutation of chosen) {
    const { broken } = await withMutation(mutation, (packageFile) =>
      liveMany({ packageFile, seed, steps: STEPS, runs, jobs }),
    );
    if (broken) {
      const { life, outcome } = broken;
      // A rule that the sound package breaks as well proves nothing.
      const { violation } = await live(sound, storyOf(seed, life, STEPS));
      if (violation) {
        throw new Error(`life ${life + 1} of the sound package: ${violation}`);
      }
      console.log(
        `${mutation.name}\n    life ${life + 1}: ${outcome.violation}`,
      );
    } else {
      missed++;
      console.log(`${mutation.name}\n    not found in ${runs} lives`);
    }
  }
  console.log(`${chosen.length - missed} of ${chosen.length} found`);
  return missed ? NOT_FOUND : FOUND;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = BAD_ARGUMENTS;
  },
);
