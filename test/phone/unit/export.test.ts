import fc from "fast-check";
import { entryId } from "../../../phone/history/entry";
import { toCsv, toJson } from "../../../phone/history/export";
import { sessionLine } from "../../../phone/history/session-line";
import { ItemRecord } from "../../../common/record";
import { sessionText } from "../../../tools/session/text";
import {
  MERGED,
  sessionEntry as session,
} from "../../../verification/builders/entries";
import { anyRecord, record } from "../../../verification/builders/records";

/** Reads CSV as RFC 4180 says a spreadsheet does. */
function readCsv(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g;
  for (const [whole, cell, end] of text.slice(1).matchAll(cells)) {
    if (!whole) break;
    const plain = cell!.startsWith('"')
      ? cell!.slice(1, -1).replace(/""/g, '"')
      : cell!;
    rows[rows.length - 1]!.push(plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

it("writes dates as ISO 8601 with the runner's own offset", () => {
  const dated = (at: number, offset: number): string | undefined =>
    readCsv(toCsv([session(record(at, { offset }))]))[1]![1];
  const start = Date.UTC(2026, 10, 22, 23, 30) / 1000;
  expect(dated(start, 60)).toBe("2026-11-23T00:30:00+01:00");
  expect(dated(start, -570)).toBe("2026-11-22T14:00:00-09:30");
  expect(dated(start, 0)).toBe("2026-11-22T23:30:00+00:00");
  expect(dated(0, -720)).toBe("1969-12-31T12:00:00-12:00");
});

it("makes one row a session below a header, in any spreadsheet", () => {
  const records = fc.array(anyRecord, { maxLength: 8 });
  fc.assert(
    fc.property(records, (given) => {
      const rows = readCsv(toCsv(given.map(session)));
      expect(rows).toHaveLength(given.length + 1);
      rows.forEach((row) => expect(row).toHaveLength(26));
      given.forEach((one, i) => {
        const [id, start, outcome] = rows[i + 1]!;
        expect([id, outcome]).toEqual([one.id, one.outcome]);
        expect(Date.parse(start!) / 1000).toBe(one.start);
      });
    }),
    { numRuns: 50 },
  );
});

it("says what was done of each exercise", () => {
  const rows = readCsv(toCsv([session(record(1772434800))]));
  const cells = Object.fromEntries(
    rows[0]!.map((name, i) => [name, rows[1]![i]]),
  );
  expect(cells).toMatchObject({
    start: "2026-03-02T08:00:00+01:00",
    active_seconds: "1026.5",
    sets: "4",
    reps: "45",
    hold_seconds: "345",
    calories: "",
    exercises: "hip-raise: 45 reps; side-plank: 120 s",
  });
});

it("lets no name become a formula, in wide signs and behind blanks neither", () => {
  const plain = ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "\tA1"];
  const wide = ["＝1+1", "＋1", "－1", "＠A1", "﹦1", "﹢1", "−1"];
  const behind = [
    " =1",
    "  ＝1",
    "\u00a0=1",
    "\u3000=1",
    "\u200b=1",
    "\ufeff@A1",
  ];
  [...plain, ...wide, ...behind].forEach((routine) => {
    const text = toCsv([session(record(1772434800, { routine }))]);
    expect(readCsv(text)[1]![9]).toBe("'" + routine);
  });
});

it("leaves names alone that are no formula", () => {
  ["Runner's Core", "3-2-1", "a=b", " plank"].forEach((routine) => {
    const text = toCsv([session(record(1772434800, { routine }))]);
    expect(readCsv(text)[1]![9]).toBe(routine);
  });
});

it("says of what was not reached that it was not done, and of a rep begun that it is none", () => {
  const done = (
    exercise: string,
    reps: number,
    hold: number,
    skipped = false,
  ): ItemRecord => ({
    exercise,
    name: exercise === "custom" ? "Bridge" : "",
    sets: 0,
    reps: [reps],
    holdSeconds: [hold],
    skipped,
    full: false,
  });
  const items = [
    done("hip-raise", 12, 60, true),
    done("bird-dog", 0, 3),
    done("custom", 0, 4.5),
    done("plank", 0, 0, true),
    done("hip-raise", 0, 0),
    done("plank", 0, 0),
  ];
  const one = record(1772434800, { outcome: "ended", items });
  const exercises =
    "hip-raise: skipped, 12 reps; bird-dog: 0 reps; Bridge: 4.5 s; " +
    "plank: skipped; hip-raise: not done; plank: not done";
  expect(readCsv(toCsv([session(one)]))[1]![17]).toBe(exercises);
  expect(sessionText(sessionLine(one)).split("\n").slice(1)).toEqual([
    "        hip-raise: 0 sets, skipped, 12 reps",
    "        bird-dog: 0 sets, 0 reps",
    "        Bridge: 0 sets, 4.5 s",
    "        plank: skipped",
    "        hip-raise: not done",
    "        plank: not done",
  ]);
});

it("is JSON as the session command prints it", () => {
  const list = JSON.parse(toJson([session(record(1772434800))])) as unknown[];
  expect(list).toEqual([
    {
      id: record(1772434800).id,
      outcome: "completed",
      start: 1772434800,
      offset: 60,
      routine: "Runner's Core",
      revision: 3,
      activeSeconds: 1026.5,
      pausedSeconds: 12,
      items: [
        {
          exercise: "hip-raise",
          sets: 3,
          reps: 45,
          holdSeconds: 225,
          skipped: false,
        },
        {
          exercise: "side-plank",
          sets: 1,
          reps: 0,
          holdSeconds: 120,
          sides: {
            left: { reps: 0, holdSeconds: 60 },
            right: { reps: 0, holdSeconds: 60 },
          },
          skipped: false,
        },
      ],
    },
  ]);
  expect(toJson([])).toBe("[]\n");
});

it("keeps what is left of shortened and merged sessions", () => {
  const merged = MERGED;
  expect(JSON.parse(toJson([merged]))).toEqual([
    {
      id: entryId(merged),
      outcome: "merged",
      start: 1772734800,
      firstStart: 1772434800,
      offset: 0,
      activeSeconds: 3000.5,
      sessions: 3,
      sets: 30,
      reps: 200,
      holdSeconds: 900,
    },
  ]);
  expect(readCsv(toCsv([merged]))[1]!.slice(2, 9)).toEqual([
    "merged",
    "3",
    "3000.5",
    "",
    "30",
    "200",
    "900",
  ]);
});
