import {
  LoneCheck,
  packLoneCheck,
  unpackLoneCheck,
} from "../../common/wire/coach";
import { fromJson } from "../json";
import { KeyValueStore } from "../key-value-store";
import { AddResult, History } from "./history";
import { lineIn, linesUnder, monthOf, withLine } from "./months";

/** Begins the key of a month of checks without a session, as in "c-2026-03". */
const CHECKS = "c-";

/**
 * Stores a check, unless it is there or there is no room. Its month is that of
 * its own time, so that it is found by it.
 */
export function addCheck(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  check: LoneCheck,
): Exclude<AddResult, "deleted"> {
  const key = monthOf(check.at, CHECKS);
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
  const first = monthOf(Math.max(0, from), CHECKS);
  const checks: LoneCheck[] = [];
  linesUnder(store, CHECKS, first).forEach((line) => {
    const packed = fromJson(line.slice(line.indexOf(" ") + 1));
    const read = unpackLoneCheck(packed);
    if (read.ok && read.value.at >= from) checks.push(read.value);
  });
  return checks.sort((a, b) => a.at - b.at);
}
