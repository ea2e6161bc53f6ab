import fc from "fast-check";
import { EXERCISES } from "../../common/exercises";
import {
  customItem,
  defaultItem,
  defaultRoutine,
} from "../../common/default-routine";
import { routineFault } from "../../common/limits";
import {
  ANSWER_KEY,
  ASK_KEY,
  CHANGE_KEY,
  DELETE_KEY,
  EXPORT_KEY,
  CUE_DEMO_KEY,
  GOAL_KEY,
  IMPORT_KEY,
  OPEN_KEY,
  ITEM_KEYS,
  RESTORE_KEY,
  ROUTINES_KEY,
  ROUTINE_KEYS,
  SUMMARY_KEY,
  UNDO_KEY,
  UNREAD_ROUTINES_KEY,
  WEEK_START_KEY,
  customKey,
  itemKey,
} from "../../phone/settings/keys";
import { HEALTH_KEYS } from "../../phone/settings/health";
import { FIRST_KEY } from "../../phone/settings/stand";
import {
  AFTER_RUN_KEY,
  BEYOND_KEY,
  COACH_ASK_KEY,
  COACH_KEY,
  COACH_LOG_KEY,
  COACH_VIEW_KEY,
  QUESTIONS_KEY,
  STAND_KEY,
} from "../../phone/settings/coach-keys";
import { Item, Routine } from "../../common/routine";

const half = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2);

const names = fc
  .string({ minLength: 1, maxLength: 30, unit: "grapheme" })
  .map((name) => name.trim())
  .filter((name) => name.length >= 1 && name.length <= 30);

function dosed(base: fc.Arbitrary<Item>): fc.Arbitrary<Item> {
  return fc
    .record({
      base,
      sets: fc.integer({ min: 1, max: 10 }),
      reps: fc.integer({ min: 1, max: 50 }),
      hold: half(600),
      rest: fc.integer({ min: 0, max: 300 }),
      sides: fc.constantFrom<1 | 2>(1, 2),
      lift: fc.oneof(fc.constant(2), half(600)),
      lower: fc.oneof(fc.constant(2), half(600)),
    })
    .map(({ base: item, lift, lower, reps, ...dose }) => ({
      ...item,
      ...dose,
      ...(item.kind === "reps" ? { reps, lift, lower } : {}),
    }));
}

/** Catalogue items with any valid dose, each exercise at most once. */
export const catalogueItems = (most: number): fc.Arbitrary<Item[]> =>
  fc.uniqueArray(dosed(fc.constantFrom(...EXERCISES).map(defaultItem)), {
    minLength: 1,
    maxLength: most,
    selector: (item) => item.exercise,
  });

const customItems = fc.array(
  dosed(
    fc
      .tuple(
        names,
        fc.constantFrom<"reps" | "hold">("reps", "hold"),
        fc.constantFrom<1 | 2>(1, 2),
      )
      .map(([name, kind, sides]) => customItem(name, kind, sides)),
  ),
  { maxLength: 5 },
);

/** Any valid routine of these items. */
export function routinesOf(items: fc.Arbitrary<Item[]>): fc.Arbitrary<Routine> {
  const seconds = fc.integer({ min: 0, max: 60 });
  return fc
    .record({
      name: fc.oneof(fc.constant("Runner's Core"), names),
      ready: seconds,
      between: seconds,
      switch: seconds,
      items,
      preferences: fc.record({
        strength: fc.constantFrom<"normal" | "strong">("normal", "strong"),
        repPulses: fc.boolean(),
        halfway: fc.boolean(),
        finalSeconds: fc.boolean(),
        keepScreenOn: fc.boolean(),
        // A routine code has no bits for these.
        quietPause: fc.constant(false),
        touchLock: fc.constant(false),
      }),
    })
    .map((fields) => ({ ...defaultRoutine(), ...fields }))
    .filter((routine) => !routineFault(routine));
}

/** Any valid routine; some exercises come more than once. */
export const routines: fc.Arbitrary<Routine> = routinesOf(
  fc
    .tuple(catalogueItems(12), catalogueItems(5), customItems)
    .chain(([known, again, own]) => {
      const twins = own.map((item) => ({ ...item, name: item.name + "#2" }));
      const named = [...own, ...own.slice(2), ...twins.slice(1)];
      const fitting = named.filter((item) => item.name.length <= 30);
      return fc.shuffledSubarray([...known, ...again, ...fitting], {
        minLength: 1,
      });
    }),
);

/** Every key of the settings, with those of these own exercises. */
export function allKeys(customNames: ReadonlyArray<string>): string[] {
  const items = EXERCISES.map((exercise) => exercise.id).concat(
    customNames.map(customKey),
  );
  const fields = items.flatMap((item) =>
    ITEM_KEYS.map((field) => itemKey(item, field)),
  );
  return [
    ...ROUTINE_KEYS,
    ...fields,
    ...HEALTH_KEYS,
    STAND_KEY,
    FIRST_KEY,
    COACH_KEY,
    QUESTIONS_KEY,
    BEYOND_KEY,
    AFTER_RUN_KEY,
    COACH_ASK_KEY,
    COACH_LOG_KEY,
    COACH_VIEW_KEY,
    GOAL_KEY,
    WEEK_START_KEY,
    IMPORT_KEY,
    CUE_DEMO_KEY,
    ASK_KEY,
    CHANGE_KEY,
    DELETE_KEY,
    OPEN_KEY,
    ROUTINES_KEY,
    UNREAD_ROUTINES_KEY,
    RESTORE_KEY,
    SUMMARY_KEY,
    EXPORT_KEY,
    UNDO_KEY,
    ANSWER_KEY,
  ];
}

/** Fifty values that no setting should take, and some that only look right. */
export const GARBAGE: ReadonlyArray<string> = [
  "",
  " ",
  "null",
  "undefined",
  "NaN",
  "Infinity",
  "-1",
  "0x10",
  "1e3",
  "1e999",
  "99999999999",
  "0.3",
  "-0",
  "3,5",
  "12abc",
  "TRUE",
  "True",
  "yes",
  "1",
  "on",
  "{}",
  "[]",
  "{",
  "[1,",
  '"',
  '""',
  '"text"',
  '{"name":""}',
  '{"name":null}',
  '{"name":{}}',
  '{"name":"abc"}',
  '{"name":"-7"}',
  '{"values":[],"selected":[]}',
  '{"values":[{}],"selected":[99]}',
  '{"values":null,"selected":null}',
  '{"values":[{"name":"x","value":"x"}],"selected":[-1]}',
  '{"selected":["length"]}',
  "[null]",
  "[[]]",
  '[{"name":1}]',
  '[{"name":"\\u0000"}]',
  '["plank","plank"]',
  '{"__proto__":{"name":"3"}}',
  '["constructor"]',
  "\u0000",
  "\ud800",
  "💪".repeat(40),
  "<script>alert(1)</script>",
  "a".repeat(100000),
  "[".repeat(5000),
];
