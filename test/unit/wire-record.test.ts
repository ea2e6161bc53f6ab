import fc from "fast-check";
import { codeOf } from "../../common/exercise-codes";
import { EXERCISES } from "../../common/exercises";
import { SessionRecord, sessionId } from "../../common/record";
import { Result, faultText } from "../../common/result";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { truncations, withByte } from "../builders/bytes";
import { check } from "../builders/check";
import {
  aCheckedRecord,
  aRecord,
  anyRecord,
} from "../../verification/builders/records";

/** What the other side makes of the bytes; undefined when they are no CBOR. */
function receive(bytes: Uint8Array): Result<SessionRecord> | undefined {
  const decoded = readCbor(bytes);
  return decoded && unpackRecord(decoded.value);
}

function refusal(packed: unknown): string {
  const read = unpackRecord(packed);
  return read.ok ? "fine" : faultText(read.fault);
}

/** Fails when damaged bytes became a record that the history cannot hold. */
function expectRefusedOrValid(bytes: Uint8Array): void {
  const read = receive(bytes);
  if (!read) return;
  if (!read.ok) {
    expect(faultText(read.fault)).toMatch(/^.+ is .*; allowed: .+$/);
    return;
  }
  expect(receive(encodeCbor(packRecord(read.value)))).toEqual(read);
  const { id, routine, items } = read.value;
  expect(id).toMatch(/^[0-9a-z]+-[0-9a-z]{4}$/);
  expect(routine).toMatch(/^[ -~\u0080-\uffff]{1,30}$/);
  for (const { exercise, name, reps, holdSeconds } of items) {
    if (exercise === "custom")
      expect(name).toMatch(/^[ -~\u0080-\uffff]{1,30}$/);
    else expect(codeOf(exercise)).not.toBe(-1);
    expect(reps.length).toBe(holdSeconds.length);
    for (const n of [...reps, ...holdSeconds]) expect(n).not.toBeLessThan(0);
  }
}

describe("a session record on the wire", () => {
  test("arrives as it was sent", () => {
    check(
      fc.property(anyRecord, (record) => {
        const bytes = encodeCbor(packRecord(record));
        expect(receive(bytes)).toEqual({ ok: true, value: record });
      }),
      100,
    );
  });

  test("keeps figures that the watch measured in fractions, or not at all", () => {
    const record = aRecord({
      heartRate: { average: 101.6, max: 133 },
      calories: 54.4,
    });
    expect(receive(encodeCbor(packRecord(record)))).toEqual({
      ok: true,
      value: { ...record, heartRate: { average: 102, max: 133 }, calories: 54 },
    });
    const odd = aRecord({
      heartRate: { average: NaN, max: NaN },
      calories: -1,
    });
    expect(receive(encodeCbor(packRecord(odd)))).toEqual({
      ok: true,
      value: aRecord(),
    });
  });

  test("of ten items with sides and large numbers takes at most 250 bytes", () => {
    const items = EXERCISES.slice(-10).map(({ id }) => ({
      ...{ exercise: id, name: "", sets: 10, skipped: true, full: true },
      ...{ reps: [500, 500], holdSeconds: [6000, 6000] },
    }));
    const record = aRecord({
      ...{ routine: "Thirty characters for the name", items, revision: 65535 },
      ...{ offset: -720, activeSeconds: 6500, pausedSeconds: 6500 },
      ...{ heartRate: { average: 160, max: 190 }, calories: 999 },
      ...{ backBefore: 10, backAfter: 10, postRun: true },
    });
    expect(encodeCbor(packRecord(record)).length).toBeLessThanOrEqual(250);
    const checked = aCheckedRecord(
      { mode: "lighter", runMinutes: 1440, legBefore: 3, legAfter: 3 },
      { ...record, items: items.map((item) => ({ ...item, hurt: "leg" })) },
    );
    expect(encodeCbor(packRecord(checked)).length).toBeLessThanOrEqual(250);
  });

  test("cut short anywhere is refused", () => {
    for (const bytes of truncations(encodeCbor(packRecord(aRecord())))) {
      const read = receive(bytes);
      expect(read === undefined || !read.ok).toBe(true);
    }
  });

  test("with any one byte changed to any other is refused or still valid", () => {
    const bytes = encodeCbor(packRecord(aRecord()));
    for (let at = 0; at < bytes.length; at++) {
      for (let value = 0; value < 256; value++) {
        expectRefusedOrValid(withByte(bytes, at, value));
      }
    }
  });

  test("of any shape, damaged anywhere, is refused or still valid", () => {
    const place = fc.nat({ max: 2000 });
    const value = fc.integer({ min: 0, max: 255 });
    check(
      fc.property(anyRecord, place, value, (record, where, byte) => {
        const bytes = encodeCbor(packRecord(record));
        expectRefusedOrValid(withByte(bytes, where % bytes.length, byte));
        expectRefusedOrValid(bytes.slice(0, where % bytes.length));
      }),
      100,
    );
  });
});

