import { ROOMY_WAIT, SLOW_RISE } from "../../common/felt";
import { ITEM_LIMITS, Range } from "../../common/limits";
import { itemKey } from "../../phone/settings/keys";
import { Choice } from "../../phone/settings/choices";
import { leastHold, leastReps } from "../../phone/settings/least-dose";
import { numberChoice, numberField } from "../parts";
import { words } from "../words";

/** Reps, hold and rest of an exercise, each a field of any number that works. */
function numbers(storage: LiveStorage, choice: Choice): JSX.Element[] {
  const { key, item, mostHold } = choice;
  const [, mostReps, oneRep] = ITEM_LIMITS.reps;
  const [, longest, step] = ITEM_LIMITS.hold;
  const held = item.kind === "hold";
  const reps = [leastReps(item), mostReps, oneRep] as const;
  const hold = [leastHold(item), Math.min(longest, mostHold), step] as const;
  const field = (
    name: "reps" | "hold" | "rest",
    label: string,
    limits: Range,
  ): JSX.Element =>
    numberField(storage, itemKey(key, name), words(label), item[name], limits);
  return [
    ...(held ? [] : [field("reps", "reps", reps)]),
    ...(mostHold < Infinity
      ? [<Text>{words("health-cap", mostHold)}</Text>]
      : []),
    field("hold", held ? "hold-seconds" : "top-seconds", hold),
    field("rest", "rest-seconds", ITEM_LIMITS.rest),
  ];
}

/**
 * Sets, reps, hold and rest of an exercise, and whether it is done on both sides.
 * `quick` tells that its reps are too quick for each to be felt.
 */
export function doseRows(
  storage: LiveStorage,
  choice: Choice,
  quick: boolean,
): JSX.Element[] {
  const { key, item, exercise } = choice;
  const sided = !exercise || exercise.sides === 2 || item.sides === 2;
  const sets = itemKey(key, "sets");
  return [
    numberChoice(storage, sets, words("sets"), item.sets, ITEM_LIMITS.sets),
    ...numbers(storage, choice),
    ...(sided
      ? [
          <Toggle
            settingsKey={itemKey(key, "both")}
            label={words("both-sides")}
          />,
        ]
      : []),
    ...(quick
      ? [<Text>{words("too-quick", ROOMY_WAIT, SLOW_RISE)}</Text>]
      : []),
  ];
}
