import fc from "fast-check";
import { defaultRoutine } from "../../common/default-routine";
import { routineFault } from "../../common/limits";
import { readRoutine } from "../../common/read-routine";
import { faultText } from "../../common/result";
import { check } from "../builders/check";
import { FULL, anItem, anyRoutine } from "../../verification/builders/routines";

function refusal(given: unknown): string {
  const read = readRoutine(given);
  return read.ok ? "fine" : faultText(read.fault);
}

describe("reading a routine that somebody wrote", () => {
  test("fills in what is left out", () => {
    const read = readRoutine({
      name: "Short",
      items: [{ exercise: "plank", hold: 20 }],
      preferences: { halfway: false },
    });
    const base = defaultRoutine();
    expect(read).toEqual({
      ok: true,
      value: {
        ...base,
        name: "Short",
        items: [anItem("plank", { hold: 20 })],
        preferences: { ...base.preferences, halfway: false },
      },
    });
  });

  test("takes a runner's own exercise, paced or held", () => {
    const read = readRoutine({
      items: [
        { exercise: "custom", name: "Crab walk" },
        {
          exercise: "custom",
          name: "Bridge",
          kind: "hold",
          hold: 12,
          sides: 2,
        },
      ],
    });
    if (!read.ok) throw new Error(faultText(read.fault));
    const [walk, bridge] = read.value.items;
    expect(walk).toMatchObject({ name: "Crab walk", kind: "reps", lift: 2 });
    expect(bridge).toMatchObject({ kind: "hold", reps: 1, lift: 0, sides: 2 });
  });

  test.each<[unknown, string]>([
    [{}, "items is undefined; allowed: a list of 1 to 40 exercises"],
    [{ items: {} }, "items is an object; allowed: a list of 1 to 40 exercises"],
    [{ items: [] }, "items is 0; allowed: 1 to 40 items"],
    [null, "routine is null; allowed: an object"],
    [[], "routine is a list of 0; allowed: an object"],
    ["plank", 'routine is "plank"; allowed: an object'],
    [undefined, "routine is undefined; allowed: an object"],
    [{ items: ["plank"] }, 'items[0] is "plank"; allowed: an object'],
    [
      { items: [{ exercise: "plank" }], preferences: [] },
      "preferences is a list of 0; allowed: an object",
    ],
  ])("%j is refused", (given, line) => {
    expect(refusal(given)).toBe(line);
  });

  test.each<[unknown, string]>([
    [
      { itms: [] },
      "itms is a list of 0; allowed: no such field; known: version, ",
    ],
    [
      { items: [{ exercise: "plank", seconds: 60 }] },
      "items[0].seconds is 60; allowed: no such field; known: exercise, ",
    ],
    [
      { items: [{ exercise: "plank" }], preferences: { loud: true } },
      "preferences.loud is true; allowed: no such field; known: strength, ",
    ],
    [JSON.parse('{"__proto__": 1}'), "__proto__ is 1; allowed: no such field"],
    [{ "a\nb": 1 }, "a\\nb is 1; allowed: no such field"],
    [{ items: [{}] }, "items[0].exercise is undefined; allowed: hip-raise, "],
    [
      { items: [{ exercise: "constructor" }] },
      'items[0].exercise is "constructor"; allowed: hip-raise, ',
    ],
    [
      { items: [{ exercise: "plank", hold: 9999 }] },
      "items[0].hold is 9999; allowed: a multiple of 0.5, 0 to 600",
    ],
  ])("%j is refused, and says what would do", (given, start) => {
    expect(refusal(given).slice(0, start.length)).toBe(start);
  });

  test("an empty field counts as left out", () => {
    const items = [{ exercise: "plank", sets: undefined }];
    const given = { name: undefined, preferences: undefined, items };
    const items2 = [anItem("plank")];
    expect(readRoutine(given)).toEqual({
      ok: true,
      value: { ...defaultRoutine(), items: items2 },
    });
  });

  test("gives back every valid routine as it was written", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        const text = JSON.stringify(routine);
        expect(readRoutine(JSON.parse(text))).toEqual({
          ok: true,
          value: JSON.parse(text),
        });
      }),
      40,
    );
  });

  test("never throws, and what it lets in is valid", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const field = fc.constantFrom(
      ...["version", "revision", "name", "ready", "between", "switch"],
      ...["items", "preferences", "exercise", "kind", "sets", "reps"],
      ...["hold", "sides", "included", "toString", "toJSON", "__proto__"],
    );
    const id = fc.constantFrom("plank", "custom");
    const fields = fc.dictionary(field, fc.oneof(anything, id));
    const items = fc.array(fc.oneof(fields, anything), { maxLength: 3 });
    const given = fc.oneof(
      anything,
      fields,
      fc.tuple(fields, items).map(([rest, list]) => ({ ...rest, items: list })),
    );
    check(
      fc.property(given, (value) => {
        const read = readRoutine(value);
        if (read.ok) expect(routineFault(read.value)).toBeUndefined();
        else expect(faultText(read.fault)).toMatch(/^.* is .*; allowed: .*$/);
      }),
      2000,
    );
  });
});
