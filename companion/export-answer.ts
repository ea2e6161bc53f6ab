import { weeksOf } from "../phone/coach/weeks";
import { allChanges } from "../phone/history/changes";
import { checksSince } from "../phone/history/checks";
import { toCsv, toJson } from "../phone/history/export";
import { goalIn, readGoals } from "../phone/history/goals";
import { History } from "../phone/history/history";
import { packEntry } from "../phone/history/packed-entry";
import { plannedOf } from "../phone/history/plans";
import { stepsAt } from "../phone/history/steps";
import { checksCsv, exercisesCsv, weeksCsv } from "../phone/history/tables";
import { ASK_KEY, EXPORT_KEY } from "../phone/settings/keys";
import { KeyValueStore } from "../phone/key-value-store";

const FORMATS = [
  "csv",
  "json",
  "list",
  "exercises",
  "checks",
  "weeks",
] as const;

type Format = (typeof FORMATS)[number];

/** Rows in one part: as many lines as the page can show to be copied, or as fit a list. */
const PARTS: { readonly [format in Format]: number } = {
  csv: 250,
  json: 250,
  list: 10,
  exercises: 50,
  checks: 250,
  weeks: 250,
};

/** What an export is made of: rows, the newest first, and the text of some of them. */
interface Table<Row> {
  rows: Row[];
  textOf: (rows: Row[]) => string;
}

/** A part of a table, counted from 1, and how many there are. */
function partOf<Row>(
  { rows, textOf }: Table<Row>,
  size: number,
  asked: number,
): { part: number; parts: number; text: string } {
  const parts = Math.max(1, Math.ceil(rows.length / size));
  const part = Math.min(parts, Math.max(1, asked));
  return {
    part,
    parts,
    text: textOf(rows.slice((part - 1) * size, part * size)),
  };
}

function table<Row>(
  rows: Row[],
  textOf: (rows: Row[]) => string,
): Table<unknown> {
  return {
    rows: rows.slice().reverse(),
    textOf: textOf as Table<unknown>["textOf"],
  };
}

function tableOf(
  format: Format,
  local: KeyValueStore,
  history: History,
  goal: number,
): Table<unknown> {
  if (format === "checks") return table(checksSince(local, 0), checksCsv);
  const entries = history.entries();
  if (format === "exercises") {
    const steps = stepsAt(local);
    const planned = plannedOf(local);
    return table(entries, (part) => exercisesCsv(part, steps, planned));
  }
  const changes = allChanges(local);
  if (format === "weeks") {
    const goals = readGoals(local);
    const { before } = history.totals.weeks;
    return table(weeksOf(entries, before), (weeks) =>
      weeksCsv(weeks, (week) => goalIn(goals, week, goal)),
    );
  }
  if (format === "csv") return table(entries, (part) => toCsv(part, changes));
  if (format === "json") return table(entries, (part) => toJson(part, changes));
  return table(entries, (part) => part.map(packEntry).join("\n"));
}

/**
 * Writes the part of the history that the page asks for into the settings:
 * {format, part, parts, text}, the newest rows in part 1; of a "list" the
 * text is a packed entry a line. Removes it when
 * nothing is asked for, or when there is no history. `goal` is that of weeks of
 * which none was noted.
 * @throws When there is no room.
 */
export function answerExport(
  settings: KeyValueStore,
  local: KeyValueStore,
  history: History | undefined,
  goal: number,
): void {
  const asked = /^([a-z]+) (\d{1,4})$/.exec(settings.getItem(ASK_KEY) || "");
  const format = asked && FORMATS.filter((one) => one === asked[1])[0];
  if (!format || !history) {
    settings.removeItem(EXPORT_KEY);
    return;
  }
  const all = tableOf(format, local, history, goal);
  const answer = partOf(all, PARTS[format], Number(asked[2]));
  settings.setItem(EXPORT_KEY, JSON.stringify({ format, ...answer }));
}
