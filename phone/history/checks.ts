import {
  LoneCheck,
  packLoneCheck,
  unpackLoneCheck,
} from "../../common/wire/coach";
import { fromJson } from "../json";
import { KeyValueStore, keysOf } from "../key-value-store";
import { AddResult, History } from "./history";
import { lineIn, linesOf, withLine } from "./months";

/** Begins the key of a month of checks without a session, as in "c-2026-03". */
const CHECKS = "c-";

/** The key of the month (UTC) of a moment in seconds since 1970. */
function keyOf(seconds: number): string {
  return CHECKS + new Date(seconds * 1000).toISOString().slice(0, 7);
}

/**
 * Stores a check, unless it is there or there is no room. Its month is that of
 * its own time, so that it is found by it.
 */
export function addCheck(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  check: LoneCheck,
): Exclude<AddResult, "deleted"> {
  const key = keyOf(check.at);
  const text = store.getItem(key) || "";
  if (lineIn(text, check.id) !== undefined) return "known";
  const line = check.id + " " + JSON.stringify(packLoneCheck(check));
  try {
    history.writeOther(key, withLine(text, line));
  } catch {
    return "full";
  }
  return "stored";
}

/** The checks from a moment (seconds since 1970) on, oldest first; what cannot be read is left out. */
export function checksSince(store: KeyValueStore, from: number): LoneCheck[] {
  const first = keyOf(Math.max(0, from));
  const checks: LoneCheck[] = [];
  keysOf(store)
    .filter((key) => key.indexOf(CHECKS) === 0 && key >= first)
    .forEach((key) =>
      linesOf(store.getItem(key)).forEach((line) => {
        const packed = fromJson(line.slice(line.indexOf(" ") + 1));
        const read = unpackLoneCheck(packed);
        if (read.ok && read.value.at >= from) checks.push(read.value);
      }),
    );
  return checks.sort((a, b) => a.at - b.at);
}
