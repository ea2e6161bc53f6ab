import { type FitbitPackage, watchModel } from "fitbit-simulator";
import {
  RunReport,
  StateKeeper,
  asStoppableCommand,
  playKept,
  quoted,
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
    const file = options.packageFile ?? builtFor(options.model);
    const pkg = requirePackage(`--package ${quoted(file)}`, file);
    return await play(pkg, options, { report, keeper, stopped });
  } finally {
    keeper.close();
  }
}

/** This project's package for a watch model. */
function builtFor(model: string | undefined): string {
  return freshBuild(watchModel(model ?? "")?.sdk);
}

/** Plays a package as the options say; gives the exit code. */
async function play(
  pkg: FitbitPackage,
  options: SessionOptions,
  parts: { report: RunReport; keeper: StateKeeper; stopped: AbortSignal },
): Promise<number> {
  const { report, stopped } = parts;
  const routine = options.routineFile && requireRoutine(options.routineFile);
  const run = new SessionRun(
    options,
    (event) => report.event(event),
    (line) => report.warning(line),
  );
  let before = new Set<string>();
  let saved = 0;
  const kept = await playKept({
    ...{ pkg, options, run, ...parts },
    prepared: (world) => {
      if (routine) chooseRoutine(world, routine);
      before = storedIds(world);
    },
    played: (world) => {
      const t = world.nowMs / 1000;
      const sessions = storedSince(world, before);
      saved = sessions.length;
      for (const line of sessions) {
        report.record({ t, type: "session", ...line }, () => sessionText(line));
      }
    },
  });
  const code = stoppedCode(stopped);
  if (code !== undefined) return code;
  if (run.died !== undefined) report.warning(`${run.died} died`);
  else if (!saved) report.warning("no session was saved");
  return saved && kept && run.died === undefined && !run.stalled
    ? SAVED
    : NOT_SAVED;
}

void asStoppableCommand(main, NOT_SAVED);
