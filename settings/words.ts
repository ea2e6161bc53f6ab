import { gettext } from "i18n";
import { Kind } from "../common/catalogue";
import { Choice } from "../common/phone/choices";
import { Item, Routine, routineSeconds } from "../common/routine";
import { CUSTOM } from "../common/routine";

/** A text in the reader's language, %1 and so on replaced by the values. */
export function words(id: string, ...values: Array<string | number>): string {
  return gettext(id).replace(/%(\d)/g, (_, place: string) =>
    String(values[Number(place) - 1]),
  );
}

/** The name of an exercise. */
export function nameOf(exercise: string, name: string): string {
  return exercise === CUSTOM ? name : words(exercise);
}

export function choiceName({ item }: Choice): string {
  return nameOf(item.exercise, item.name);
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

/** How long a routine takes, by the engine's own count. */
export function lengthText(routine: Routine): string {
  const included = routine.items.filter((item) => item.included);
  if (!included.length) return words("nothing-chosen");
  const minutes = Math.round(routineSeconds(routine) / 60);
  const count = included.length;
  return words(count === 1 ? "length-one" : "length", minutes, count);
}

function two(n: number): string {
  return (n < 10 ? "0" : "") + n;
}

/** A moment on a clock so many minutes east of UTC: "2026-11-22 07:05". */
export function momentText(seconds: number, offset: number): string {
  const date = new Date((seconds + offset * 60) * 1000);
  const day = [
    date.getUTCFullYear(),
    two(date.getUTCMonth() + 1),
    two(date.getUTCDate()),
  ];
  const time = two(date.getUTCHours()) + ":" + two(date.getUTCMinutes());
  return day.join("-") + " " + time;
}

/** A moment by the phone's own clock. */
export function hereText(seconds: number): string {
  const offset = -new Date(seconds * 1000).getTimezoneOffset();
  return momentText(seconds, offset);
}
