import { readFileSync } from "node:fs";
import { readCode, routineCode } from "../../phone/routine-code/code";
import { entryLine, toCsv, toJson } from "../../phone/history/export";
import { readExport } from "../../phone/history/restore";
import { History } from "../../phone/history/history";
import { sumsInSeconds } from "../../phone/history/sums";
import { type Settings, readSettings } from "../../phone/settings/settings";
import { readLinkState, readRoutineState } from "../../phone/link-state";
import { takeRoutine } from "../../phone/settings/writer";
import { faultText } from "../../common/result";
import { type Routine, routineSeconds } from "../../common/routine";
import { type PhoneOptions, USAGE, parsePhoneOptions } from "./options";
import {
  ArgumentError,
  errorText,
  PhoneStateError,
  type PhoneStorages,
  loadPhone,
  quoted,
  savePhone,
  visibleText,
  wallClock,
} from "fitbit-simulator/run";
import { storeOf } from "./memory-store";

const DONE = 0;
const BAD_ARGUMENTS = 2;

/** @throws {ArgumentError} When there is no phone in the folder. */
function requirePhone(folder: string): PhoneStorages {
  const storages = loadPhone(folder);
  if (storages) return storages;
  throw new ArgumentError(`--state "${folder}" holds no phone yet`);
}

function settingsOf({ settings }: PhoneStorages): Settings {
  return readSettings((key) => storeOf(settings).getItem(key));
}

/** @throws {ArgumentError} When a newer version of the app wrote it. */
function requireHistory({ local }: PhoneStorages): History {
  const history = History.open(storeOf(local));
  if (history) return history;
  throw new ArgumentError("the history is of a newer version; update this app");
}

function minutes(routine: Routine): number {
  return Math.round(routineSeconds(routine) / 60);
}

/** All that the phone holds, as JSON. */
function overview(storages: PhoneStorages): string {
  const local = storeOf(storages.local);
  const settings = settingsOf(storages);
  const history = requireHistory(storages);
  const { revision, sent } = readRoutineState(local);
  const held = {
    revision,
    sent,
    watch: readLinkState(local).watch,
    minutes: minutes(settings.routine),
    routine: { ...settings.routine, revision },
    notes: settings.unusable,
    totals: sumsInSeconds(history.totals),
    sessions: history.entries().map(entryLine),
  };
  return JSON.stringify(held, undefined, 2) + "\n";
}

/** @throws {ArgumentError} When the routine is empty. */
function requireCode(storages: PhoneStorages): string {
  const { routine, empty } = settingsOf(storages);
  if (empty) throw new ArgumentError("no exercise is chosen: there is no code");
  return routineCode(routine) + "\n";
}

/**
 * Puts the routine of a code into the settings; the watch gets it next.
 * @throws {ArgumentError} When the code cannot be used.
 */
function importCode(folder: string, text: string): string {
  const read = readCode(text);
  if (!read.ok) throw new ArgumentError(`--import: ${faultText(read.fault)}`);
  const storages = loadPhone(folder) ?? { local: {}, settings: {} };
  takeRoutine(storeOf(storages.settings), read.value);
  savePhone(folder, storages);
  const routine = read.value;
  const imported = {
    name: routine.name,
    exercises: routine.items.length,
    minutes: minutes(routine),
  };
  return JSON.stringify(imported) + "\n";
}

/** Seconds since 1970 by the phone's clock, which goes on from the run before. */
function secondsOf(folder: string): number {
  return Math.floor((wallClock(folder) ?? Date.now()) / 1000);
}

/**
 * Takes in an exported history; a folder without a phone gets one.
 * @throws {ArgumentError} When the file is no export.
 */
function restore(folder: string, file: string): string {
  const read = readExport(exportText(file));
  if (!read.ok) {
    const why = faultText({ ...read.fault, field: "the file" });
    throw new ArgumentError(`--restore ${quoted(file)}: ${why}`);
  }
  const storages = loadPhone(folder) ?? { local: {}, settings: {} };
  const history = requireHistory(storages);
  const answer = { stored: 0, known: 0, deleted: 0, full: 0 };
  read.value.entries.forEach((entry) => answer[history.add(entry)]++);
  savePhone(folder, storages);
  const { unusable } = read.value;
  return JSON.stringify({ ...answer, unusable }) + "\n";
}

/** @throws {ArgumentError} When there is no such file. */
function exportText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new ArgumentError(`--restore ${quoted(file)}: no file to be read`);
  }
}

/**
 * Deletes a session, or takes that back.
 * @throws {ArgumentError} When there is no such session or deletion.
 */
function change(folder: string, kind: string, id: string): string {
  const storages = requirePhone(folder);
  const history = requireHistory(storages);
  const now = secondsOf(folder);
  const done =
    kind === "delete"
      ? history.remove(id, now) === "deleted"
      : history.undoRemove(id, now);
  if (!done) {
    const why =
      kind === "delete"
        ? "the history has no such session"
        : "no such session was deleted within the last week";
    throw new ArgumentError(`--${kind} ${id}: ${why}`);
  }
  savePhone(folder, storages);
  const totals = sumsInSeconds(history.totals);
  return JSON.stringify({ [kind]: id, totals }) + "\n";
}

/** What the command prints. */
function answer({ stateFolder, what }: PhoneOptions): string {
  if (what.kind === "import") return importCode(stateFolder, what.code);
  if (what.kind === "restore") return restore(stateFolder, what.file);
  if (what.kind === "delete" || what.kind === "undo-delete") {
    return change(stateFolder, what.kind, what.id);
  }
  const storages = requirePhone(stateFolder);
  if (what.kind === "routine-code") return requireCode(storages);
  if (what.kind === "overview") return overview(storages);
  const entries = requireHistory(storages).entries();
  return what.format === "csv" ? toCsv(entries) : toJson(entries);
}

function main(): number {
  try {
    const options = parsePhoneOptions(process.argv.slice(2));
    process.stdout.write(
      options === "help" ? USAGE + "\n" : visibleText(answer(options)),
    );
    return DONE;
  } catch (error) {
    const known =
      error instanceof ArgumentError || error instanceof PhoneStateError;
    if (!known) throw error;
    console.error(errorText(error, true));
    return BAD_ARGUMENTS;
  }
}

process.exitCode = main();
