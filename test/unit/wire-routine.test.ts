import fc from "fast-check";
import { CATALOGUE } from "../../common/catalogue";
import { defaultRoutine } from "../../common/dose";
import { routineFault } from "../../common/limits";
import { Result, faultText } from "../../common/result";
import { Routine } from "../../common/routine";
import { packRoutine, unpackRoutine } from "../../common/wire/routine";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { truncations, withByte } from "../builders/bytes";
import { check } from "../builders/check";
import {
  FULL,
  anItem,
  aRoutine,
  anyRoutine,
} from "../../verification/builders/routines";

/** What the other side makes of the bytes; undefined when they are no CBOR. */
function receive(bytes: Uint8Array): Result<Routine> | undefined {
  const decoded = readCbor(bytes);
  return decoded && unpackRoutine(decoded.value);
}

function refusal(packed: unknown): string {
  const read = unpackRoutine(packed);
  return read.ok ? "fine" : faultText(read.fault);
}

/** Fails when damaged bytes became a routine that no phone could have sent. */
function expectRefusedOrValid(bytes: Uint8Array): void {
  const read = receive(bytes);
  if (!read) return;
  if (read.ok) {
    expect(routineFault(read.value)).toBeUndefined();
    expect(receive(encodeCbor(packRoutine(read.value)))).toEqual(read);
  } else expect(faultText(read.fault)).toMatch(/^.+ is .*; allowed: .+$/);
}

describe("a routine on the wire", () => {
  test("arrives as it was sent", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        const bytes = encodeCbor(packRoutine(routine));
        expect(receive(bytes)).toEqual({ ok: true, value: routine });
      }),
      60,
    );
  });

  test("of ten items at their largest takes at most 400 bytes", () => {
    const items = CATALOGUE.slice(-10).map(({ id, kind }) =>
      kind === "hold"
        ? anItem(id, { sets: 10, hold: 599.5, rest: 300, sides: 2 })
        : anItem(id, {
            ...{ sets: 10, reps: 50, rest: 300, sides: 2 },
            ...{ lift: 599.5, hold: 599.5, lower: 599.5 },
          }),
    );
    const name = "Thirty characters for the name";
    const revision = 4294967295;
    const routine = aRoutine({ name, revision, ready: 60, switch: 60, items });
    expect(routineFault(routine)).toBeUndefined();
    expect(encodeCbor(packRoutine(routine)).length).toBeLessThanOrEqual(400);
  });

  test("cut short anywhere is refused", () => {
    for (const bytes of truncations(
      encodeCbor(packRoutine(defaultRoutine())),
    )) {
      const read = receive(bytes);
      expect(read === undefined || !read.ok).toBe(true);
    }
  });

  test("with any one byte changed to any other is refused or still valid", () => {
    const items = [anItem("plank", { exercise: "custom", name: "Bridge" })];
    for (const routine of [defaultRoutine(), aRoutine({ items })]) {
      const bytes = encodeCbor(packRoutine(routine));
      for (let at = 0; at < bytes.length; at++) {
        for (let value = 0; value < 256; value++) {
          expectRefusedOrValid(withByte(bytes, at, value));
        }
      }
    }
  });

  test("of any shape, damaged anywhere, is refused or still valid", () => {
    const place = fc.nat({ max: 1000 });
    const value = fc.integer({ min: 0, max: 255 });
    check(
      fc.property(anyRoutine(FULL), place, value, (routine, where, byte) => {
        const bytes = encodeCbor(packRoutine(routine));
        expectRefusedOrValid(withByte(bytes, where % bytes.length, byte));
        expectRefusedOrValid(bytes.slice(0, where % bytes.length));
      }),
      60,
    );
  });
});

describe("a packed routine is refused", () => {
  const packed = packRoutine(defaultRoutine());
  const row = packed[7][0];

  function withEntry(place: number, value: unknown): unknown {
    return packed.map((entry, i) => (i === place ? value : entry));
  }

  test.each<[unknown, string]>([
    [[2, "a form yet to come"], "version is 2; allowed: 1; update this app"],
    [withEntry(0, 2), "version is 2; allowed: 1; update this app to read it"],
    [withEntry(0, 0), "version is 0; allowed: 1"],
    [withEntry(0, NaN), "version is NaN; allowed: 1"],
    [packed.slice(0, 7), 'routine is "7 entries"; allowed: 8, the last a list'],
    [[...packed, 1], 'routine is "9 entries"; allowed: 8, the last a list'],
    [withEntry(7, {}), 'routine is "8 entries"; allowed: 8, the last a list'],
    [withEntry(1, "1"), 'revision is "1"; allowed: a whole number'],
    [withEntry(2, null), "name is null; allowed: 1 to 30 printable"],
    [withEntry(6, 256), "preferences is 256; allowed: bits from 0 to 255"],
    [withEntry(6, 1.5), "preferences is 1.5; allowed: bits from 0 to 255"],
    [withEntry(7, [row, 5]), "items[1] is 5; allowed: a known item"],
    [{}, "routine is an object; allowed: a list of 8 entries"],
    [undefined, "routine is undefined; allowed: a list of 8 entries"],
  ])("as %j", (given, start) => {
    expect(refusal(given).slice(0, start.length)).toBe(start);
  });

  test.each<[unknown]>([
    [17],
    [-1],
    [0.5],
    [null],
    [[0]],
    [{ toString: 1, valueOf: 1 }],
  ])("with the exercise %j", (code) => {
    const rows = [[code, ...row!.slice(1)]];
    expect(refusal(withEntry(7, rows))).toMatch(/^items\[0\] is .* a known/);
  });

  test("whatever else it is, without throwing", () => {
    check(
      fc.property(fc.anything({ withBigInt: true, withMap: true }), (given) => {
        expect(unpackRoutine(given).ok).toBe(false);
        expect(unpackRoutine([1, 0, "a", 0, 0, 0, 0, [given]]).ok).toBe(false);
      }),
      100,
    );
  });
});
