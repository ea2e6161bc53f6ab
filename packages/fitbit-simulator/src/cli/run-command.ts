import {
  parseArguments,
  preparation,
  RunReport,
  Run,
  RUN_HELP,
  RUN_OPTIONS,
  runOptions,
  saveState,
  wallClock,
} from "../run";
import { DIED, WENT_WELL } from "./exit-codes";
import { requirePackageArgument } from "./package-argument";

const USAGE = `fitbit-sim run FILE.fba [options]
Runs watch app, companion and settings page on virtual time; prints what happens,
one JSON object a line. Ends after an hour of virtual time if not told otherwise.
${RUN_HELP}

Exit code: 0 it ran to the end, 1 a program died by its own fault, 2 bad arguments`;

/**
 * `fitbit-sim run`.
 * @returns its exit code
 * @throws ArgumentError
 */
export async function runCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: RUN_OPTIONS,
  });
  if (values.help) {
    console.log(USAGE);
    return WENT_WELL;
  }
  const options = runOptions(values);
  const { pkg } = requirePackageArgument(positionals);
  const prepare = preparation(options);
  const report = new RunReport(options.format);
  const run = new Run(
    options,
    (event) => report.event(event),
    (line) => report.warning(line),
  );
  const { stateFolder } = options;
  const epochMs = stateFolder ? wallClock(stateFolder) : undefined;
  const world = await run.open(pkg, epochMs, prepare);
  const started = performance.now();
  await run.playAll();
  report.summary(world, Math.round(performance.now() - started));
  if (stateFolder) saveState(stateFolder, world);
  world.dispose();
  if (report.missed.length > 0) {
    report.warning(`missing here: ${report.missed.join(", ")}`);
  }
  if (!run.died) return WENT_WELL;
  report.warning("the app died");
  return DIED;
}
