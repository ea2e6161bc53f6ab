import type { Routing } from "../coach/routing";
import { fieldsOf, fromJson, wholeOr } from "../json";

/** Seconds for which a reason stays hidden. */
const HIDDEN = 14 * 86400;
/** Legs that are numb or weak are told as long as the reason lasts. */
const ALWAYS: Routing = "R-1";

/** When each reason was hidden, in seconds since 1970, as the page's key has it. */
function timesOf(text: unknown): { [rule: string]: number } {
  const fields = fieldsOf(fromJson(text));
  const times: { [rule: string]: number } = {};
  Object.keys(fields).forEach((rule) => {
    const at = wholeOr(fields[rule], 0);
    if (at) times[rule] = at;
  });
  return times;
}

/** The reasons to see somebody that are shown at a moment; `text` is the page's key. */
export function shownReasons(
  reasons: ReadonlyArray<Routing>,
  text: unknown,
  now: number,
): Routing[] {
  const times = timesOf(text);
  return reasons.filter((rule) => {
    const since = now - (times[rule] || 0);
    return rule === ALWAYS || since < 0 || since >= HIDDEN;
  });
}

/** Those of the reasons that can be hidden. */
export function hideable(reasons: ReadonlyArray<Routing>): Routing[] {
  return reasons.filter((rule) => rule !== ALWAYS);
}

/** The page's key once these reasons are hidden at a moment. */
export function hiding(
  reasons: ReadonlyArray<Routing>,
  text: unknown,
  now: number,
): string {
  const times = timesOf(text);
  hideable(reasons).forEach((rule) => (times[rule] = now));
  return JSON.stringify(times);
}
