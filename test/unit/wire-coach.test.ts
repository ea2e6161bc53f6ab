import fc from "fast-check";
import { defaultRoutine } from "../../common/default-routine";
import { faultText } from "../../common/result";
import {
  LoneCheck,
  packCoach,
  packLoneCheck,
  unpackCoach,
  unpackLoneCheck,
} from "../../common/wire/coach";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { anyCoach } from "../../verification/builders/coach";
import { anyCheckedRecord } from "../../verification/builders/records";
import { truncations } from "../builders/bytes";
import { check } from "../builders/check";

const anyLoneCheck: fc.Arbitrary<LoneCheck> = fc.record({
  id: anyCheckedRecord.map(({ id }) => id),
  at: fc.nat(),
  offset: fc.integer({ min: -720, max: 840 }),
  back: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
  leg: fc.constantFrom<LoneCheck["leg"]>(undefined, 0, 1, 2, 3),
  decision: fc.integer({ min: 0, max: 3 }),
});

function received(body: unknown): unknown {
  return readCbor(encodeCbor(body))!.value;
}

function refusal(read: ReturnType<typeof unpackCoach>): string {
  return read.ok ? "fine" : faultText(read.fault);
}

const PLAN = packCoach({
  ...{ serial: 7, ask: 2, usual: 3, lighter: false, first: false },
  ...{ raised: false, revision: 1, see: 0 },
  ...{ classes: [0, 1, 0, 0, 1], easy: defaultRoutine(), light: undefined },
});

test("the coach's file and a check arrive as they were sent", () => {
  check(
    fc.property(anyCoach(), (plan) => {
      expect(unpackCoach(received(packCoach(plan)))).toEqual({
        ok: true,
        value: plan,
      });
    }),
    60,
  );
  check(
    fc.property(anyLoneCheck, (one) => {
      expect(unpackLoneCheck(received(packLoneCheck(one)))).toEqual({
        ok: true,
        value: one,
      });
    }),
    60,
  );
});

test("the coach's file of ten exercises with both plans takes at most 700 bytes", () => {
  const { items } = defaultRoutine();
  const ten = { ...defaultRoutine(), items: [...items, ...items] };
  const plan = packCoach({
    ...{ serial: 1000, ask: 2, usual: undefined, lighter: true, first: true },
    ...{ raised: 3, revision: 4000, see: 7 },
    ...{ classes: ten.items.map(() => 31), easy: ten, light: ten },
  });
  expect(encodeCbor(plan).length).toBeLessThanOrEqual(700);
});

test("a coach's file cut short anywhere is refused", () => {
  for (const bytes of truncations(encodeCbor(PLAN))) {
    const read = readCbor(bytes);
    expect(read === undefined || !unpackCoach(read.value).ok).toBe(true);
  }
});

function withEntry(place: number, value: unknown): unknown {
  return PLAN.map((entry, i) => (i === place ? value : entry));
}

const leftOut = packCoach({
  ...{ serial: 7, ask: 2, usual: 3, lighter: false, first: false },
  ...{ raised: false, revision: 1, see: 0 },
  ...{ classes: [], light: undefined },
  easy: {
    ...defaultRoutine(),
    items: defaultRoutine().items.map((item, i) => ({
      ...item,
      included: i > 0,
    })),
  },
});

test.each<[unknown, string]>([
  ["garbage", 'coach is "garbage"; allowed: a list of 12'],
  [[2], "version is 2; allowed: 1; update this app to read it"],
  [PLAN.slice(0, 8), 'coach is "8 entries"; allowed: 12'],
  [withEntry(2, 3), "coach[2] is 3; allowed: 0 to 2"],
  [withEntry(3, 12), "coach[3] is 12; allowed: 0 to 11"],
  [withEntry(5, [32]), "classes is a list of 1; allowed: up to 40 numbers"],
  [withEntry(6, [1, 2]), "easy.routine is"],
  [withEntry(7, 0), "light.routine is 0; allowed: a list of 9 entries"],
  [leftOut, "easy is a list of 9; allowed: a plan of included exercises only"],
  [withEntry(8, true), "coach[8] is true; allowed: 0 to 1"],
])("the coach's file %# is refused", (given, start) => {
  expect(refusal(unpackCoach(given)).slice(0, start.length)).toBe(start);
});

const CHECK = packLoneCheck({
  ...{ id: "tlpwu8-0000", at: 1790000000, offset: 60 },
  ...{ back: 8, leg: undefined, decision: 0 },
});

test.each<[unknown, string]>([
  [7, "check is 7; allowed: a list of 7"],
  [[2], "version is 2; allowed: 1; update"],
  [CHECK.slice(0, 6), 'check is "6 entries"; allowed: 7'],
  [[...CHECK.slice(0, 6), 4], "check[6] is 4; allowed: 0 to 3"],
  [[1, "x", ...CHECK.slice(2)], 'id is "x"; allowed: a session id'],
])("the check %j is refused", (given, start) => {
  const read = unpackLoneCheck(given);
  const text = read.ok ? "fine" : faultText(read.fault);
  expect(text.slice(0, start.length)).toBe(start);
});

test("whatever else comes as either is refused without throwing", () => {
  check(
    fc.property(fc.anything({ withBigInt: true, withMap: true }), (given) => {
      expect(unpackCoach(given).ok).toBe(false);
      expect(unpackLoneCheck(given).ok).toBe(false);
      expect(unpackCoach(withEntry(6, [given])).ok).toBe(false);
    }),
    100,
  );
});
