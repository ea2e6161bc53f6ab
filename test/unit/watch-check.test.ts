import fc from "fast-check";
import { checkCoach } from "../../app/storage/coach-check";
import { checkRoutine } from "../../app/storage/routine-check";
import { defaultRoutine } from "../../common/default-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { C, packCoach, unpackCoach } from "../../common/wire/coach";
import { packRoutine, unpackRoutine } from "../../common/wire/routine";
import { anyCoach } from "../../verification/builders/coach";
import { FULL, SMALL, anyRoutine } from "../../verification/builders/routines";
import {
  ofVersion1,
  packRoutine1,
} from "../../verification/builders/version-1";

/** Numbers around the limits, and things that are none. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    -1,
    0,
    1,
    2,
    3,
    4,
    5,
    7,
    8,
    10,
    11,
    16,
    17,
    31,
    32,
    255,
    256,
    65535,
    65536,
    4294967399,
  ),
  fc.constantFrom<unknown>(50, 51, 60, 61, 300, 301, 1200, 1201, 4294967296),
  fc.constantFrom<unknown>(0.5, NaN, Infinity, "", " ", "Plank", "a\u0007b"),
  fc.constantFrom<unknown>(undefined, null, true, [], {}, "x".repeat(31)),
);

describe("what the watch takes from the phone", () => {
  test("is every routine that the phone can make, in one list", () => {
    fc.assert(
      fc.property(anyRoutine(FULL), (routine) => {
        expect(checkRoutine(packRoutine(routine))).toEqual(
          flatRoutine(packRoutine(routine)),
        );
      }),
    );
  });

  test("is every routine of version 1, in the form of this one", () => {
    fc.assert(
      fc.property(anyRoutine(FULL), (routine) => {
        expect(checkRoutine(packRoutine1(routine))).toEqual(
          flatRoutine(packRoutine(ofVersion1(routine))),
        );
      }),
    );
  });

  test("is just what the one validator lets pass, whatever is wrong", () => {
    fc.assert(
      fc.property(
        anyRoutine(SMALL),
        fc.constantFrom(1, 2),
        fc.nat(8),
        fc.option(fc.nat(7)),
        odd,
        (routine, version, place, inItem, value) => {
          const packed: unknown[] =
            version === 1 ? packRoutine1(routine) : packRoutine(routine);
          const items = packed[7] as unknown[][];
          if (inItem === null) packed[place] = value;
          else items[place % items.length]![inItem] = value;
          const taken = checkRoutine(packed) !== undefined;
          expect(taken).toBe(unpackRoutine(packed).ok);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("has nine places and at most forty items, some included", () => {
    const packed = packRoutine(defaultRoutine()) as unknown[];
    const items = packed[7] as number[][];
    const many = Array.from({ length: 41 }, () => items[0]);
    const none = items.map((item) => [item[0], item[1]! | 1, ...item.slice(2)]);
    for (const wrong of [
      packed.slice(0, 8),
      [...packed, 1],
      [...packed.slice(0, 7), many, 3],
      [...packed.slice(0, 7), none, 3],
      [...packed.slice(0, 7), [], 3],
      [...packed.slice(0, 7), [[...items[0]!, 1]], 3],
      [1, ...packed.slice(1)],
      packRoutine1({ ...defaultRoutine(), goal: 8 }),
      [3, ...packed.slice(1)],
      flatRoutine(packed),
      "routine",
      undefined,
    ]) {
      expect(checkRoutine(wrong)).toBeUndefined();
      expect(unpackRoutine(wrong).ok).toBe(false);
    }
  });
});

describe("the watch's check of the coach's file", () => {
  test("keeps all of it, the plans in one list each", () => {
    fc.assert(
      fc.property(anyCoach(SMALL), (coach) => {
        const packed = packCoach(coach);
        const flat = packed.map((entry, place) => {
          const plan = place === C.Easy || place === C.Light;
          return plan && (entry as unknown[]).length
            ? flatRoutine(entry)
            : entry;
        });
        expect(checkCoach(packed)).toEqual(flat);
      }),
      { numRuns: 200 },
    );
  });

  test("is just what the phone's own lets pass, whatever is wrong", () => {
    fc.assert(
      fc.property(
        anyCoach(SMALL),
        fc.nat(C.Size),
        fc.option(fc.nat(8)),
        odd,
        (coach, place, inside, value) => {
          // A copy: what is put into it must not stay for the next one.
          const packed: unknown[] = JSON.parse(
            JSON.stringify(packCoach(coach)),
          ) as unknown[];
          const list = packed[place];
          if (inside !== null && Array.isArray(list)) {
            list[Math.min(inside, list.length)] = value;
          } else packed[place] = value;
          const { ok } = unpackCoach(packed);
          expect(checkCoach(packed) !== undefined).toBe(ok);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("takes no plan with an item that is left out", () => {
    const coach = fc.sample(anyCoach(SMALL), 1)[0]!;
    const easy = defaultRoutine();
    easy.items[0]!.included = false;
    const packed = packCoach({ ...coach, easy, light: undefined });
    expect(unpackCoach(packed).ok).toBe(false);
    expect(checkCoach(packed)).toBeUndefined();
  });
});
