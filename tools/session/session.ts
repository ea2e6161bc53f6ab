import type { FitbitPackage } from "fitbit-simulator";
import {
  RunReport,
  StateKeeper,
  asStoppableCommand,
  preparation,
  requirePackage,
  stoppedCode,
} from "fitbit-simulator/run";
import { freshBuild } from "../build/fresh-build";
import { type SessionOptions, USAGE, sessionOptions } from "./options";
import { chooseRoutine, requireRoutine } from "./routine-file";
import { SessionRun } from "./run";
import { storedIds, storedSince } from "./stored-sessions";
import { newTexts, sessionText } from "./text";

/** Exit codes: a session was saved; the app died, or none was saved or kept. */
const SAVED = 0;
const NOT_SAVED = 1;

async function main(stopped: AbortSignal): Promise<number> {
  const options = sessionOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
    return SAVED;
  }
  const report = new RunReport(options.format, newTexts);
  const keeper = StateKeeper.open(
    options.stateFolder,
    "npm run session",
    (line) => report.warning(line),
  );
  try {
    const file = options.packageFile ?? freshBuild();
    const pkg = requirePackage(`--package "${file}"`, file);
    return await play(pkg, options, { report, keeper, stopped });
  } finally {
    keeper.close();
  }
}

/** Plays a package as the options say; gives the exit code. */
async function play(
  pkg: FitbitPackage,
  options: SessionOptions,
  parts: { report: RunReport; keeper: StateKeeper; stopped: AbortSignal },
): Promise<number> {
  const { report, keeper, stopped } = parts;
  keeper.requireOwner(pkg);
  const routine = options.routineFile && requireRoutine(options.routineFile);
  const prepare = preparation(options);
  const run = new SessionRun(
    options,
    (event) => report.event(event),
    (line) => report.warning(line),
  );
  let before = new Set<string>();
  const world = await run.open(pkg, keeper.wallMs, (made) => {
    keeper.begin(made);
    prepare(made);
    if (routine) chooseRoutine(made, routine);
    before = storedIds(made);
  });
  const started = performance.now();
  await run.playAll(stopped, keeper.keep);
  const wallMs = Math.round(performance.now() - started);
  const t = world.nowMs / 1000;
  const sessions = storedSince(world, before);
  for (const line of sessions) {
    report.record({ t, type: "session", ...line }, () => sessionText(line));
  }
  report.summary(world, wallMs);
  const kept = keeper.saveAll();
  world.dispose();
  const code = stoppedCode(stopped);
  if (code !== undefined) return code;
  if (run.died) report.warning("the app died");
  else if (!sessions.length) report.warning("no session was saved");
  return sessions.length && kept && !run.died ? SAVED : NOT_SAVED;
}

void asStoppableCommand(main, NOT_SAVED);
