import {
  ArgumentError,
  errorText,
  RunReport,
  preparation,
  requirePackage,
  saveState,
  wallClock,
} from "fitbit-simulator/run";
import { freshBuild } from "../build/fresh-build";
import { USAGE, sessionOptions } from "./options";
import { chooseRoutine, requireRoutine } from "./routine-file";
import { SessionRun } from "./run";
import { storedIds, storedSince } from "./stored-sessions";
import { newTexts, sessionText } from "./text";

/** Exit codes: a session was saved; the app died or none was; bad arguments. */
const SAVED = 0;
const NOT_SAVED = 1;
const BAD_ARGUMENTS = 2;

async function main(): Promise<number> {
  const options = sessionOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
    return SAVED;
  }
  const { routineFile, stateFolder } = options;
  const file = options.packageFile ?? freshBuild();
  const pkg = requirePackage(`--package "${file}"`, file);
  const routine = routineFile && requireRoutine(routineFile);
  const prepare = preparation(options);
  const report = new RunReport(options.format, newTexts);
  const run = new SessionRun(
    options,
    (event) => report.event(event),
    (line) => report.warning(line),
  );
  let before = new Set<string>();
  const epochMs = stateFolder ? wallClock(stateFolder) : undefined;
  const world = await run.open(pkg, epochMs, (made) => {
    prepare(made);
    if (routine) chooseRoutine(made, routine);
    before = storedIds(made);
  });
  const started = performance.now();
  await run.playAll();
  const wallMs = Math.round(performance.now() - started);
  const t = world.nowMs / 1000;
  const sessions = storedSince(world, before);
  for (const line of sessions) {
    report.record({ t, type: "session", ...line }, () => sessionText(line));
  }
  report.summary(world, wallMs);
  if (stateFolder) saveState(stateFolder, world);
  world.dispose();
  if (sessions.length && !run.died) return SAVED;
  report.warning(run.died ? "the app died" : "no session was saved");
  return NOT_SAVED;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const known = error instanceof ArgumentError;
    console.error(errorText(error, known));
    process.exitCode = known ? BAD_ARGUMENTS : NOT_SAVED;
  },
);
