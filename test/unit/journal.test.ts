import fc from "fast-check";
import { Entry, noteFault, write } from "../../app/session/journal";
import { Plan, S, newSession } from "../../app/session/session";
import { shortRoutine } from "../../verification/builders/routines";
import { check } from "../builders/check";
import { JournalEntry, readJournal, writtenJournal } from "../builders/journal";
import { COMMANDS } from "../builders/scripts";
import { EPOCH, KINDS, planOf } from "../builders/session";

const ID = "tlpwu8-0000";

/** What is stored beside the journal of a session with this id. */
function planWith(id: string): Plan {
  const plan = planOf(shortRoutine());
  plan[0] = id;
  return plan;
}

/** The bytes of a journal, one entry after another. */
function written(entries: JournalEntry[], id = ID): Uint8Array {
  const bytes = writtenJournal(planWith(id), entries);
  expect(bytes.length).toBe(entries.length * Entry.Bytes);
  return bytes;
}

function read(bytes: Uint8Array, id = ID): JournalEntry[] {
  return readJournal(planWith(id), bytes);
}

const kinds = ["mark", "fault", ...COMMANDS] as const;

/** Entries whose times never go back. */
const anyEntries = fc
  .array(
    fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 90000 })),
    { maxLength: 40, size: "max" },
  )
  .map((list) => {
    let at = 0;
    return list.map(([kind, after]) => ({ kind, at: (at += after) }));
  });

/** As many marks, ten seconds apart. */
function marks(count: number): JournalEntry[] {
  return Array.from({ length: count }, (_, i) => ({
    kind: "mark",
    at: i * 10000,
  }));
}

describe("a journal", () => {
  test("says what was written into it", () => {
    check(
      fc.property(anyEntries, (entries) => {
        expect(read(written(entries))).toEqual(entries);
      }),
      200,
    );
  });

  test("of an older app means what it meant then", () => {
    const codes = kinds.map((kind) => [kind, written([{ kind, at: 0 }])[0]]);
    expect(codes).toEqual([
      ["mark", 1],
      ["fault", 11],
      ["start", 2],
      ["pause", 3],
      ["resume", 4],
      ["skip", 5],
      ["restart", 7],
      ["previous", 8],
      ["more-rest", 9],
      ["end", 10],
    ]);
  });

  test("of hours, and of the last moment that fits, is read to its end", () => {
    const entries = marks(1000);
    entries.push({ kind: "end", at: 4294967295 });
    expect(read(written(entries))).toEqual(entries);
  });

  test("torn anywhere is read up to the last whole entry", () => {
    const entries = marks(20);
    const bytes = written(entries);
    for (let length = 0; length <= bytes.length; length++) {
      const whole = entries.slice(0, Math.floor(length / Entry.Bytes));
      expect(read(bytes.slice(0, length))).toEqual(whole);
    }
  });

  test("with zeros, or anything else, behind its end is read up to there", () => {
    const entries = marks(20);
    const bytes = written(entries);
    const tail = fc.oneof(
      fc.integer({ min: 1, max: 50 }).map((length) => new Uint8Array(length)),
      fc.uint8Array({ maxLength: 50 }),
    );
    check(
      fc.property(tail, (more) => {
        const found = read(Uint8Array.of(...bytes, ...more));
        expect(found.slice(0, 20)).toEqual(entries);
        expect(found.length).toBe(20);
      }),
      200,
    );
  });

  test("with one byte changed is read up to the entry that it is in", () => {
    const entries = marks(12);
    const bytes = written(entries);
    for (let place = 0; place < bytes.length; place++) {
      for (const by of [1, 2, 128, 255]) {
        const changed = bytes.slice();
        changed[place]! += by;
        const whole = entries.slice(0, Math.floor(place / Entry.Bytes));
        expect(read(changed)).toEqual(whole);
      }
    }
  });

  test("of another session is not taken for this one's", () => {
    const other = written(marks(5), "tlpwu8-zzzz");
    expect(read(other)).toEqual([]);
    expect(read(Uint8Array.of(...written(marks(3)), ...other))).toEqual(
      marks(3),
    );
  });

  test("in which time goes back is read up to there", () => {
    const entries = [...marks(3), { kind: "end" as const, at: 19999 }];
    expect(read(written(entries))).toEqual(marks(3));
  });

  test("forgets what lay behind an entry that was written over", () => {
    const bytes = written(marks(12));
    const pause: JournalEntry = { kind: "pause", at: 40000 };
    bytes.set(written([...marks(5), pause]));
    expect(read(bytes)).toEqual([...marks(5), pause]);
  });

  test("that is no journal at all says nothing, and does not throw", () => {
    check(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(read(bytes).length).toBeLessThan(2);
      }),
      500,
    );
  });

  test("on a watch that is full at times gets later what could not be written, but for marks", () => {
    const full = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });
    check(
      fc.property(anyEntries, full, (entries, pattern) => {
        const session = newSession(planWith(ID), EPOCH);
        const bytes: number[] = [];
        let turn = 0;
        let room = false;
        const append = (entry: ArrayBuffer, place: number) => {
          room = room || !pattern[turn++ % pattern.length];
          if (room) bytes.splice(place, 8, ...new Uint8Array(entry));
          return room;
        };
        const wanted: JournalEntry[] = [];
        for (const entry of entries) {
          room = false;
          const before = session[S.Written];
          write(session, KINDS[entry.kind], entry.at, append);
          if (entry.kind !== "mark" || room) wanted.push(entry);
          if (!room) expect(session[S.Written]).toBe(before);
        }
        const found = read(Uint8Array.from(bytes));
        expect(found).toEqual(wanted.slice(0, found.length));
        expect(found.length + session[S.Unwritten].length / 2).toBe(
          wanted.length,
        );
      }),
      200,
    );
  });

  test("says of failures beside the session only the first three", () => {
    const session = newSession(planWith(ID), EPOCH);
    const places: number[] = [];
    for (let i = 0; i < 10; i++) {
      noteFault(session, (_, place) => {
        places.push(place);
        return true;
      });
    }
    expect(places).toEqual([0, 8, 16]);
  });
});
