import { defaultRoutine } from "../../common/default-routine";
import { EXERCISES } from "../../common/exercises";
import {
  ITEM_LIMITS,
  MAX_ITEMS,
  MIN_REP,
  MIN_SET,
  MOST_FLAGS,
  NAME_LENGTH,
  ROUTINE_LIMITS,
  type Range,
} from "../../common/limits";
import { PREFERENCES, type Preference } from "../../common/preferences";
import {
  HELD,
  LEFT_OUT,
  type PackedRoutine,
  TWO_SIDES,
} from "../../common/wire/packed-routine";
import { packRoutine } from "../../common/wire/routine";

const NOTE =
  "// Made by `npm run generate` from the tables of common/: do not edit.\n";

const quoted = (text: string): string => JSON.stringify(text);

/** An exported list, one entry a line. */
function list(name: string, type: string, entries: readonly string[]): string {
  const lines = entries.map((entry) => `  ${entry},\n`).join("");
  return `export const ${name}${type && `: ${type}`} = [\n${lines}];\n`;
}

function doc(text: string): string {
  return `\n/** ${text} */\n`;
}

function rows(items: PackedRoutine[7]): string {
  const lines = items.map((row) => `    [${row.join(", ")}],\n`);
  return `[\n${lines.join("")}  ]`;
}

/** A preference's value, by its bit in the flags. */
function valueText({ bit, off, on }: Preference): string {
  const isSet = `flags & ${1 << bit}`;
  return on === true
    ? `!!(${isSet})`
    : `${isSet} ? ${quoted(on)} : ${quoted(off)}`;
}

/** The facts about exercises, preferences and the built-in routine. */
function tables(): string {
  const routine = packRoutine(defaultRoutine());
  const strength = PREFERENCES.find(({ name }) => name === "strength")!;
  return [
    NOTE,
    'import type { Position } from "./exercises";\n',
    'import type { Preferences } from "./preferences";\n',
    'import type { PackedRoutine } from "./wire/packed-routine";\n',
    doc("Ids of all exercises by their codes on the wire."),
    list(
      "EXERCISE_IDS",
      "ReadonlyArray<string>",
      EXERCISES.map(({ id }) => quoted(id)),
    ),
    doc("Their positions."),
    list(
      "POSITIONS",
      "ReadonlyArray<Position>",
      EXERCISES.map(({ position }) => quoted(position)),
    ),
    doc("What a routine's flags say of the preferences."),
    "export function preferencesIn(flags: number): Preferences {\n",
    "  return {\n",
    ...PREFERENCES.map((one) => `    ${one.name}: ${valueText(one)},\n`),
    "  };\n}\n",
    doc("The bit of strong cues in a routine's flags."),
    `export const STRONG = ${1 << strength.bit};\n`,
    doc("The default routine."),
    list(
      "BUILT_IN",
      "PackedRoutine",
      routine.map((entry) =>
        typeof entry === "object" ? rows(entry) : JSON.stringify(entry),
      ),
    ),
  ].join("");
}

/** What the numbers of one place may be; of another type, nothing fits. */
type Place = readonly [what: string, min: number, max: number];

function place(what: string, [min, max]: Range, scale = 1): Place {
  return [what, min * scale, max * scale];
}

const ANY_TYPE = [1, 0] as const;

/** Ranges by place as pairs; the highest comes first where it is not a number. */
function ranges(name: string, places: readonly Place[]): string {
  return list(
    name,
    "",
    places.map(([what, min, max]) => `// ${what}\n  ${min}, ${max}`),
  );
}

/** The limits of a packed routine, for the check on the watch. */
function limits(): string {
  const { version, revision, ready, between, goal } = ROUTINE_LIMITS;
  const { sets, reps, lift, hold, lower, rest } = ITEM_LIMITS;
  const number = (name: string, value: number): string =>
    `export const ${name} = ${value};\n`;
  return [
    NOTE,
    doc(
      "Lowest and highest by place in a packed routine; 1, 0 where no number stands.",
    ),
    ranges("ROUTINE_RANGES", [
      place("version", version),
      place("revision", revision),
      ["name", ...ANY_TYPE],
      place("ready", ready),
      place("between", between),
      place("switch", ROUTINE_LIMITS.switch),
      ["flags", 0, MOST_FLAGS],
      ["items", ...ANY_TYPE],
      place("goal", goal),
    ]),
    doc("The same for an item, times in half seconds."),
    ranges("ITEM_RANGES", [
      ["exercise", ...ANY_TYPE],
      ["flags", 0, LEFT_OUT | TWO_SIDES | HELD],
      place("sets", sets),
      place("reps", reps),
      place("lift", lift, 2),
      place("hold", hold, 2),
      place("lower", lower, 2),
      place("rest", rest),
    ]),
    doc("Kinds of the exercises by their codes: r for reps, h for hold."),
    `export const KINDS = ${quoted(EXERCISES.map(({ kind }) => kind[0]).join(""))};\n`,
    doc("Bits of an item's flags."),
    number("LEFT_OUT", LEFT_OUT),
    number("HELD", HELD),
    doc("Longest name in characters, and most items."),
    number("NAME_LENGTH", NAME_LENGTH),
    number("MAX_ITEMS", MAX_ITEMS),
    doc("Shortest rep and shortest set in half seconds."),
    number("MIN_REP_HALVES", MIN_REP * 2),
    number("MIN_SET_HALVES", MIN_SET * 2),
  ].join("");
}

/**
 * What the watch carries of the tables of `common/`, which themselves would be
 * too much for it: the text of each file, by its path in the project.
 */
export function watchTables(): { readonly [path: string]: string } {
  return {
    "common/watch-tables.ts": tables(),
    "common/watch-limits.ts": limits(),
  };
}
