import { GOAL_KEY, isRoutineKey, itemKey } from "./keys";
import { KeyValueStore, keysOf } from "../key-value-store";
import { PREFERENCES, isOn } from "../../common/preferences";
import { isDefaultText } from "./reader";
import { Choice } from "./choices";
import { Settings, readSettings } from "./settings";

/** Switches of the page by their keys, each with the value in force. */
type Switches = Array<[key: string, value: boolean]>;

/** Switches of one exercise; that of its sides only where the page has it. */
function choiceSwitches({ key, item, chosen }: Choice): Switches {
  const switches: Switches = [[itemKey(key, "in"), chosen]];
  if (item.included) switches.push([itemKey(key, "both"), item.sides === 2]);
  return switches;
}

function switchesOf({ routine, choices }: Settings): Switches {
  const { preferences } = routine;
  return PREFERENCES.map((one): Switches[0] => [
    one.key,
    isOn(preferences, one),
  ]).concat(...choices.map(choiceSwitches));
}

/** Removes what an earlier version wrote so that its sliders stood at the value in force. */
function removeShownNumbers(settings: KeyValueStore): void {
  keysOf(settings)
    .filter((key) => isRoutineKey(key) || key === GOAL_KEY)
    .filter((key) => isDefaultText(settings.getItem(key) || ""))
    .forEach((key) => settings.removeItem(key));
}

/**
 * Writes the value in force for every switch that nobody has touched: without a
 * stored value, the platform's toggle stands at off. What was chosen, and what
 * is garbage, stays as it is. `read` is what the settings say now.
 */
export function writeDefaults(
  settings: KeyValueStore,
  read = readSettings((key) => settings.getItem(key)),
): void {
  removeShownNumbers(settings);
  switchesOf(read).forEach(([key, value]) => {
    if (settings.getItem(key) === null) settings.setItem(key, String(value));
  });
}
