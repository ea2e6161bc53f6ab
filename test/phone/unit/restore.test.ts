import fc from "fast-check";
import { shortened } from "../../../phone/history/brief-session";
import { HistoryEntry, entryId } from "../../../phone/history/entry";
import { toCsv, toJson } from "../../../phone/history/export";
import { History } from "../../../phone/history/history";
import { readExport } from "../../../phone/history/restore";
import {
  MERGED,
  sessionEntry as session,
} from "../../../verification/builders/entries";
import { anyRecord, record } from "../../../verification/builders/records";
import { MemoryStorage } from "../../../verification/builders/storage";

function read(text: string): { entries: HistoryEntry[]; unusable: number } {
  const result = readExport(text);
  if (!result.ok) throw new Error(result.fault.allowed);
  return result.value;
}

/** A history that took an export in, on a phone of its own. */
function restoredTo(history: History, text: string): Record<string, number> {
  const became: Record<string, number> = {};
  read(text).entries.forEach((entry) => {
    const added = history.add(entry);
    became[added] = (became[added] || 0) + 1;
  });
  return became;
}

it("gives back every session that was exported, to the last value", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 5 }), (records) => {
      const entries = records.map(session);
      const all = [...entries, ...entries.map(shortened), MERGED];
      // A field of one line loses the line breaks.
      const pasted = toJson(all).replace(/\n/g, "");
      expect(read(pasted)).toEqual({ entries: all, unusable: 0 });
    }),
    { numRuns: 50 },
  );
});

it("makes another phone's history the same, and twice the same export adds nothing", () => {
  const records = [0, 1, 2, 9].map((day) => record(1772434800 + day * 86400));
  const mine = History.open(new MemoryStorage())!;
  [...records.map(session), MERGED].forEach((entry) => mine.add(entry));
  const text = toJson(mine.entries().reverse());
  const other = History.open(new MemoryStorage())!;
  other.add(session(records[1]!));
  expect(restoredTo(other, text)).toEqual({ stored: 4, known: 1 });
  expect(restoredTo(other, text)).toEqual({ known: 5 });
  expect(other.entries()).toEqual(mine.entries());
  expect({ ...other.totals, tail: "" }).toEqual({ ...mine.totals, tail: "" });
});

it("leaves away what was deleted on this phone", () => {
  const one = record(1772434800);
  const history = History.open(new MemoryStorage())!;
  history.add(session(one));
  const text = toJson(history.entries());
  history.remove(one.id, one.start);
  expect(restoredTo(history, text)).toEqual({ deleted: 1 });
  expect(history.entries()).toEqual([]);
});

it("counts lines that cannot be used, and takes the rest", () => {
  const good = record(1772434800);
  const text = (change: (line: Record<string, unknown>) => void): string => {
    const [line] = JSON.parse(toJson([session(good)])) as Array<
      Record<string, unknown>
    >;
    change(line!);
    return JSON.stringify([line, ...(JSON.parse(toJson([MERGED])) as [])]);
  };
  const bad: Array<(line: Record<string, unknown>) => void> = [
    (line) => (line["id"] = "../../etc"),
    (line) => (line["start"] = "soon"),
    (line) => (line["outcome"] = "won"),
    (line) => (line["items"] = []),
    (line) => (line["items"] = [{ exercise: "of-a-newer-app" }]),
    (line) => (line["items"] = [null]),
    (line) => delete line["items"],
    (line) => (line["activeSeconds"] = -1),
  ];
  bad.forEach((change) => {
    const { entries, unusable } = read(text(change));
    expect([entries.map(entryId), unusable]).toEqual([[entryId(MERGED)], 1]);
  });
  expect(read("[null, 3, [], {}]")).toEqual({ entries: [], unusable: 4 });
});

it("refuses what is no export, or not all of one", () => {
  const text = toJson([session(record(1772434800))]);
  const wrong = ["", "soon", "{}", text.slice(0, -5), toCsv([])];
  wrong.forEach((one) => expect(readExport(one).ok).toBe(false));
  expect(readExport("\ufeff" + text).ok).toBe(true);
});
