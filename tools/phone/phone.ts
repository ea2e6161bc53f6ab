import { readCode, routineCode } from "../../phone/routine-code/code";
import { entryLine, toCsv, toJson } from "../../phone/history/export";
import { History } from "../../phone/history/history";
import { type Settings, readSettings } from "../../phone/settings/settings";
import { readLinkState, readRoutineState } from "../../phone/link-state";
import { replaceRoutine, routineValues } from "../../phone/settings/writer";
import { faultText } from "../../common/result";
import { type Routine, routineSeconds } from "../../common/routine";
import { type PhoneOptions, USAGE, phoneOptions } from "./options";
import {
  PhoneStateError,
  type PhoneStorages,
  keyed,
  loadPhone,
  savePhone,
} from "./state";
import { ArgumentError } from "../session/options";

const DONE = 0;
const BAD_ARGUMENTS = 2;

function phoneIn(folder: string): PhoneStorages {
  const storages = loadPhone(folder);
  if (storages) return storages;
  throw new ArgumentError(`--state "${folder}" holds no phone yet`);
}

function settingsOf({ settings }: PhoneStorages): Settings {
  return readSettings((key) => keyed(settings).getItem(key));
}

function historyOf({ local }: PhoneStorages): History {
  const history = History.open(keyed(local));
  if (history) return history;
  throw new ArgumentError("the history is of a newer version; update this app");
}

function minutes(routine: Routine): number {
  return Math.round(routineSeconds(routine) / 60);
}

/** All that the phone holds. */
function show(storages: PhoneStorages): string {
  const local = keyed(storages.local);
  const settings = settingsOf(storages);
  const history = historyOf(storages);
  const { revision, sent } = readRoutineState(local);
  const { sessions, active, sets, reps, hold } = history.totals;
  const held = {
    revision,
    sent,
    watch: readLinkState(local).watch,
    minutes: minutes(settings.routine),
    routine: { ...settings.routine, revision },
    notes: settings.unusable,
    totals: {
      sessions,
      activeSeconds: active / 10,
      sets,
      reps,
      holdSeconds: hold / 10,
    },
    sessions: history.entries().map(entryLine),
  };
  return JSON.stringify(held, undefined, 2) + "\n";
}

function code(storages: PhoneStorages): string {
  const { routine, empty } = settingsOf(storages);
  if (empty) throw new ArgumentError("no exercise is chosen: there is no code");
  return routineCode(routine) + "\n";
}

/** Puts the routine of a code into the settings; the watch gets it next. */
function take(folder: string, text: string): string {
  const read = readCode(text);
  if (!read.ok) throw new ArgumentError(`--import: ${faultText(read.fault)}`);
  const storages = loadPhone(folder) ?? { local: {}, settings: {} };
  replaceRoutine(keyed(storages.settings), routineValues(read.value));
  savePhone(folder, storages);
  const routine = read.value;
  const taken = {
    name: routine.name,
    exercises: routine.items.length,
    minutes: minutes(routine),
  };
  return JSON.stringify(taken) + "\n";
}

function answer({ stateFolder, what }: PhoneOptions): string {
  if (what.kind === "import") return take(stateFolder, what.code);
  const storages = phoneIn(stateFolder);
  if (what.kind === "routine-code") return code(storages);
  if (what.kind === "show") return show(storages);
  const entries = historyOf(storages).entries();
  return what.format === "csv" ? toCsv(entries) : toJson(entries);
}

function main(): number {
  try {
    const options = phoneOptions(process.argv.slice(2));
    process.stdout.write(options === "help" ? USAGE + "\n" : answer(options));
    return DONE;
  } catch (error) {
    const known =
      error instanceof ArgumentError || error instanceof PhoneStateError;
    if (!known) throw error;
    console.error(error.message);
    return BAD_ARGUMENTS;
  }
}

process.exitCode = main();
