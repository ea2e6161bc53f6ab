import { GOAL_KEY, itemKey } from "./keys";
import { KeyValueStore } from "../key-value-store";
import { isShown, shownNumber } from "./reader";
import { Choice } from "./choices";
import { Settings, readSettings } from "./settings";

type Shown = Array<[key: string, value: boolean | number]>;

/** Controls of one exercise; doses only where the page has them. */
function ofChoice({ key, item }: Choice): Shown {
  const shown: Shown = [[itemKey(key, "in"), item.included]];
  if (!item.included) return shown;
  shown.push(
    [itemKey(key, "both"), item.sides === 2],
    [itemKey(key, "sets"), item.sets],
    [itemKey(key, "hold"), item.hold],
    [itemKey(key, "rest"), item.rest],
  );
  if (item.kind === "reps") shown.push([itemKey(key, "reps"), item.reps]);
  return shown;
}

function shownBy(settings: Settings): Shown {
  const { routine, pace, choices } = settings;
  const { preferences } = routine;
  const shown: Shown = [
    ["ready", routine.ready],
    ["between", routine.between],
    ["switch", routine.switch],
    ["rest", pace.rest],
    ["lift", pace.lift],
    ["lower", pace.lower],
    ["strong", preferences.strength === "strong"],
    ["repPulses", preferences.repPulses],
    ["halfway", preferences.halfway],
    ["finalSeconds", preferences.finalSeconds],
    ["keepScreenOn", preferences.keepScreenOn],
    [GOAL_KEY, routine.goal],
  ];
  return shown.concat(...choices.map(ofChoice));
}

/**
 * A toggle without a stored value stands at off and a slider at its lowest:
 * gives every control that nobody has touched the value that is in force. What
 * was chosen, and what is garbage, stays as it is. `read` is what the settings
 * say now.
 */
export function showDefaults(
  settings: KeyValueStore,
  read = readSettings((key) => settings.getItem(key)),
): void {
  shownBy(read).forEach(([key, value]) => {
    const stored = settings.getItem(key);
    if (stored !== null && !isShown(stored)) return;
    const text = typeof value === "number" ? shownNumber(value) : String(value);
    if (text !== stored) settings.setItem(key, text);
  });
}
