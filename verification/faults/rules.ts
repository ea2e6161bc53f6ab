import { History } from "../../phone/history/history";
import { SessionRecord, total } from "../../common/record";
import { weekOf } from "../../common/weeks";
import { countIn } from "../../phone/history/week-counts";
import { storeOf } from "../../tools/phone/memory-store";
import { Life } from "./life";
import { SessionTruth } from "./session-truth";

/**
 * Names of the files that the watch may keep when nothing waits for the phone,
 * and their bytes together. A journal without a plan has no meaning; the next
 * session deletes it. Of the coach's two, a death can leave the one that is to take
 * the other's place, and is read as that.
 */
const FILES_AT_REST = [
  ...["routine-a", "routine-b", "last", "spare", "watch", "bad"],
  "journal",
  ...["plans", "plans-new", "asked", "gates"],
];
const MOST_BYTES = 8192;
/** Characters that the phone may keep beside the history, which has keys for each month. */
const MOST_BESIDE = 8192;
/** Of sessions, of the coach's changes and steps, and of checks without a session. */
const MONTH_KEY = /^[hdcsp]-\d{4}-\d\d$/;

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

/**
 * What was deleted stays away, and what an export brought is there.
 */
function checkRequests(life: Life): void {
  const { records } = historyOf(life);
  const ids = records.map(({ id }) => id);
  for (const id of life.phone.deleted) {
    if (ids.includes(id)) life.fail(`${id} was deleted and is in the history`);
  }
  for (const id of life.phone.restored) {
    if (!ids.includes(id)) life.fail(`${id} was restored and is not there`);
  }
}

/**
 * Each session is once in each of the phones' histories, in one at least, and as it
 * was done.
 * @throws Violation
 */
export function checkHistory(
  life: Life,
  histories: ReadonlyArray<ReturnType<typeof historyOf>>,
): void {
  // A full watch merges sessions into summaries: these have no record of their own.
  let summedUp = total(histories.map(({ merged }) => merged));
  // Two may have begun in the same second: look for those first that must not be missing.
  const required = (truth: SessionTruth) =>
    truth.begun && !truth.mayBeMissing && truth.empty === "no";
  const sorted = [
    ...life.sessions.filter(required),
    ...life.sessions.filter((truth) => !required(truth)),
  ];
  for (const truth of sorted) {
    const name = `the session of ${truth.start} (${truth.routine.name})`;
    let why = "";
    let there = false;
    for (const { records } of histories) {
      const at = placeOf(truth, records);
      if (typeof at === "string") {
        why ||= at;
        continue;
      }
      there = true;
      if (truth.discarded && !truth.mayBeMissing) {
        life.fail(`${name} was discarded and is in the history`);
      }
      if (truth.empty === "surely") {
        life.fail(`${name} is in the history, though nothing of it was done`);
      }
      const [record] = records.splice(at, 1);
      if (!life.sentRoutines.has(`${record!.revision} ${record!.routine}`)) {
        life.fail(`${name} is of a routine the phone never made`);
      }
    }
    if (there || truth.discarded || !required(truth)) continue;
    if (summedUp-- > 0) continue;
    life.fail(`${name} is not in the history${why && `: ${why}`}`);
  }
  for (const { records } of histories) {
    const [extra] = records;
    if (extra) {
      life.fail(`the history has one too many: ${JSON.stringify(extra)}`);
    }
  }
}

/** Index of the session's record, or why no record of the same start is it. */
function placeOf(
  truth: SessionTruth,
  records: SessionRecord[],
): number | string {
  let why = "";
  for (const [i, record] of records.entries()) {
    if (record.start !== truth.start) continue;
    const wrong = truth.differenceFrom(record);
    if (!wrong) return i;
    why = wrong;
  }
  return why;
}

/** What is on its way, waits, or takes too much room; undefined when nothing does. */
export function pendingWork(life: Life): string | undefined {
  const { watch, phone, link } = life.world;
  const queued = [...link.queue("watch"), ...link.queue("phone")];
  if (queued.length) return `${queued[0]!.name} is still on its way`;
  if (watch.inbox.length || phone.inbox.length) return "an inbox is full";
  let bytes = 0;
  for (const [name, content] of watch.files) {
    if (!FILES_AT_REST.includes(name)) return `${name} stays on the watch`;
    bytes += content.length;
  }
  if (bytes > MOST_BYTES) return `${bytes} bytes stay on the watch`;
  let beside = 0;
  for (const [key, text] of Object.entries(phone.localStorage.entries())) {
    if (!MONTH_KEY.test(key)) beside += key.length + text.length;
  }
  return beside > MOST_BESIDE
    ? `${beside} characters stay on the phone`
    : undefined;
}

/** Watch and phone count the same sessions in this week, where the phone has any. */
function checkWeek(life: Life): void {
  const { world } = life;
  const history = History.open(
    storeOf({ ...world.phone.localStorage.entries() }),
  );
  const { weeks, tail } = history!.totals;
  const week = weekOf(world.wallMs / 1000, 0, weeks.before);
  const count = countIn(weeks, week);
  const shown = world.watch.texts().count;
  if (tail && shown?.split("/")[0] !== String(count))
    life.fail(`the watch counts ${shown}, the phone ${count}`);
}

/**
 * Checks the end of a life, when the watch has met the phone that is there: all
 * but the sessions.
 * @throws Violation
 */
export function checkMeeting(life: Life): void {
  checkRequests(life);
  const pending = pendingWork(life);
  if (pending) life.fail(pending);
  const shown = life.world.watch.texts().routine;
  const { chosen } = life.phone;
  if (shown !== chosen) {
    life.fail(`the watch has ${shown}, the phone chose ${chosen}`);
  }
  checkWeek(life);
}
