import { History } from "../../phone/history/history";
import { SessionRecord } from "../../common/record";
import { storeOf } from "../../tools/phone/memory-store";
import { Life } from "./life";
import { Truth } from "./truth";

/**
 * All that the watch may keep when nothing waits, and bytes of it together. A
 * journal without a plan means nothing and goes with the next session.
 */
const KEPT = [
  ...["routine-a", "routine-b", "last", "spare", "watch", "bad"],
  "journal",
];
const MOST_BYTES = 8192;
/** Characters that the phone may keep beside the history, which is a key a month. */
const MOST_BESIDE = 8192;
const MONTH = /^h-/;

/** What the phone's history holds. */
export function historyOf(life: Life): {
  records: SessionRecord[];
  merged: number;
} {
  const local = { ...life.world.phone.localStorage.entries() };
  const history = History.open(storeOf(local));
  if (!history) return life.fail("the phone has no history");
  const entries = history.entries();
  const records: SessionRecord[] = [];
  let merged = 0;
  for (const entry of entries) {
    if (entry.kind === "session") records.push(entry.record);
    else if (entry.kind === "merged") merged += entry.merged.sessions;
  }
  const sum = records.length + merged;
  const { totals } = history;
  if (entries.length && totals.sessions !== sum) {
    life.fail(`totals count ${totals.sessions} sessions, not ${sum}`);
  }
  return { records, merged };
}

/** Each session once, and as it was done. */
function checkHistory(life: Life): void {
  const { records, merged } = historyOf(life);
  let summed = merged;
  // Two may have begun in the same second: those that have to be there first.
  const sure = (truth: Truth) => truth.begun && !truth.optional;
  const sorted = [
    ...life.sessions.filter(sure),
    ...life.sessions.filter((truth) => !sure(truth)),
  ];
  for (const truth of sorted) {
    const at = placeOf(truth, records);
    const name = `the session of ${truth.start} (${truth.plan.name})`;
    if (typeof at === "number") {
      if (truth.discarded && !truth.optional) {
        life.fail(`${name} was discarded and is in the history`);
      }
      const [record] = records.splice(at, 1);
      if (!life.made.has(`${record!.revision} ${record!.routine}`)) {
        life.fail(`${name} is of a routine the phone never made`);
      }
      continue;
    }
    if (!truth.begun || truth.discarded || truth.optional) continue;
    if (summed-- > 0) continue;
    life.fail(`${name} is not in the history${at && `: ${at}`}`);
  }
  const [more] = records;
  if (more) life.fail(`the history has one too many: ${JSON.stringify(more)}`);
}

/** Where the session's record is, or why none of the same start is it. */
function placeOf(truth: Truth, records: SessionRecord[]): number | string {
  let why = "";
  for (const [i, record] of records.entries()) {
    if (record.start !== truth.start) continue;
    const wrong = truth.refutes(record);
    if (!wrong) return i;
    why = wrong;
  }
  return why;
}

/** What is on its way, waits or grows; undefined when nothing is and does. */
export function restless(life: Life): string | undefined {
  const { watch, phone, link } = life.world;
  const queued = [...link.queue("watch"), ...link.queue("phone")];
  if (queued.length) return `${queued[0]!.name} is still on its way`;
  if (watch.inbox.length || phone.inbox.length) return "an inbox is full";
  let bytes = 0;
  for (const [name, content] of watch.files) {
    if (!KEPT.includes(name)) return `${name} stays on the watch`;
    bytes += content.length;
  }
  if (bytes > MOST_BYTES) return `${bytes} bytes stay on the watch`;
  let beside = 0;
  for (const [key, text] of Object.entries(phone.localStorage.entries())) {
    if (!MONTH.test(key)) beside += key.length + text.length;
  }
  return beside > MOST_BESIDE
    ? `${beside} characters stay on the phone`
    : undefined;
}

/** Holds the end of a life, both sides together, against the rules. */
export function checkRules(life: Life): void {
  checkHistory(life);
  const left = restless(life);
  if (left) life.fail(left);
  const shown = life.world.watch.texts().routine;
  if (shown !== life.chosen) {
    life.fail(`the watch has ${shown}, the phone chose ${life.chosen}`);
  }
}
