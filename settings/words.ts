import { gettext } from "i18n";
import { Kind } from "../common/routine";
import { Choice } from "../phone/settings/choices";
import { Item, Routine, routineSeconds } from "../common/routine";
import { CUSTOM } from "../common/routine";

type Value = string | number;

/** A number as the reader writes it, 0.5 or 0,5; a text as it is. */
export function valueText(value: Value): string {
  const text = String(value);
  return typeof value === "number"
    ? text.replace(".", gettext("decimal-mark"))
    : text;
}

/** A text in the reader's language, %1 and so on replaced by the values. */
export function words(id: string, ...values: Value[]): string {
  const text = gettext(id);
  // Most texts have no values: not searched, they cost a page much less.
  return values.length === 0
    ? text
    : text.replace(/%(\d)/g, (_, place: string) =>
        valueText(values[Number(place) - 1]!),
      );
}

/** "Label: value", with the colon of the language. */
export function labelled(label: string, value: Value): string {
  return words("labelled", label, value);
}

/** Whole sentences one after the other, with or without a space. */
export function sentences(parts: ReadonlyArray<string>): string {
  return parts.reduce((text, next) => words("sentences", text, next));
}

/** The name of an exercise. */
export function nameOf(exercise: string, name: string): string {
  return exercise === CUSTOM ? name : words(exercise);
}

export function choiceName({ item, name }: Choice): string {
  return nameOf(item.exercise, name);
}

/** The name of an exercise by the coach's key. */
export function keyName(key: string): string {
  const own = CUSTOM + ":";
  return key.indexOf(own) === 0 ? key.slice(own.length) : nameOf(key, "");
}

/** A dose in one line, such as "3 × 15, hold 5 s". */
export function doseText(item: Item): string {
  const text =
    item.kind === "hold"
      ? words("dose-hold", item.sets, item.hold)
      : words("dose-reps", item.sets, item.reps, item.hold);
  return item.sides === 2 ? words("dose-each-side", text) : text;
}

export function kindText(kind: Kind): string {
  return words("kind-" + kind);
}

/** A length of time as people say it: whole minutes, or seconds below one. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60
    ? words("seconds", whole)
    : words("minutes", Math.round(seconds / 60));
}

/** How long a routine takes, by the engine's own count, and how many exercises it has. */
export function lengthText(routine: Routine, exercises: number): string {
  if (!exercises) return words("nothing-chosen");
  return words("length", durationText(routineSeconds(routine)), exercises);
}
