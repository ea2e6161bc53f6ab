import { Entry, readLine } from "./entry";
import { History } from "./history";
import { Keyed, fieldsOf, fromJson, wholeOr } from "../keyed";
import { readLinkState, readRefused, readRoutineState } from "../link-state";
import { NO_TOTALS, Totals } from "./totals";
import { weekOf } from "../../common/weeks";
import { countIn, streakTo } from "./week-counts";

/** Why the phone can keep no more, or keeps less. */
export type Trouble = "" | "full" | "newer";

/** All that the settings page knows of history and watch. */
export interface Summary {
  /** Sums; seconds in tenths. */
  totals: Pick<Totals, "sessions" | "active" | "sets" | "reps" | "hold">;
  /** The newest entries, newest first. */
  recent: Entry[];
  /** The week this was written in, its sessions, and the weeks in a row that
   * reached the goal before it. */
  week: number;
  count: number;
  streak: number;
  /** The phone's newest revision and the watch's; -1 when it never told. */
  revision: number;
  onWatch: number;
  /** Seconds since 1970, 0 for never. */
  since: number;
  seen: number;
  /** Sessions on the watch that are not yet here. */
  waiting: number;
  refused: number;
  /** Why the newest refused file was refused. */
  why: string;
  trouble: Trouble;
  /** The newest month with the essentials only, or empty. */
  shortened: string;
  /** How asking for the cues went. */
  feel: "" | "sent" | "closed";
}

/** What the companion knows beyond its storage. */
export interface Moment {
  /** Seconds since 1970 and minutes east of UTC. */
  now: number;
  offset: number;
  goal: number;
  trouble: Trouble;
  feel: Summary["feel"];
}

/** The summary as it is stored for the page; costs the same for any history. */
export function summaryText(
  local: Keyed,
  history: History | undefined,
  moment: Moment,
): string {
  const totals = history ? history.totals : NO_TOTALS;
  const week = weekOf(moment.now, moment.offset);
  const link = readLinkState(local);
  const refused = readRefused(local);
  const { sessions, active, sets, reps, hold } = totals;
  return JSON.stringify({
    totals: { sessions, active, sets, reps, hold },
    recent: totals.recent,
    week,
    count: countIn(totals.weeks, week),
    streak: streakTo(totals.weeks, week - 1, moment.goal),
    revision: readRoutineState(local).revision,
    onWatch: link.watch ? link.watch.revision : -1,
    since: link.since,
    seen: link.seen,
    waiting: link.watch ? link.watch.waiting : 0,
    refused: refused.count,
    why: refused.aside.length ? refused.aside[0]!.why : "",
    trouble: moment.trouble,
    shortened: history ? history.shortenedUntil() : "",
    feel: moment.feel,
  });
}

/** Reads the summary; what is missing or wrong in it counts as nothing yet. */
export function readSummary(text: unknown): Summary {
  const fields = fieldsOf(fromJson(text));
  const totals = fieldsOf(fields.totals);
  const number = (value: unknown): number => wholeOr(value, 0, 1e15);
  const word = <T extends string>(value: unknown, known: T[]): T | "" =>
    known.filter((one) => one === value)[0] || "";
  const recent = Array.isArray(fields.recent) ? fields.recent : [];
  const shortened = fields.shortened;
  return {
    totals: {
      sessions: number(totals.sessions),
      active: number(totals.active),
      sets: number(totals.sets),
      reps: number(totals.reps),
      hold: number(totals.hold),
    },
    recent: recent
      .map((line: unknown) =>
        typeof line === "string" ? readLine(line) : undefined,
      )
      .filter((entry): entry is Entry => entry !== undefined),
    week: number(fields.week),
    count: number(fields.count),
    streak: number(fields.streak),
    revision: number(fields.revision),
    onWatch: wholeOr(fields.onWatch, -1),
    since: number(fields.since),
    seen: number(fields.seen),
    waiting: number(fields.waiting),
    refused: number(fields.refused),
    why: typeof fields.why === "string" ? fields.why : "",
    trouble: word(fields.trouble, ["full", "newer"]),
    shortened:
      typeof shortened === "string" && /^\d{4}-\d\d$/.test(shortened)
        ? shortened
        : "",
    feel: word(fields.feel, ["sent", "closed"]),
  };
}

/** This week's sessions and the weeks in a row, also in a later week. */
export function weekView(
  summary: Summary,
  week: number,
  goal: number,
): { count: number; streak: number } {
  const { count, streak } = summary;
  const reached = count >= goal ? streak + 1 : 0;
  if (week === summary.week) return { count, streak: reached || streak };
  return { count: 0, streak: week === summary.week + 1 ? reached : 0 };
}
