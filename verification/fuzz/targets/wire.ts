import fc from "fast-check";
import { Result } from "../../../common/result";
import { unpackMerged, unpackWatch } from "../../../common/wire/link";
import {
  packCoach,
  packLoneCheck,
  unpackCoach,
  unpackLoneCheck,
} from "../../../common/wire/coach";
import { packRecord, unpackRecord } from "../../../common/wire/record";
import { packRoutine, unpackRoutine } from "../../../common/wire/routine";
import {
  decodeCbor,
  encodeCbor,
  packValue,
} from "../../../packages/fitbit-simulator/src/engine/vm/packed";
import { bytesLike, valueLike } from "../inputs";
import { Target, target, checkedResult } from "./target";
import * as corpus from "../corpus";

/** What came over the link: bytes, or a value as another decoder might make it. */
type WireInput = { bytes: Uint8Array } | { value: unknown };

/** The values, and their bytes, changed in any way. */
export function anyWireInput(values: unknown[]): fc.Arbitrary<WireInput> {
  return fc.oneof(
    valueLike(values).map((value) => ({ value })),
    bytesLike(values.map(encodeCbor)).map((bytes) => ({ bytes })),
  );
}

/** The value of an input; undefined when its bytes are not CBOR. */
export function valueOf(input: WireInput): unknown {
  if ("value" in input) return input.value;
  try {
    return decodeCbor(input.bytes);
  } catch {
    return undefined;
  }
}

/** Has to be accepted again in the form in which it would be sent. */
export function readAgain<T>(
  result: Result<T>,
  same: (value: T) => Result<T>,
): boolean {
  if (result.ok && !same(result.value).ok) throw new Error("not taken again");
  return checkedResult(result);
}

/** What comes over the link. */
export const WIRE_TARGETS: readonly Target[] = [
  target(
    "CBOR",
    () =>
      bytesLike(
        [...corpus.packedRecords(), { a: [1.5, -1, null, "é"], b: {} }].map(
          encodeCbor,
        ),
      ),
    (bytes) => {
      try {
        packValue(decodeCbor(bytes));
        return true;
      } catch {
        return false;
      }
    },
  ),
  target(
    "routine",
    () => anyWireInput(corpus.packedRoutines()),
    (input) =>
      readAgain(unpackRoutine(valueOf(input)), (routine) =>
        unpackRoutine(packRoutine(routine)),
      ),
  ),
  target(
    "session record",
    () => anyWireInput(corpus.packedRecords()),
    (input) =>
      readAgain(unpackRecord(valueOf(input)), (record) =>
        unpackRecord(packRecord(record)),
      ),
  ),
  target(
    "coach's file",
    () => anyWireInput(corpus.packedCoaches()),
    (input) =>
      readAgain(unpackCoach(valueOf(input)), (plan) =>
        unpackCoach(packCoach(plan)),
      ),
  ),
  target(
    "check without a session",
    () => anyWireInput(corpus.packedChecks()),
    (input) =>
      readAgain(unpackLoneCheck(valueOf(input)), (check) =>
        unpackLoneCheck(packLoneCheck(check)),
      ),
  ),
  target(
    "link messages",
    () => anyWireInput(corpus.packedMessages()),
    (input) => {
      const value = valueOf(input);
      return [
        checkedResult(unpackMerged(value)),
        checkedResult(unpackWatch(value)),
      ].some((one) => one);
    },
  ),
];
