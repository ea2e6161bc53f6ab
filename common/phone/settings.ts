import { CATALOGUE, Exercise } from "../catalogue";
import { customItem, defaultItem, defaultRoutine } from "../dose";
import {
  ITEM_LIMITS,
  ROUTINE_LIMITS,
  nameFault,
  routineFault,
} from "../limits";
import { Item, Routine } from "../routine";
import { GOAL_KEY, MAX_CUSTOM, customKey, itemKey } from "./keys";
import { fieldsOf } from "./keyed";
import { LEVELS, Level, atLevel } from "./levels";
import { Lookup, Note, Reader } from "./reader";

/** Sessions a week; three non-consecutive days are usual (ACSM). */
export const GOAL_LIMITS = [1, 7, 1] as const;
const GOAL = 3;

/** The rest that the pace sets; an exercise of another rest keeps its own. */
export const GENERAL_REST = 30;

/** One exercise as the settings have it. */
export interface Choice {
  /** The name its settings begin with. */
  key: string;
  /** Undefined for the runner's own exercises. */
  exercise: Exercise | undefined;
  /** With the dose chosen; `included` tells whether it is in. */
  item: Item;
}

/** Speeds and rests that hold for every exercise without its own. */
export interface Pace {
  rest: number;
  lift: number;
  lower: number;
}

/** All that the settings say, every value checked. */
export interface Settings {
  /** Included items only: what the watch gets. Revision 0. */
  routine: Routine;
  /** Nothing is included: the watch keeps what it has. */
  empty: boolean;
  level: Level;
  pace: Pace;
  goal: number;
  /** Every exercise there is, in the order of the session. */
  choices: Choice[];
  /** What could not be used, in the order it was met. */
  notes: Note[];
}

function namesOf(reader: Reader): string[] {
  const names: string[] = [];
  reader.list("custom").forEach((entry) => {
    const given = typeof entry === "string" ? entry : fieldsOf(entry).name;
    const name = typeof given === "string" ? given.trim() : "";
    const bad = !!nameFault("name", name) || names.indexOf(name) >= 0;
    if (bad || names.length >= MAX_CUSTOM) reader.note("custom", given, "");
    else names.push(name);
  });
  return names;
}

function check(item: Item): ReturnType<typeof routineFault> {
  const routine = defaultRoutine();
  routine.items = [{ ...item, included: true }];
  return routineFault(routine);
}

function chosen(reader: Reader, key: string, base: Item, pace: Pace): Item {
  const number = (field: "sets" | "reps" | "hold" | "rest", value: number) =>
    reader.number(itemKey(key, field), ITEM_LIMITS[field]!, value);
  const speed = (field: "lift" | "lower") =>
    reader.number(itemKey(key, field), ITEM_LIMITS[field]!, pace[field]);
  const reps = base.kind === "reps";
  const both = itemKey(key, "both");
  const item: Item = {
    ...base,
    included: reader.toggle(itemKey(key, "in"), base.included),
    sides: reader.toggle(both, base.sides === 2) ? 2 : 1,
    sets: number("sets", base.sets),
    reps: reps ? number("reps", base.reps) : 1,
    hold: number("hold", base.hold),
    rest: number("rest", base.rest === GENERAL_REST ? pace.rest : base.rest),
    lift: reps ? speed("lift") : 0,
    lower: reps ? speed("lower") : 0,
  };
  const wrong = check(item);
  if (!wrong) return item;
  // Each value is fine, but not all of them together.
  const field = wrong.field.slice(wrong.field.lastIndexOf(".") + 1);
  const used = String(base[field as keyof Item]);
  reader.note(key + "." + field, item[field as keyof Item], used);
  return { ...base, included: item.included };
}

function inOrder(reader: Reader, choices: Choice[]): Choice[] {
  const left = choices.slice();
  const ordered: Choice[] = [];
  reader.list("order").forEach((key) => {
    if (typeof key !== "string") reader.note("order", key, "");
    const at = left.map((choice) => choice.key).indexOf(key as string);
    if (at >= 0) ordered.push(...left.splice(at, 1));
  });
  return ordered.concat(left);
}

/** Reads every setting. Garbage never throws: it is noted, defaults stand in. */
export function readSettings(lookup: Lookup): Settings {
  const reader = new Reader(lookup);
  const base = defaultRoutine();
  const time = (key: "ready" | "between" | "switch") =>
    reader.number(key, ROUTINE_LIMITS[key]!, base[key]);
  const flag = (key: "repPulses" | "halfway" | "finalSeconds") =>
    reader.toggle(key, base.preferences[key]);
  const level = reader.choice("level", LEVELS, "full");
  const speed = customItem("-", "reps", 1);
  const pace: Pace = {
    rest: reader.number("rest", ITEM_LIMITS.rest!, GENERAL_REST),
    lift: reader.number("lift", ITEM_LIMITS.lift!, speed.lift),
    lower: reader.number("lower", ITEM_LIMITS.lower!, speed.lower),
  };
  const usual = base.items.map((item) => item.exercise);
  const choices = CATALOGUE.map((exercise): Choice => {
    const item = atLevel(defaultItem(exercise), level);
    item.included = usual.indexOf(exercise.id) >= 0;
    const key = exercise.id;
    return { key, exercise, item: chosen(reader, key, item, pace) };
  });
  namesOf(reader).forEach((name) => {
    const key = customKey(name);
    const kind = reader.choice(itemKey(key, "kind"), ["reps", "hold"], "reps");
    const item = atLevel(customItem(name, kind, 1), level);
    choices.push({
      key,
      exercise: undefined,
      item: chosen(reader, key, item, pace),
    });
  });
  const ordered = inOrder(reader, choices);
  const items = ordered
    .map((choice) => choice.item)
    .filter((item) => item.included);
  return {
    routine: {
      ...base,
      name: reader.text("name", base.name, (name) => !nameFault("", name)),
      ready: time("ready"),
      between: time("between"),
      switch: time("switch"),
      items,
      preferences: {
        strength: reader.toggle("strong", false) ? "strong" : "normal",
        repPulses: flag("repPulses"),
        halfway: flag("halfway"),
        finalSeconds: flag("finalSeconds"),
        keepScreenOn: reader.toggle("keepScreenOn", false),
      },
    },
    empty: items.length === 0,
    level,
    pace,
    goal: reader.number(GOAL_KEY, GOAL_LIMITS, GOAL),
    choices: ordered,
    notes: reader.notes,
  };
}
