import fc from "fast-check";
import { routineFault } from "../../common/limits";
import { faultText } from "../../common/result";
import { Preferences } from "../../common/preferences";
import { Item, Routine } from "../../common/routine";
import { check } from "../builders/check";
import {
  FULL,
  aRoutine,
  anItem,
  anyRoutine,
} from "../../verification/builders/routines";

/** The refusal of a routine in one line, or "fine". */
function verdict(routine: Routine): string {
  const found = routineFault(routine);
  return found ? faultText(found) : "fine";
}

function withField(field: string, value: unknown): Routine {
  return aRoutine({ [field]: value });
}

function withItem(id: string, changes: { [field: string]: unknown }): Routine {
  return aRoutine({ items: [anItem(id, changes as Partial<Item>)] });
}

const LONG = "a name of thirty-one characters";

describe("a routine is refused with the field, the value and what is allowed", () => {
  test.each<[string, unknown, string]>([
    ["version", 3, "version is 3; allowed: a whole number, 2"],
    ["version", "2", 'version is "2"; allowed: a whole number, 2'],
    [
      "revision",
      -1,
      "revision is -1; allowed: a whole number, 0 to 4294967295",
    ],
    ["ready", 61, "ready is 61; allowed: a whole number, 0 to 60"],
    ["ready", NaN, "ready is NaN; allowed: a whole number, 0 to 60"],
    ["between", 1.5, "between is 1.5; allowed: a whole number, 0 to 60"],
    [
      "switch",
      Infinity,
      "switch is Infinity; allowed: a whole number, 0 to 60",
    ],
    ["name", "", 'name is ""; allowed: 1 to 30 printable characters'],
    ["name", "  ", 'name is "  "; allowed: 1 to 30 printable characters'],
    ["name", LONG, `name is "${LONG}"; allowed: 1 to 30 printable characters`],
    ["name", "a\nb", 'name is "a\\nb"; allowed: 1 to 30 printable characters'],
    ["name", 7, "name is 7; allowed: 1 to 30 printable characters"],
    ["items", [], "items is 0; allowed: 1 to 40 items"],
    [
      "items",
      Array.from({ length: 41 }, () => anItem("plank")),
      "items is 41; allowed: 1 to 40 items",
    ],
    [
      "items",
      [anItem("plank", { included: false })],
      "items is 0; allowed: at least one included",
    ],
  ])("%s %j", (field, value, line) => {
    expect(verdict(withField(field, value))).toBe(line);
  });

  test.each<[string, unknown, string]>([
    ["sets", 0, "0; allowed: a whole number, 1 to 10"],
    ["sets", 11, "11; allowed: a whole number, 1 to 10"],
    ["reps", 51, "51; allowed: a whole number, 1 to 50"],
    ["reps", "15", '"15"; allowed: a whole number, 1 to 50'],
    ["lift", 600.5, "600.5; allowed: a multiple of 0.5, 0 to 600"],
    ["hold", 2.25, "2.25; allowed: a multiple of 0.5, 0 to 600"],
    ["lower", -0.5, "-0.5; allowed: a multiple of 0.5, 0 to 600"],
    ["rest", 301, "301; allowed: a whole number, 0 to 300"],
    ["rest", 0.5, "0.5; allowed: a whole number, 0 to 300"],
    ["sides", 3, "3; allowed: a whole number, 1 to 2"],
    ["included", 1, "1; allowed: true or false"],
    ["kind", "stretch", '"stretch"; allowed: reps or hold'],
    ["kind", "hold", '"hold"; allowed: the kind of the exercise'],
    ["name", "mine", '"mine"; allowed: empty unless custom'],
  ])("the item's %s %j", (field, value, line) => {
    const routine = withItem("hip-raise", { [field]: value });
    expect(verdict(routine)).toBe(`items[0].${field} is ${line}`);
  });

  test.each<[string, { [field: string]: unknown }, string]>([
    ["plank", { reps: 2 }, "reps is 2; allowed: 1"],
    ["plank", { lift: 1 }, "lift is 1; allowed: 0"],
    ["plank", { lower: 1 }, "lower is 1; allowed: 0"],
    ["plank", { hold: 2.5 }, "hold is 2.5; allowed: enough for a set of 3 s"],
    [
      "hip-raise",
      { lift: 0, hold: 0.5, lower: 0 },
      "lift is 0; allowed: at least 1 with hold and lower",
    ],
    [
      "hip-raise",
      { lift: 1, hold: 0, lower: 0, reps: 2 },
      "reps is 2; allowed: enough for a set of 3 s",
    ],
    ["plank", { exercise: "custom" }, 'name is ""; allowed: 1 to 30'],
    ["plank", { exercise: "burpee" }, 'exercise is "burpee"; allowed: hip-ra'],
    ["plank", { exercise: 2 }, "exercise is 2; allowed: hip-raise, rev"],
  ])("%s with %j", (id, changes, line) => {
    expect(verdict(withItem(id, changes))).toContain(`items[0].${line}`);
  });

  test.each<[keyof Preferences, unknown, string]>([
    ["strength", "loud", '"loud"; allowed: normal or strong'],
    ["repPulses", "true", '"true"; allowed: true or false'],
    ["halfway", 0, "0; allowed: true or false"],
    ["finalSeconds", undefined, "undefined; allowed: true or false"],
    ["keepScreenOn", null, "null; allowed: true or false"],
  ])("the preference %s %j", (flag, value, line) => {
    const { preferences } = aRoutine();
    const routine = aRoutine({
      preferences: { ...preferences, [flag]: value },
    });
    expect(verdict(routine)).toBe(`preferences.${flag} is ${line}`);
  });

  test("the place of a wrong item is named, behind good ones", () => {
    const items = [anItem("plank"), anItem("cobra", { sets: 12 })];
    expect(verdict(aRoutine({ items }))).toMatch(/^items\[1\]\.sets is 12;/);
  });
});

describe("a routine within the limits", () => {
  test("passes at the edges of every range, and anywhere between", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        expect(verdict(routine)).toBe("fine");
      }),
      60,
    );
  });

  test("may have no waiting at all", () => {
    const items = [anItem("cobra", { rest: 0 }), anItem("side-plank")];
    const routine = aRoutine({ ready: 0, between: 0, switch: 0, items });
    expect(verdict(routine)).toBe("fine");
  });
});
