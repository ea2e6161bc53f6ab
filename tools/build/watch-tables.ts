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
import { PREFERENCES } from "../../common/preferences";
import { type PackedRoutine, ItemFlag } from "../../common/wire/packed-routine";
import { packRoutine } from "../../common/wire/routine";
import { isExtension, sentClassOf } from "../../phone/coach/classes";
import { builtInEasy } from "../../phone/coach/plans";

const note = (of: string): string =>
  `// Made by \`npm run generate\` from the tables of ${of}: do not edit.\n`;
const NOTE = note("common/");

const quoted = (text: string): string => JSON.stringify(text);

/** An exported list, one entry a line. */
function list(name: string, type: string, entries: readonly string[]): string {
  const lines = entries.map((entry) => `  ${entry},\n`).join("");
  return `export const ${name}${type && `: ${type}`} = [\n${lines}];\n`;
}

/** An exported text of words, with a space between two. */
function text(name: string, words: readonly string[]): string {
  return `export const ${name} =\n  ${quoted(words.join(" "))};\n`;
}

function doc(text: string): string {
  return `\n/** ${text} */\n`;
}

/** A routine in one list, an item a line. */
function flatLines(routine: PackedRoutine): string[] {
  const entries = (list: readonly (number | string)[]): string =>
    list.map((entry) => JSON.stringify(entry)).join(", ");
  const [, , , , , , , items, goal] = routine;
  const head = routine.slice(0, 7) as (number | string)[];
  return [entries([...head, goal]), ...items.map(entries)];
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The facts about exercises, preferences and the built-in routine. */
function tables(): string {
  const routine = packRoutine(defaultRoutine());
  return [
    NOTE,
    'import type { FlatRoutine } from "./wire/flat-routine";\n',
    doc("Ids of all exercises by their codes on the wire, in one text."),
    text(
      "IDS",
      EXERCISES.map(({ id }) => id),
    ),
    doc("Bits of a routine's flags: what the wearer chose."),
    "export const enum Flag {\n",
    ...PREFERENCES.map(
      ({ name, bit, on }) =>
        `  ${capital(on === true ? name : on)} = ${1 << bit},\n`,
    ),
    "}\n",
    doc("The default routine."),
    "// prettier-ignore\n",
    list("BUILT_IN", "", flatLines(routine)).replace(
      ";\n",
      " as FlatRoutine;\n",
    ),
  ].join("");
}

/** How to lie or stand for each exercise, or what has to be found before. */
function positions(): string {
  return [
    NOTE,
    doc("Positions of all exercises by their codes on the wire, in one text."),
    text(
      "POSITIONS",
      EXERCISES.map(({ needs, position }) =>
        needs === "bench" ? needs : position,
      ),
    ),
  ].join("");
}

/** What the coach does where the phone has not told the watch. */
function coach(): string {
  const classes = EXERCISES.map(({ id }) => sentClassOf(id, false));
  const extensions = EXERCISES.reduce(
    (bits, { id }, code) => bits | (isExtension(id) ? 1 << code : 0),
    0,
  );
  const easy = packRoutine({ ...defaultRoutine(), items: builtInEasy() });
  return [
    note("phone/coach/"),
    doc(
      "Bits of `ClassBit`, a figure an exercise, by their codes on the wire.",
    ),
    `export const CLASSES = ${quoted(classes.join(""))};\n`,
    doc(
      "The exercises that bend the back backwards, by their codes, a bit each.",
    ),
    `export const EXTENSIONS = ${extensions};\n`,
    doc("The items of the easy plan where there is no other, flat."),
    "// prettier-ignore\n",
    list("EASY", "", flatLines(easy).slice(1)),
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
      "Lowest and highest by place in a flat routine; 1, 0 where no number stands.",
    ),
    ranges("ROUTINE_RANGES", [
      place("version", version),
      place("revision", revision),
      ["name", ...ANY_TYPE],
      place("ready", ready),
      place("between", between),
      place("switch", ROUTINE_LIMITS.switch),
      ["flags", 0, MOST_FLAGS],
      place("goal", goal),
    ]),
    doc("The same for an item, times in half seconds."),
    ranges("ITEM_RANGES", [
      ["exercise", ...ANY_TYPE],
      ["flags", 0, ItemFlag.LeftOut | ItemFlag.TwoSides | ItemFlag.Held],
      place("sets", sets),
      place("reps", reps),
      place("lift", lift, 2),
      place("hold", hold, 2),
      place("lower", lower, 2),
      place("rest", rest),
    ]),
    doc("Kinds of the exercises by their codes: r for reps, h for hold."),
    `export const KINDS = ${quoted(EXERCISES.map(({ kind }) => kind[0]).join(""))};\n`,
    doc("Longest name in characters, and most items."),
    number("NAME_LENGTH", NAME_LENGTH),
    number("MAX_ITEMS", MAX_ITEMS),
    doc("Shortest rep and shortest set in half seconds."),
    number("MIN_REP_HALVES", MIN_REP * 2),
    number("MIN_SET_HALVES", MIN_SET * 2),
  ].join("");
}

/**
 * What the watch carries of the tables of `common/` and `phone/coach/`, which
 * themselves would be too much for it: the text of each file, by its path in the
 * project.
 */
export function watchTables(): { readonly [path: string]: string } {
  return {
    "common/watch-tables.ts": tables(),
    "common/watch-positions.ts": positions(),
    "common/watch-limits.ts": limits(),
    "common/watch-coach.ts": coach(),
  };
}
