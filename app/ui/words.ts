import { gettext } from "i18n";
import { IDS } from "../../common/watch-tables";
import { FlatRoutine, I } from "../../common/wire/flat-routine";

/** A message of the language file, `%1` and `%2` filled in. */
export function words(
  key: string,
  one?: string | number,
  two?: string | number,
): string {
  let text = gettext(key);
  if (one !== undefined) text = text.replace("%1", String(one));
  return two === undefined ? text : text.replace("%2", String(two));
}

/** The id of the exercise of the item at `row`; undefined for one of the runner's own. */
export function idOf(routine: FlatRoutine, row: number): string | undefined {
  return IDS.split(" ")[routine[row + I.What]!];
}

/** The name of that exercise, in the wearer's language where it has an id. */
export function nameOf(routine: FlatRoutine, row: number): string {
  const id = idOf(routine, row);
  return id ? words(id) : String(routine[row + I.What]);
}

/** Path of the small picture of that exercise; empty for one of the runner's own. */
export function pictureOf(routine: FlatRoutine, row: number): string {
  const id = idOf(routine, row);
  return id ? "poses/" + id + ".png" : "";
}
