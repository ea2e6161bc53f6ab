import { decode, encode } from "cbor-x";
import fc from "fast-check";
import { sessionId } from "../../../common/record";
import { Result } from "../../../common/result";
import {
  type WatchReport,
  packAck,
  packMerged,
  unpackMerged,
  unpackWatch,
} from "../../../common/wire/link";
import {
  packedReport,
  packedReport1,
} from "../../../verification/builders/reports";
import { aRoutine, anyRoutine } from "../../../verification/builders/routines";

/** A phone has to find revisions above what a watch reports. */
const MOST_REPORTED = 4293967295;
const whole = fc.integer({ min: 0, max: 4294967295 });
const ids = fc
  .tuple(whole, fc.double({ min: 0, max: 0.999999, noNaN: true }))
  .map(([start, random]) => sessionId(start, random));
const watches = fc
  .record({
    waiting: whole,
    at: whole,
    week: whole,
    count: whole,
    revision: fc.integer({ min: 0, max: MOST_REPORTED }),
    routine: anyRoutine({ items: 10, sets: 10, reps: 50, seconds: 300 }),
  })
  .map(({ routine, revision, ...report }): unknown[] =>
    packedReport({ ...report, routine: { ...routine, revision } }),
  );
const mergeds = fc
  .record({
    id: ids,
    firstStart: fc.integer({ min: 0, max: 2 ** 31 }),
    length: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    sessions: fc.integer({ min: 1, max: 100000 }),
    activeTenths: whole,
    sets: whole,
    reps: whole,
    holdTenths: whole,
  })
  .map(({ firstStart, length, activeTenths, holdTenths, ...rest }) => ({
    ...rest,
    firstStart,
    lastStart: firstStart + length,
    activeSeconds: activeTenths / 10,
    holdSeconds: holdTenths / 10,
  }));

/** The body of a report that was read. */
function repacked({ revision, waiting, at, more }: WatchReport): unknown[] {
  return more
    ? packedReport({ waiting, at, ...more })
    : packedReport1(revision, waiting, at);
}

const bodies: Array<{
  name: string;
  packed: fc.Arbitrary<unknown[]>;
  pack: (value: never) => unknown[];
  unpack: (packed: unknown) => Result<unknown>;
}> = [
  {
    name: "watch state",
    packed: watches,
    pack: repacked,
    unpack: unpackWatch,
  },
  {
    name: "merged summary",
    packed: mergeds.map(packMerged),
    pack: packMerged,
    unpack: unpackMerged,
  },
];

function tryDecode(bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

describe.each(bodies)("$name on the wire", ({ packed, pack, unpack }) => {
  it("comes back as it was sent", () => {
    fc.assert(
      fc.property(packed, (body) => {
        const read = unpack(decode(encode(body)));
        expect(read.ok && pack(read.value as never)).toEqual(body);
      }),
    );
  });

  it("is refused or valid after any truncation or changed byte", () => {
    fc.assert(
      fc.property(packed, fc.nat(255), (body, byte) => {
        const bytes = encode(body);
        for (let i = 0; i < bytes.length; i++) {
          const changed = Uint8Array.from(bytes);
          changed[i] = byte;
          for (const one of [bytes.subarray(0, i), changed]) {
            const read = unpack(tryDecode(one));
            if (read.ok)
              expect(unpack(pack(read.value as never)).ok).toBe(true);
            else expect(read.fault.field).not.toBe("");
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("refuses any other value without a throw", () => {
    fc.assert(fc.property(fc.anything(), (value) => !unpack(value).ok));
  });

  it("asks for an update when the sender is newer", () => {
    const read = unpack([3]);
    expect(!read.ok && read.fault.allowed).toContain("update this app");
  });
});

it("keeps every body small", () => {
  const most = 4294967295;
  const id = sessionId(most, 0.99);
  expect(encode(packAck(id)).length).toBeLessThanOrEqual(20);
  const report = { waiting: most, at: most, week: most, count: most };
  expect(encode(packedReport(report)).length).toBeLessThanOrEqual(400);
});

it("refuses a report whose revision leaves a phone none above it", () => {
  for (const revision of [MOST_REPORTED + 1, 4294967295]) {
    const routine = aRoutine({ revision });
    for (const body of [
      packedReport1(revision, 0, 5),
      packedReport({ routine }),
    ]) {
      const read = unpackWatch(body);
      expect(read.ok || read.fault).toMatchObject({
        field: "revision",
        value: String(revision),
      });
    }
  }
});

it("refuses a summary of no sessions or one that ends before it begins", () => {
  const id = sessionId(1700000000, 0.5);
  expect(unpackMerged([1, id, 5, 4, 1, 0, 0, 0, 0]).ok).toBe(false);
  expect(unpackMerged([1, id, 4, 5, 0, 0, 0, 0, 0]).ok).toBe(false);
  expect(unpackMerged([1, id, 4, 5, 1, 0, 0, 0, 0]).ok).toBe(true);
});
