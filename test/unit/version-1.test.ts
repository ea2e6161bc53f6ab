import fc from "fast-check";
import { UNCHECKED_VERSION } from "../../common/record";
import { faultText } from "../../common/result";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { packRoutine, unpackRoutine } from "../../common/wire/routine";
import {
  ofVersion1,
  packRecord1,
  packRoutine1,
} from "../../verification/builders/version-1";
import {
  aRecord,
  anyRecord,
  anyUncheckedRecord,
} from "../../verification/builders/records";
import {
  FULL,
  aRoutine,
  anyRoutine,
} from "../../verification/builders/routines";
import { check } from "../builders/check";

/** Flags of later versions: every bit from the eighth to the sixteenth. */
const laterBits = fc.integer({ min: 0, max: 127 }).map((bits) => bits << 7);

function refusal(read: ReturnType<typeof unpackRoutine>): string {
  return read.ok ? "fine" : faultText(read.fault);
}

describe("a routine packed as version 1", () => {
  test("reads as the same routine", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        expect(unpackRoutine(packRoutine1(routine))).toEqual({
          ok: true,
          value: ofVersion1(routine),
        });
      }),
      100,
    );
  });

  test("as the app before wrote it, is read to the last field", () => {
    const items = [
      [2, 4, 1, 1, 0, 120, 0, 30],
      ["Bridge", 3, 2, 6, 3, 4, 5, 20],
    ];
    const packed = [1, 7, "Mine", 9, 14, 6, 5 * 32 + 16 + 4 + 1, items];
    expect(unpackRoutine(packed)).toMatchObject({
      ok: true,
      value: {
        version: 2,
        revision: 7,
        name: "Mine",
        ready: 9,
        between: 14,
        switch: 6,
        goal: 5,
        items: [
          { exercise: "plank", hold: 60, included: true, sides: 1 },
          {
            ...{ exercise: "custom", name: "Bridge", kind: "reps" },
            ...{ included: false, sides: 2, sets: 2, reps: 6 },
            ...{ lift: 1.5, hold: 2, lower: 2.5, rest: 20 },
          },
        ],
        preferences: {
          strength: "strong",
          repPulses: true,
          halfway: false,
          finalSeconds: true,
          keepScreenOn: false,
        },
      },
    });
  });

  test("from before there was a goal has a goal of three", () => {
    const packed = packRoutine1(aRoutine());
    packed[6] = 7;
    expect(unpackRoutine(packed)).toMatchObject({ value: { goal: 3 } });
  });

  test("is not changed by being read", () => {
    const packed = packRoutine1(aRoutine());
    const before = JSON.stringify(packed);
    unpackRoutine(packed);
    expect(JSON.stringify(packed)).toBe(before);
  });

  test.each<[string, unknown[], string]>([
    ["9 entries", [...packRoutine1(aRoutine()), 3], 'routine is "9 entries"'],
    [
      "more flags than it had",
      packRoutine1(aRoutine({ goal: 8 })),
      "preferences is 263; allowed: bits from 0 to 255",
    ],
  ])("of %s is refused", (_what, packed, start) => {
    expect(refusal(unpackRoutine(packed)).slice(0, start.length)).toBe(start);
  });
});

describe("a record packed as version 1", () => {
  test("reads as the same record", () => {
    check(
      fc.property(anyUncheckedRecord, (record) => {
        expect(unpackRecord(packRecord1(record))).toEqual({
          ok: true,
          value: { ...record, version: UNCHECKED_VERSION },
        });
      }),
      100,
    );
  });

  test("of a flag that it did not have is refused", () => {
    const packed = packRecord1(aRecord());
    packed[14] = 2;
    expect(unpackRecord(packed).ok).toBe(false);
  });
});

describe("flags of versions to come", () => {
  test("leave a routine as it is without them", () => {
    check(
      fc.property(anyRoutine(FULL), laterBits, (routine, bits) => {
        const packed = packRoutine(routine);
        packed[6] |= bits;
        expect(unpackRoutine(packed)).toEqual({ ok: true, value: routine });
      }),
      60,
    );
  });

  test("leave a record as it is without them", () => {
    check(
      fc.property(anyRecord, laterBits, (record, bits) => {
        const packed: unknown[] = packRecord(record);
        packed[14] = (packed[14] as number) | bits;
        expect(unpackRecord(packed)).toEqual({ ok: true, value: record });
      }),
      60,
    );
  });
});
