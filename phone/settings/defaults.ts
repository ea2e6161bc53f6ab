import { GOAL_KEY, itemKey } from "./keys";
import { KeyValueStore } from "../key-value-store";
import { PREFERENCES, isOn } from "../../common/preferences";
import { defaultText, isDefaultText } from "./reader";
import { Choice } from "./choices";
import { Settings, readSettings } from "./settings";

/** Controls of the page by their keys, each with the value in force. */
type Controls = Array<[key: string, value: boolean | number]>;

/** Controls of one exercise; doses only where the page has them. */
function choiceControls({ key, item, chosen }: Choice): Controls {
  const controls: Controls = [[itemKey(key, "in"), chosen]];
  if (!item.included) return controls;
  controls.push(
    [itemKey(key, "both"), item.sides === 2],
    [itemKey(key, "sets"), item.sets],
    [itemKey(key, "hold"), item.hold],
    [itemKey(key, "rest"), item.rest],
  );
  if (item.kind === "reps") controls.push([itemKey(key, "reps"), item.reps]);
  return controls;
}

function controlsOf(settings: Settings): Controls {
  const { routine, pace, choices } = settings;
  const { preferences } = routine;
  const controls: Controls = [
    ["ready", routine.ready],
    ["between", routine.between],
    ["switch", routine.switch],
    ["rest", pace.rest],
    ["lift", pace.lift],
    ["lower", pace.lower],
    [GOAL_KEY, routine.goal],
  ];
  PREFERENCES.forEach((one) =>
    controls.push([one.key, isOn(preferences, one)]),
  );
  return controls.concat(...choices.map(choiceControls));
}

/**
 * Writes the value in force for every control that nobody has touched: without
 * a stored value, the platform's toggle stands at off and its slider at its
 * lowest. What was chosen, and what is garbage, stays as it is. `read` is what
 * the settings say now.
 */
export function writeDefaults(
  settings: KeyValueStore,
  read = readSettings((key) => settings.getItem(key)),
): void {
  controlsOf(read).forEach(([key, value]) => {
    const stored = settings.getItem(key);
    if (stored !== null && !isDefaultText(stored)) return;
    const text = typeof value === "number" ? defaultText(value) : String(value);
    if (text !== stored) settings.setItem(key, text);
  });
}
