import { Back, riseOf } from "../../common/coach/ask";
import { Check, Hurt, ItemRecord, total } from "../../common/record";
import {
  HistoryEntry,
  entryId,
  entryOffset,
  entryStart,
} from "../history/entry";
import { coachKey } from "./classes";
import { K } from "./constants";

/** What was done of one exercise, all its places in the routine together. */
export interface DoneItem {
  /** As `coachKey`. */
  key: string;
  full: boolean;
  /** Something of it was done. */
  begun: boolean;
  skipped: boolean;
  hurt: Hurt | undefined;
  /** Reps or seconds of left and right; undefined where there is one side. */
  sides: readonly [left: number, right: number] | undefined;
}

/** A session as the coach sees it. */
export interface CoachSession {
  id: string;
  /** Seconds since 1970. */
  start: number;
  /** Minutes east of UTC. */
  offset: number;
  completed: boolean;
  postRun: boolean;
  /** How the back felt, 0 to 10; undefined where it was not answered. */
  before: number | undefined;
  after: number | undefined;
  /** Undefined for a session of before there were questions, or that was merged. */
  check: Check | undefined;
  items: DoneItem[];
}

function doneItem(item: ItemRecord): DoneItem {
  const reps = total(item.reps);
  const amounts = reps ? item.reps : item.holdSeconds;
  return {
    key: coachKey(item),
    full: item.full,
    begun: item.sets > 0 || reps > 0 || total(item.holdSeconds) > 0,
    skipped: item.skipped,
    hurt: item.hurt,
    sides: amounts.length === 2 ? [amounts[0]!, amounts[1]!] : undefined,
  };
}

/** Several places of one exercise become one. */
function joined(items: ReadonlyArray<DoneItem>): DoneItem[] {
  const all: DoneItem[] = [];
  items.forEach((item) => {
    const there = all.filter(({ key }) => key === item.key)[0];
    if (!there) return all.push({ ...item });
    there.full = there.full && item.full;
    there.begun = there.begun || item.begun;
    there.skipped = there.skipped || item.skipped;
    there.hurt = there.hurt || item.hurt;
    return undefined;
  });
  return all;
}

/** An entry of the history as the coach sees it; of merged sessions there is only the date. */
export function coachSession(entry: HistoryEntry): CoachSession {
  const record = entry.kind === "session" ? entry.record : undefined;
  return {
    id: entryId(entry),
    start: entryStart(entry),
    offset: entryOffset(entry) || 0,
    completed: !!record && record.outcome === "completed",
    postRun: !!record && record.postRun,
    before: record && record.backBefore,
    after: record && record.backAfter,
    check: record && record.check,
    items: record ? joined(record.items.map(doneItem)) : [],
  };
}

/** An answer as `common/coach` takes it. */
export function known(answer: number | undefined): number {
  return answer === undefined ? -1 : answer;
}

/** How much the back rose; 0 where one answer is missing. */
export function rise({ before, after }: CoachSession): number {
  return riseOf(known(before), known(after));
}

/** The worst answer about the leg, -1 for none. */
export function worstLeg({ check }: CoachSession): number {
  if (!check) return -1;
  return Math.max(known(check.legBefore), known(check.legAfter));
}

/** The leg was worse after the session. */
export function isLegWorse({ check }: CoachSession): boolean {
  return !!check && known(check.legAfter) >= 2;
}

export function isPainful(session: CoachSession): boolean {
  return (
    rise(session) >= Back.Rise ||
    known(session.after) >= Back.Red ||
    isLegWorse(session)
  );
}

/** Nothing in the answers speaks against it; without answers it is not calm. */
export function isCalm(session: CoachSession): boolean {
  const { before, after } = session;
  return (
    before !== undefined &&
    after !== undefined &&
    before <= K.calmBack &&
    rise(session) <= K.calmRise &&
    worstLeg(session) < 1
  );
}

/** Done as planned, and not easy or lighter. */
export function isPlanned({ check }: CoachSession): boolean {
  return !!check && check.mode === "planned";
}

export function isTooHard({ check }: CoachSession): boolean {
  return !!check && check.effort === 3;
}

/** Begun, not skipped, and not done in full. */
export function isPart(item: DoneItem): boolean {
  return item.begun && !item.full && !item.skipped;
}

export function itemOf(
  session: CoachSession,
  key: string,
): DoneItem | undefined {
  return session.items.filter((item) => item.key === key)[0];
}

/** The exercise that hurt back or leg, in the runner's words. */
export function namedItem(session: CoachSession): DoneItem | undefined {
  return session.items.filter(
    ({ hurt }) => hurt === "back" || hurt === "leg",
  )[0];
}

/** The exercise that hurt elsewhere. */
export function elsewhereItem(session: CoachSession): DoneItem | undefined {
  return session.items.filter(({ hurt }) => hurt === "elsewhere")[0];
}
