import fc from "fast-check";
import { CATALOGUE } from "../../common/catalogue";
import { customItem, defaultItem, defaultRoutine } from "../../common/dose";
import { routineFault } from "../../common/limits";
import { KeyValueStore } from "../../phone/key-value-store";
import {
  ASK_KEY,
  EXPORT_KEY,
  CUE_DEMO_KEY,
  GOAL_KEY,
  IMPORT_KEY,
  ITEM_KEYS,
  ROUTINE_KEYS,
  SUMMARY_KEY,
  customKey,
  itemKey,
} from "../../phone/settings/keys";
import { SessionRecord, sessionId } from "../../common/record";
import { Item, Routine } from "../../common/routine";

/** Storage in memory, as the phone's are. `room` limits keys and values. */
export class MemoryStorage implements KeyValueStore {
  readonly map = new Map<string, string>();

  constructor(public room = Infinity) {}

  get length(): number {
    return this.map.size;
  }

  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const before = this.map.get(key);
    this.map.set(key, value);
    if (this.used() <= this.room) return;
    if (before === undefined) this.map.delete(key);
    else this.map.set(key, before);
    throw new Error("QuotaExceededError");
  }

  removeItem(key: string): void {
    this.map.delete(key);
  }

  used(): number {
    let used = 0;
    if (this.room === Infinity) return used;
    this.map.forEach((value, key) => (used += key.length + value.length));
    return used;
  }
}

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
  fc.uniqueArray(dosed(fc.constantFrom(...CATALOGUE).map(defaultItem)), {
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

/** A session of two exercises; `start` in seconds since 1970. */
export function record(
  start: number,
  given: Partial<SessionRecord> = {},
): SessionRecord {
  return {
    version: 1,
    id: sessionId(start, (start % 1000) / 1000),
    revision: 3,
    routine: "Runner's Core",
    start,
    offset: 60,
    activeSeconds: 1026.5,
    pausedSeconds: 12,
    outcome: "completed",
    items: [
      {
        exercise: "hip-raise",
        name: "",
        sets: 3,
        reps: [45],
        holdSeconds: [225],
        skipped: false,
      },
      {
        exercise: "side-plank",
        name: "",
        sets: 1,
        reps: [0, 0],
        holdSeconds: [60, 60],
        skipped: false,
      },
    ],
    postRun: false,
    ...given,
  };
}

/** Every key of the settings, with those of these own exercises. */
export function allKeys(customNames: ReadonlyArray<string>): string[] {
  const items = CATALOGUE.map((exercise) => exercise.id).concat(
    customNames.map(customKey),
  );
  const fields = items.flatMap((item) =>
    ITEM_KEYS.map((field) => itemKey(item, field)),
  );
  return [
    ...ROUTINE_KEYS,
    ...fields,
    GOAL_KEY,
    IMPORT_KEY,
    CUE_DEMO_KEY,
    ASK_KEY,
    SUMMARY_KEY,
    EXPORT_KEY,
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

/** Counts what a process does to the world; after its death it does nothing. */
export class Life {
  done = 0;

  constructor(private dieAfter = Infinity) {}

  get dead(): boolean {
    return this.done >= this.dieAfter;
  }

  act<T>(action: () => T): T | undefined {
    return this.done++ < this.dieAfter ? action() : undefined;
  }
}

/** A storage in the hands of a process that may die between two writes. */
export class DyingStorage implements KeyValueStore {
  constructor(
    private inner: KeyValueStore,
    private life: Life,
  ) {}

  get length(): number {
    return this.inner.length;
  }

  key(index: number): string | null {
    return this.inner.key(index);
  }

  getItem(key: string): string | null {
    return this.inner.getItem(key);
  }

  setItem(key: string, value: string): void {
    this.life.act(() => this.inner.setItem(key, value));
  }

  removeItem(key: string): void {
    this.life.act(() => this.inner.removeItem(key));
  }
}
