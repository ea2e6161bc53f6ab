import type { FitbitPackage } from "../engine";
import {
  parseArguments,
  playKept,
  RunReport,
  Run,
  RUN_HELP,
  RUN_OPTIONS,
  type RunOptions,
  runOptions,
  StateKeeper,
  stoppedCode,
} from "../run";
import { DIED, WENT_WELL } from "./exit-codes";
import { requireOne, requirePackageArgument } from "./package-argument";
import { requireProject, runAgain } from "./run-again";

const USAGE = `fitbit-sim run FILE.fba [options]
fitbit-sim run FOLDER --watch [options]
Runs watch app, companion and settings page on virtual time; prints what happens,
one JSON object a line. Ends after an hour of virtual time if not told otherwise.
${RUN_HELP}
  --watch               build the project in FOLDER and run it, again at each
                        change of its sources, until interrupted

Exit code: 0 it ran to the end, 1 a program died or stalled by its own fault, 2 bad
arguments or a state folder in use; 1 also when the state cannot be kept, 128 + N
after signal N`;

/**
 * `fitbit-sim run`.
 * @param stopped ends the run where it is
 * @returns its exit code
 * @throws ArgumentError
 */
export async function runCommand(
  args: string[],
  stopped: AbortSignal,
): Promise<number> {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: { ...RUN_OPTIONS, watch: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return WENT_WELL;
  }
  const options = runOptions(values);
  if (values.watch) {
    await watchProject(positionals, options, stopped);
    return stoppedCode(stopped) ?? WENT_WELL;
  }
  const { pkg } = requirePackageArgument(positionals);
  return playOnce(pkg, options, stopped);
}

async function watchProject(
  positionals: readonly string[],
  options: RunOptions,
  stopped: AbortSignal,
): Promise<void> {
  const folder = requireProject(requireOne("FOLDER", positionals));
  await runAgain({
    folder,
    stopped,
    run: async (file, ended) => {
      await playOnce(requirePackageArgument([file]).pkg, options, ended);
    },
    say: (line) => console.error(line),
  });
}

async function playOnce(
  pkg: FitbitPackage,
  options: RunOptions,
  stopped: AbortSignal,
): Promise<number> {
  const report = new RunReport(options.format);
  const keeper = StateKeeper.open(
    options.stateFolder,
    "fitbit-sim run",
    (line) => report.warning(line),
  );
  try {
    return await play(pkg, options, { report, keeper, stopped });
  } finally {
    keeper.close();
  }
}

async function play(
  pkg: FitbitPackage,
  options: RunOptions,
  parts: { report: RunReport; keeper: StateKeeper; stopped: AbortSignal },
): Promise<number> {
  const { report, stopped } = parts;
  const run = new Run(
    options,
    (event) => report.event(event),
    (line) => report.warning(line),
  );
  const kept = await playKept({ pkg, options, run, ...parts });
  if (report.missed.length > 0) {
    report.warning(`missing here: ${report.missed.join(", ")}`);
  }
  const code = stoppedCode(stopped);
  if (code !== undefined) return code;
  if (run.died !== undefined) report.warning(`${run.died} died`);
  return kept && run.died === undefined && !run.stalled ? WENT_WELL : DIED;
}
