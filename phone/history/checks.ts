import {
  LoneCheck,
  packLoneCheck,
  unpackLoneCheck,
} from "../../common/wire/coach";
import { fromJson } from "../json";
import { KeyValueStore, succeeds } from "../key-value-store";
import { AddResult, History } from "./history";
import { lineIn, linesUnder, monthOf, withLine } from "./months";
import { packedText } from "./packed-entry";
import { RECENT } from "./totals";

/** Begins the key of a month of checks without a session, as in "c-2026-03". */
const CHECKS = "c-";

/**
 * Writes a check, in the place of that of its id where there is one, which may have
 * other answers. Its month is that of its own time, so that it is found by it. False
 * where there is no room. Done twice, it is as done once.
 */
export function writeCheck(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  check: LoneCheck,
): boolean {
  const line = check.id + " " + JSON.stringify(packLoneCheck(check));
  const key = monthOf(check.at, CHECKS);
  const text = withLine(store.getItem(key) || "", line);
  return succeeds(() => history.writeOther(key, text));
}

/** Stores a check, unless it is there, corrected or not, or there is no room. */
export function addCheck(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  check: LoneCheck,
): Exclude<AddResult, "deleted"> {
  const month = store.getItem(monthOf(check.at, CHECKS)) || "";
  if (lineIn(month, check.id) !== undefined) return "known";
  return writeCheck(store, history, check) ? "stored" : "full";
}

/** The checks of packed ones; what cannot be read is left out. */
export function readChecks(packed: unknown): LoneCheck[] {
  const checks: LoneCheck[] = [];
  (Array.isArray(packed) ? packed : []).forEach((one: unknown) => {
    const read = unpackLoneCheck(one);
    if (read.ok) checks.push(read.value);
  });
  return checks;
}

/** The checks from a moment (seconds since 1970) on, oldest first; what cannot be read is left out. */
export function checksSince(store: KeyValueStore, from: number): LoneCheck[] {
  const first = monthOf(Math.max(0, from), CHECKS);
  const packed = linesUnder(store, CHECKS, first).map((line) =>
    fromJson(packedText(line)),
  );
  return readChecks(packed)
    .filter(({ at }) => at >= from)
    .sort((a, b) => a.at - b.at);
}

/** The newest of the same, packed, the newest first; as many as sessions are shown. */
export function newestChecks(store: KeyValueStore, from: number): unknown[] {
  const checks = checksSince(store, from).reverse();
  return checks.slice(0, RECENT).map(packLoneCheck);
}
