import { MODES, SessionRecord } from "../../common/record";
import { Item, Routine } from "../../common/routine";
import { isList } from "../../common/wire/routine";
import { coachKey } from "../coach/classes";
import { fromJson } from "../json";
import { KeyValueStore, storedJson } from "../key-value-store";
import { History } from "./history";
import { lineIn, monthOf } from "./months";
import { packedText } from "./packed-entry";

/** What was planned of one exercise. */
export interface Planned {
  sets: number;
  /** Of each side; undefined where it is only held. */
  reps: number | undefined;
  /** Seconds, of each rep where there are reps. */
  hold: number;
}

/** An exercise by its `coachKey`, sets, reps (0 where it is only held) and seconds of a hold. */
type Row = [key: string, sets: number, reps: number, hold: number];

/** A revision of the routine with the rows of its plans, in the order of `MODES`. */
type Sent = [revision: number, ...plans: Row[][]];

/** Its value is the plans of the newest revisions, the newest first. */
const SENT = "plans";
/**
 * Characters that they may take, the newest aside: about six revisions of the built-in
 * routine. Sessions of older ones are too late to have theirs. Judgement.
 */
const MOST_TEXT = 2560;
/**
 * Begins the key of a month of plans, as in "p-2026-03". It has a line for each plan of
 * which a session of the month was done: revision, "-", the plan's place in `MODES`, a
 * space and the rows.
 */
const PLANS = "p-";

function rowOf(item: Item): Row {
  const reps = item.kind === "hold" ? 0 : item.reps;
  return [coachKey(item), item.sets, reps, item.hold];
}

function isRow(value: unknown): value is Row {
  return (
    isList(value) &&
    value.length === 4 &&
    typeof value[0] === "string" &&
    value.slice(1).every((one) => typeof one === "number")
  );
}

/** The rows of a list; what is none is left out. */
function rowsOf(value: unknown): Row[] {
  return isList(value) ? value.filter(isRow) : [];
}

function sentOf(store: KeyValueStore): Sent[] {
  const stored = storedJson(store, SENT);
  const sent: Sent[] = [];
  (isList(stored) ? stored : []).forEach((one) => {
    if (!isList(one) || typeof one[0] !== "number") return;
    sent.push([one[0], ...one.slice(1).map(rowsOf)]);
  });
  return sent;
}

/**
 * Remembers the plans that the watch gets under a revision, in the order of `MODES`,
 * until sessions of it come.
 * @throws When there is no room.
 */
export function noteSent(
  store: KeyValueStore,
  revision: number,
  plans: ReadonlyArray<Routine | undefined>,
): void {
  const rows = plans.map((plan) => (plan ? plan.items.map(rowOf) : []));
  const others = sentOf(store).filter(([one]) => one !== revision);
  let sent: Sent[] = [[revision, ...rows], ...others];
  while (sent.length > 1 && JSON.stringify(sent).length > MOST_TEXT)
    sent = sent.slice(0, -1);
  const text = JSON.stringify(sent);
  if (store.getItem(SENT) !== text) store.setItem(SENT, text);
}

/** The id of the line of a session's plan; undefined for one without a check. */
function planId({ revision, check }: SessionRecord): string | undefined {
  return check && revision + "-" + MODES.indexOf(check.mode);
}

/**
 * Keeps the plan of a session for ever, where it is remembered and is new in its month.
 * @throws When there is no room.
 */
export function keepPlan(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  record: SessionRecord,
): void {
  const { revision, check, start } = record;
  const id = planId(record);
  const sent = sentOf(store).filter(([one]) => one === revision)[0];
  const rows =
    sent && check && (sent.slice(1) as Row[][])[MODES.indexOf(check.mode)];
  const key = monthOf(start, PLANS);
  const text = store.getItem(key) || "";
  if (!id || !rows || !rows.length || lineIn(text, id) !== undefined) return;
  history.writeOther(key, text + "\n" + id + " " + JSON.stringify(rows));
}

/** What was planned of each item of a session, as far as that is known. */
export function plannedOf(
  store: KeyValueStore,
): (record: SessionRecord) => Array<Planned | undefined> {
  return (record) => {
    const id = planId(record);
    const text = store.getItem(monthOf(record.start, PLANS)) || "";
    const line = id && lineIn(text, id);
    const rows = line ? rowsOf(fromJson(packedText(line))) : [];
    // An exercise can be in a routine several times, and be left out that day.
    let next = 0;
    return record.items.map((item) => {
      const key = coachKey(item);
      const at = rows
        .map((row, i) => i >= next && row[0] === key)
        .indexOf(true);
      if (at < 0) return undefined;
      next = at + 1;
      const [, sets, reps, hold] = rows[at]!;
      return { sets, reps: reps || undefined, hold };
    });
  };
}
