import fc from "fast-check";
import { NAME_LENGTH } from "../../../common/limits";
import { packRoutine, unpackRoutine } from "../../../common/wire/routine";
import { routineCode } from "../../../phone/routine-code/code";
import { isName, watchName } from "../../../phone/settings/names";
import { Settings, readSettings } from "../../../phone/settings/settings";

function withOwn(name: string): Settings {
  const values: { [key: string]: string } = {
    custom: JSON.stringify([{ name }]),
    name,
  };
  return readSettings((key) => values[key]);
}

it.each([
  ["five families", "👨‍👩‍👧‍👦".repeat(5), "👨‍👩‍👧‍👦".repeat(2)],
  ["thirty flags", "🇨🇭".repeat(30), "🇨🇭".repeat(7)],
  ["thirty thumbs with a tone", "👍🏽".repeat(30), "👍🏽".repeat(7)],
  ["accents of their own", "e\u0301".repeat(20), "e\u0301".repeat(15)],
  ["a heart in red", "Herz ❤️", "Herz ❤️"],
  ["letters alone", "Copenhagen plank, thirty signs", undefined],
])(
  "takes a name of %s, which the watch gets in whole characters",
  (_, name, short) => {
    const settings = withOwn(name);
    expect(settings.unusable).toEqual([]);
    expect(settings.name).toBe(name);
    const own = settings.choices.find(({ exercise }) => !exercise)!;
    expect(own).toMatchObject({ name, key: `custom:${name}` });
    expect(own.item.name).toBe(short ?? name);
    expect(settings.routine.name).toBe(short ?? name);
    expect(unpackRoutine(packRoutine(settings.routine)).ok).toBe(true);
    expect(routineCode(settings.routine)).toMatch(/^RC1/);
  },
);

it.each([
  ["letters", "a".repeat(31)],
  ["families", "👨‍👩‍👧‍👦".repeat(31)],
  ["flags", "🇨🇭".repeat(31)],
])("refuses a name of thirty-one %s", (_, name) => {
  expect(withOwn(name).unusable).toHaveLength(2);
});

it.each([
  ["turned round", "plank\u202egnp"],
  ["isolated in its direction", "plank\u2066x\u2069"],
  ["of no width", "\u200b\u200d\u2060"],
  ["a blank that is none", "\u3164"],
  ["with half a character", "plank \ud83d"],
  ["with the other half", "\udc4d plank"],
  ["with a control character of eight bits", "plank\u009b2J"],
  ["in two lines", "plank\u2028second"],
])("refuses a name that is %s, and says what is allowed", (_, name) => {
  expect(isName(name)).toBe(false);
  const settings = withOwn(name);
  expect(settings.unusable.map(({ key }) => key).sort()).toEqual([
    "custom",
    "name",
  ]);
  const routine = withOwn("Plank").routine;
  const read = unpackRoutine(packRoutine({ ...routine, name }));
  expect(read).toMatchObject({
    ok: false,
    fault: { field: "name", allowed: expect.stringMatching(/are seen/) },
  });
});

it("takes names of right-to-left and joined scripts", () => {
  for (const name of ["بلانك", "פלאנק \u200fא", "می\u200cخواهم", "👩‍🚀 plank"]) {
    expect(isName(name)).toBe(true);
  }
});

it("refuses one character with so many accents that no watch takes it", () => {
  expect(isName("e" + "\u0301".repeat(40))).toBe(false);
});

it("never makes a name that the watch refuses", () => {
  const names = fc.string({ unit: "grapheme", maxLength: 40 });
  fc.assert(
    fc.property(names, (given) => {
      const name = given.trim();
      if (!isName(name)) return;
      expect(watchName(name).length).toBeLessThanOrEqual(NAME_LENGTH);
      expect(unpackRoutine(packRoutine(withOwn(name).routine)).ok).toBe(true);
    }),
  );
});

it("refuses half a character, which would come to the watch as another one", () => {
  expect(withOwn("Core \ud83d").unusable).toHaveLength(2);
  expect(withOwn("Core \ude00").unusable).toHaveLength(2);
});