describe("a packed record is refused", () => {
  const packed = packRecord(aRecord());

  function withEntry(place: number, value: unknown): unknown {
    return packed.map((entry, i) => (i === place ? value : entry));
  }

  test.each<[unknown, string]>([
    [[4, "a form yet to come"], "version is 4; allowed: 1 to 3; update this"],
    [withEntry(0, null), "version is null; allowed: 1 to 3"],
    [packed.slice(0, 15), 'record is "15 entries"; allowed: 16'],
    [withEntry(1, "../routine"), 'id is "../routine"; allowed: a session id'],
    [withEntry(3, "a\nb"), 'routine is "a\\nb"; allowed: 1 to 30 printable'],
    [withEntry(4, "1790000000"), 'record[4] is "1790000000"; allowed: 0 to'],
    [withEntry(5, 901), "record[5] is 901; allowed: -900 to 900"],
    [withEntry(8, 3), "record[8] is 3; allowed: 0 to 2"],
    [withEntry(14, 65536), "record[14] is 65536; allowed: 0 to 65535"],
    [withEntry(12, 11), "record[12] is 11; allowed: -1 to 10"],
    [withEntry(15, []), "items is a list of 0; allowed: a list of 1 to 40"],
    [withEntry(15, [[99, 0, 1, 1, 1]]), "items[0] is a list of 5; allowed: a"],
    [withEntry(15, [["\t", 0, 1, 1, 1]]), "items[0] is a list of 5; allowed"],
    [withEntry(15, [[{ toString: 1 }, 0, 1, 1, 1]]), "items[0] is a list of 5"],
    [withEntry(15, [[0, 0, 1, 1, 1, 1]]), "items[0] is a list of 6; allowed"],
    ["garbage", 'record is "garbage"; allowed: a list of 16 entries'],
  ])("as %j", (given, start) => {
    expect(refusal(given).slice(0, start.length)).toBe(start);
  });

  test.each<[unknown, string]>([
    [undefined, 'record is "16 entries"; allowed: 17'],
    [[0, 0, 1, 0, 0, 0], "check is a list of 6; allowed: a list of 7"],
    [[4, 0, 1, 0, 0, 0, 0], "check is a list of 7"],
    [[0, -2, 1, 0, 0, 0, 0], "check is a list of 7"],
    [[0, 0, 0, 0, 0, 0, 0], "check is a list of 7"],
    [[0, 0, 1, 2, 0, 0, 0], "check is a list of 7"],
    [[0, 0, 1, 0, 3, 0, 0], "check is a list of 7"],
    [[0, 0, 1, 0, 0, -1, 0], "check is a list of 7"],
    [[0, 0, 1, 0, 0, 0, 1441], "check is a list of 7"],
  ])("with the check %j", (given, start) => {
    const checked = packRecord(aCheckedRecord()).slice(0, 16) as unknown[];
    if (given) checked.push(given);
    expect(refusal(checked).slice(0, start.length)).toBe(start);
  });

  test("with an exercise that hurt in two places, or bits of a later version", () => {
    const bits = (second: number) =>
      packRecord(aCheckedRecord()).map((entry, i) =>
        i === 15 ? [0, second, 1, 5, 10, -1, -1] : entry,
      );
    expect([7, 11, 19].map((n) => refusal(bits(n)))).toEqual(
      Array(3).fill("fine"),
    );
    for (const n of [12, 20, 24, 28, 32, 36])
      expect(refusal(bits(n))).toMatch(/^items\[0\] is a list of 5/);
  });

  test("whatever else it is, without throwing", () => {
    check(
      fc.property(fc.anything({ withBigInt: true, withMap: true }), (given) => {
        expect(unpackRecord(given).ok).toBe(false);
        expect(unpackRecord(withEntry(15, [given])).ok).toBe(false);
      }),
      100,
    );
  });
});

test("a record without a check tells full only of a session that was completed", () => {
  const full = (changes: Partial<SessionRecord>) => {
    const read = unpackRecord(packRecord(aRecord(changes)));
    return read.ok && read.value.items.map((item) => item.full);
  };
  expect(full({})).toEqual([true, true]);
  expect(full({ outcome: "ended" })).toEqual([false, false]);
});

test("a session's id says when it began and is fit for a file name", () => {
  expect(sessionId(1790000000, 0)).toBe("tlpwu8-0000");
  expect(sessionId(1790000000, 0.9999999)).toBe("tlpwu8-zzzz");
});
