import { readFileSync } from "node:fs";
import { readCode, routineCode } from "../../phone/routine-code/code";
import { entryLine, toCsv, toJson } from "../../phone/history/export";
import { readExport } from "../../phone/history/restore";
import { History } from "../../phone/history/history";
import { sumsInSeconds } from "../../phone/history/sums";
import { type Settings, readSettings } from "../../phone/settings/settings";
import { readLinkState, readRoutineState } from "../../phone/link-state";
import {
  addRoutine,
  chooseRoutine,
  hasRoom,
} from "../../phone/settings/routine-list";
import {
  MAX_ROUTINES,
  nameIn,
  readRoutines,
} from "../../phone/settings/routines";
import { takeRoutine } from "../../phone/settings/writer";
import { faultText } from "../../common/result";
import { type Routine, routineSeconds } from "../../common/routine";
import { weeksOf } from "../../phone/coach/weeks";
import { allChanges } from "../../phone/history/changes";
import { checksSince } from "../../phone/history/checks";
import { goalIn, readGoals } from "../../phone/history/goals";
import { plannedOf } from "../../phone/history/plans";
import { stepsAt } from "../../phone/history/steps";
import { checksCsv, exercisesCsv, weeksCsv } from "../../phone/history/tables";
import {
  type ExportFormat,
  type PhoneOptions,
  USAGE,
  parsePhoneOptions,
} from "./options";
import {
  ArgumentError,
  type PhoneStorages,
  StateFolder,
  asCommand,
  quoted,
  readState,
  visibleText,
} from "fitbit-simulator/run";
import { storeOf } from "./memory-store";

const DONE = 0;

/** @throws {ArgumentError} When there is no phone in the folder. */
function requirePhone(
  folder: string,
  storages: PhoneStorages | undefined,
): PhoneStorages {
  if (storages) return storages;
  throw new ArgumentError(`--state ${quoted(folder)} holds no phone yet`);
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

/** The runner's routines: id and name, and which is for the watch. */
function routinesOf(storages: PhoneStorages): unknown[] {
  const { name } = settingsOf(storages);
  const lookup = (key: string) => storeOf(storages.settings).getItem(key);
  const { list, now } = readRoutines(lookup);
  return list.map(({ id, values }) => {
    const chosen = id === now;
    return { id, name: chosen ? name : nameIn(values), chosen };
  });
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
    routines: routinesOf(storages),
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
 * Changes the phone of a folder, which nobody else may use meanwhile.
 * @param make what changes the storages that it is given; its answer is printed
 * @throws {ArgumentError} When the folder is held by a run or cannot be written.
 */
function changePhone<T>(
  folder: string,
  make: (storages: PhoneStorages | undefined, nowSeconds: number) => Changed<T>,
): string {
  const held = StateFolder.open(folder, "npm run phone");
  try {
    const { phone, wallMs } = held.state;
    // The phone's clock goes on from the run before.
    const now = Math.floor((wallMs ?? Date.now()) / 1000);
    const { storages, answer } = make(phone, now);
    held.saveAll({ ...held.state, phone: storages });
    return JSON.stringify(answer) + "\n";
  } finally {
    held.close();
  }
}

/** What the storages are now, and what there is to say of it. */
interface Changed<T> {
  readonly storages: PhoneStorages;
  readonly answer: T;
}

/** What is said of a routine that the watch gets next. */
function told(routine: Routine): Record<string, string | number> {
  const { name, items } = routine;
  return { name, exercises: items.length, minutes: minutes(routine) };
}

/**
 * Puts the routine of a code into the settings, in the place of the one there is
 * or as one more; the watch gets it next.
 * @throws {ArgumentError} When the code cannot be used, or there is no room for one more.
 */
function takeCode(
  folder: string,
  kind: "import" | "add",
  text: string,
): string {
  const read = readCode(text);
  if (!read.ok) throw new ArgumentError(`--${kind}: ${faultText(read.fault)}`);
  const routine = read.value;
  return changePhone(folder, (storages = { local: {}, settings: {} }) => {
    const settings = storeOf(storages.settings);
    if (kind === "import") takeRoutine(settings, routine);
    else {
      if (!hasRoom(readRoutines((key) => settings.getItem(key)))) {
        throw new ArgumentError(
          `--add: there are ${MAX_ROUTINES} routines, which is the most; delete one on the settings page`,
        );
      }
      addRoutine(settings, routine);
    }
    return { storages, answer: told(routine) };
  });
}

/**
 * Chooses another of the runner's routines; the watch gets it next.
 * @throws {ArgumentError} When there is no such routine.
 */
function choose(folder: string, id: string): string {
  requirePhone(folder, readState(folder).phone);
  return changePhone(folder, (held) => {
    const storages = requirePhone(folder, held);
    const settings = storeOf(storages.settings);
    const { list } = readRoutines((key) => settings.getItem(key));
    if (!list.some((one) => one.id === id)) {
      const allowed = list.map((one) => one.id).join(", ");
      throw new ArgumentError(
        `--choose is ${quoted(id)}; allowed: ${allowed}, as the command lists them`,
      );
    }
    chooseRoutine(settings, id);
    return { storages, answer: told(settingsOf(storages).routine) };
  });
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
  const { entries, unusable } = read.value;
  return changePhone(folder, (storages = { local: {}, settings: {} }) => {
    const history = requireHistory(storages);
    const answer = { stored: 0, known: 0, deleted: 0, full: 0 };
    entries.forEach((entry) => answer[history.add(entry)]++);
    return { storages, answer: { ...answer, unusable } };
  });
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
  // Before a folder is made where there was none.
  requirePhone(folder, readState(folder).phone);
  return changePhone(folder, (held, now) => {
    const storages = requirePhone(folder, held);
    const history = requireHistory(storages);
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
    const totals = sumsInSeconds(history.totals);
    return { storages, answer: { [kind]: id, totals } };
  });
}

/** @throws {ArgumentError} When a newer version of the app wrote the history. */
function exported(storages: PhoneStorages, format: ExportFormat): string {
  const local = storeOf(storages.local);
  const history = requireHistory(storages);
  const entries = history.entries();
  if (format === "exercises")
    return exercisesCsv(entries, stepsAt(local), plannedOf(local));
  if (format === "checks") return checksCsv(checksSince(local, 0));
  if (format === "weeks") {
    const { goal } = settingsOf(storages).routine;
    const weeks = weeksOf(entries, history.totals.weeks.before);
    return weeksCsv(weeks, (week) => goalIn(readGoals(local), week, goal));
  }
  const changes = allChanges(local);
  return format === "csv" ? toCsv(entries, changes) : toJson(entries, changes);
}

/** What the command prints. */
function answer({ stateFolder, what }: PhoneOptions): string {
  if (what.kind === "import" || what.kind === "add") {
    return takeCode(stateFolder, what.kind, what.code);
  }
  if (what.kind === "choose") return choose(stateFolder, what.routine);
  if (what.kind === "restore") return restore(stateFolder, what.file);
  if (what.kind === "delete" || what.kind === "undo-delete") {
    return change(stateFolder, what.kind, what.id);
  }
  const storages = requirePhone(stateFolder, readState(stateFolder).phone);
  if (what.kind === "routine-code") return requireCode(storages);
  if (what.kind === "overview") return overview(storages);
  return exported(storages, what.format);
}

function main(): number {
  const options = parsePhoneOptions(process.argv.slice(2));
  const text = options === "help" ? USAGE + "\n" : visibleText(answer(options));
  process.stdout.write(text);
  return DONE;
}

void asCommand(main);
