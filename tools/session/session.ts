import { readFileSync } from "node:fs";
import { replaceRoutine, routineValues } from "../../phone/settings/writer";
import { readRoutine } from "../../common/read-routine";
import { faultText } from "../../common/result";
import type { Routine } from "../../common/routine";
import { ROUTINE_FILE } from "../../common/wire/link";
import { packRoutine } from "../../common/wire/routine";
import {
  type FitbitPackage,
  PackageError,
  type World,
  openPackage,
  encodeCbor,
} from "fitbit-simulator";
import { freshBuild } from "../build/fresh-build";
import {
  ArgumentError,
  type SessionOptions,
  USAGE,
  sessionOptions,
} from "./options";
import { SessionRun } from "./run";
import { sessionText, textLine } from "./text";
import { PhoneStateError, keyed, readStrings } from "../phone/state";
import { loadState, saveState, wallClock } from "./state";
import { storedIds, storedSince } from "./stored-sessions";

/** Exit codes: a session was saved; the app died or none was; bad arguments. */
const SAVED = 0;
const NOT_SAVED = 1;
const BAD_ARGUMENTS = 2;

function read(option: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ArgumentError(`--${option} "${file}" cannot be read`);
  }
}

function packageOf(options: SessionOptions): FitbitPackage {
  const file = options.packageFile ?? freshBuild();
  try {
    return openPackage(new Uint8Array(read("package", file)));
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    throw new ArgumentError(`--package "${file}": ${error.message}`);
  }
}

/** The routine of a JSON file. */
function routineOf(file: string): Routine {
  let json: unknown;
  try {
    const text = read("routine", file).toString("utf8");
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    const why = (error as Error).message;
    throw new ArgumentError(`--routine "${file}" is no JSON: ${why}`);
  }
  const routine = readRoutine(json);
  if (routine.ok) return routine.value;
  const why = faultText(routine.fault);
  throw new ArgumentError(`--routine "${file}": ${why}`);
}

function settingsOf(file: string): Record<string, string> {
  try {
    return readStrings(file);
  } catch (error) {
    if (!(error instanceof PhoneStateError)) throw error;
    throw new ArgumentError(`--settings: ${error.message}`);
  }
}

/** What `read` makes of the state folder. */
function fromState<T>(folder: string, read: (folder: string) => T): T {
  try {
    return read(folder);
  } catch (error) {
    const why = (error as Error).message.split("\n")[0];
    throw new ArgumentError(`--state "${folder}": ${why}`);
  }
}

/** What the options put on watch and phone before the launch. */
function preparation(options: SessionOptions): (world: World) => void {
  const { routineFile, settingsFile, stateFolder } = options;
  const routine = routineFile && routineOf(routineFile);
  const settings = settingsFile && settingsOf(settingsFile);
  return (world) => {
    const { watch, phone } = world;
    if (stateFolder) fromState(stateFolder, (dir) => loadState(dir, world));
    if (settings) phone.settingsStorage.load(settings);
    if (!routine) return;
    // Chosen on the phone, and already on the watch.
    const chosen = { ...phone.settingsStorage.entries() };
    replaceRoutine(keyed(chosen), routineValues(routine));
    phone.settingsStorage.load(chosen);
    const data = encodeCbor(packRoutine(routine));
    watch.inbox.push({ name: ROUTINE_FILE, data });
  };
}

async function main(): Promise<number> {
  const options = sessionOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
    return SAVED;
  }
  const pkg = packageOf(options);
  const prepare = preparation(options);
  const print = (line: object): void => console.log(JSON.stringify(line));
  const ndjson = options.format === "ndjson";
  const run = new SessionRun(
    options,
    (event) => {
      if (event.type === "log") {
        console.error(`${event.t} ${event.from}: ${event.message}`);
      }
      if (ndjson) return print(event);
      const line = textLine(event);
      if (line !== undefined) console.log(line);
    },
    (line) => console.error(line),
  );
  let before = new Set<string>();
  const { stateFolder } = options;
  const epochMs = stateFolder ? fromState(stateFolder, wallClock) : undefined;
  const world = await run.open(pkg, epochMs, (made) => {
    prepare(made);
    before = storedIds(made);
  });
  const started = performance.now();
  await run.playAll();
  const wallMs = Math.round(performance.now() - started);
  const { watch } = world;
  const seconds = world.nowMs / 1000;
  const sessions = storedSince(world, before);
  for (const line of sessions) {
    if (ndjson) print({ t: seconds, type: "session", ...line });
    else console.log(sessionText(line));
  }
  const { vibrations, textWrites } = watch.counters;
  const heapPeak = watch.heap().peak;
  const summary = { seconds, vibrations, heapPeak, textWrites, wallMs };
  if (ndjson) print({ t: seconds, type: "summary", ...summary });
  if (stateFolder) saveState(stateFolder, world);
  world.dispose();
  if (sessions.length && !run.died) return SAVED;
  console.error(run.died ? "the app died" : "no session was saved");
  return NOT_SAVED;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const known = error instanceof ArgumentError;
    console.error(known ? error.message : error);
    process.exitCode = known ? BAD_ARGUMENTS : NOT_SAVED;
  },
);
