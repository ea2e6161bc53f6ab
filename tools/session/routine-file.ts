import { replaceRoutine, routineValues } from "../../phone/settings/writer";
import { readRoutine } from "../../common/read-routine";
import { readRoutineState } from "../../phone/link-state";
import { faultText } from "../../common/result";
import type { Routine } from "../../common/routine";
import { ROUTINE_FILE } from "../../common/wire/link";
import { packRoutine } from "../../common/wire/routine";
import { type World, encodeCbor } from "fitbit-simulator";
import {
  ArgumentError,
  quoted,
  requireFile,
  visibleLine,
} from "fitbit-simulator/run";

import { storeOf } from "../phone/memory-store";

/**
 * The routine of a JSON file.
 * @throws ArgumentError
 */
export function requireRoutine(file: string): Routine {
  const argument = `--routine ${quoted(file)}`;
  const text = new TextDecoder().decode(requireFile(argument, file));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message;
    throw new ArgumentError(`${argument} is no JSON: ${visibleLine(why)}`);
  }
  const routine = readRoutine(json);
  if (routine.ok) return routine.value;
  throw new ArgumentError(`${argument}: ${faultText(routine.fault)}`);
}

/** Puts a routine where it is when the phone has chosen it and the watch has received it. */
export function chooseRoutine(
  { faults, phone }: World,
  routine: Routine,
): void {
  const chosen = { ...phone.settingsStorage.entries() };
  replaceRoutine(storeOf(chosen), routineValues(routine));
  phone.settingsStorage.load(chosen);
  // The watch takes only what is newer than what it has.
  const local = storeOf({ ...phone.localStorage.entries() });
  const { revision } = readRoutineState(local);
  const data = encodeCbor(packRoutine({ ...routine, revision: revision + 1 }));
  faults.deliver("watch", { name: ROUTINE_FILE, data });
}
