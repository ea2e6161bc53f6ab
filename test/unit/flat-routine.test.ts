import fc from "fast-check";
import { Routine } from "../../common/routine";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { PackedRoutine } from "../../common/wire/packed-routine";
import { packRoutine, unpackRoutine } from "../../common/wire/routine";
import {
  FULL,
  aRoutine,
  anyRoutine,
} from "../../verification/builders/routines";
import {
  ofVersion1,
  packRoutine1,
} from "../../verification/builders/version-1";
import { check } from "../builders/check";

/** A flat routine packed again, entry by entry. */
function packedAgain(flat: FlatRoutine): PackedRoutine {
  const items: unknown[] = [];
  for (let row = R.Items as number; row < flat.length; row += I.Size) {
    items.push(flat.slice(row, row + I.Size));
  }
  const head: unknown[] = flat.slice(0, R.Goal);
  return [...head, items, flat[R.Goal]] as PackedRoutine;
}

function flatOf(packed: unknown[]): FlatRoutine {
  const flat = flatRoutine(packed);
  if (!flat) throw new Error("refused");
  return flat;
}

/** Fails unless the watch's list says all that the routine does. */
function expectSame(flat: FlatRoutine, routine: Routine): void {
  expect(flat.length).toBe(R.Items + routine.items.length * I.Size);
  expect(packedAgain(flat)).toEqual(packRoutine(routine));
  expect(unpackRoutine(packedAgain(flat))).toEqual({
    ok: true,
    value: routine,
  });
}

describe("a routine in one list", () => {
  test("keeps every entry of the packed one, in its place", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        expectSame(flatOf(packRoutine(routine)), routine);
      }),
      100,
    );
  });

  test("keeps every entry of one that version 1 packed", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        expectSame(flatOf(packRoutine1(routine)), ofVersion1(routine));
      }),
      100,
    );
  });

  test("is taken as it is where it was stored so", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        const flat = flatOf(packRoutine(routine));
        expect(flatRoutine(flat.slice())).toEqual(flat);
      }),
      60,
    );
  });

  test("from before there was a goal has a goal of three", () => {
    const packed = packRoutine1(aRoutine());
    packed[6] = 7;
    const flat = flatOf(packed);
    expect([flat[R.Goal], flat[R.Flags]]).toEqual([3, 7]);
  });

  test("leaves what it is made of as it was", () => {
    const routine = aRoutine();
    for (const packed of [packRoutine(routine), packRoutine1(routine)]) {
      const before = JSON.stringify(packed);
      flatOf(packed);
      expect(JSON.stringify(packed)).toBe(before);
    }
  });

  test("of a version to come is refused, packed or flat", () => {
    const packed = packRoutine(aRoutine());
    const flat = flatOf(packed);
    expect(flatRoutine([3, ...packed.slice(1)])).toBeUndefined();
    expect(flatRoutine([3, ...flat.slice(1)])).toBeUndefined();
  });
});
