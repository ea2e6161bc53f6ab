import { CATALOGUE, Exercise } from "../../common/catalogue";
import { customItem, defaultItem, defaultRoutine } from "../../common/dose";
import {
  ITEM_LIMITS,
  MAX_ITEMS,
  nameFault,
  routineFault,
} from "../../common/limits";
import { Item } from "../../common/routine";
import { customKey, itemKey, withoutNumber } from "./keys";
import { fieldsOf } from "../json";
import { Level, atLevel } from "./levels";
import { Reader } from "./reader";

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

/** The rest that the pace sets; an exercise of another rest keeps its own. */
export const GENERAL_REST = 30;

function namesOf(reader: Reader): string[] {
  const names: string[] = [];
  reader.list("custom").forEach((entry) => {
    const given = typeof entry === "string" ? entry : fieldsOf(entry).name;
    const name = typeof given === "string" ? given.trim() : "";
    const bad = !!nameFault("name", name) || names.indexOf(name) >= 0;
    if (bad || names.length >= MAX_ITEMS) reader.note("custom", given, "");
    else names.push(name);
  });
  return names;
}

function check(item: Item): ReturnType<typeof routineFault> {
  const routine = defaultRoutine();
  routine.items = [{ ...item, included: true }];
  return routineFault(routine);
}

function dosed(reader: Reader, key: string, base: Item, pace: Pace): Item {
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

/** Makes the choices of one reading, by their keys. */
class Maker {
  private usual = defaultRoutine().items.map((item) => item.exercise);
  readonly names: string[];

  constructor(
    private reader: Reader,
    private level: Level,
    private pace: Pace,
  ) {
    this.names = namesOf(reader);
  }

  catalogue(exercise: Exercise, key: string): Choice {
    const base = atLevel(defaultItem(exercise), this.level);
    base.included = key !== exercise.id || this.usual.indexOf(key) >= 0;
    const item = dosed(this.reader, key, base, this.pace);
    return { key, exercise, item };
  }

  custom(name: string, key: string): Choice {
    const kinds = ["reps", "hold"] as const;
    const kind = this.reader.choice(itemKey(key, "kind"), kinds, "reps");
    const base = atLevel(customItem(name, kind, 1), this.level);
    const item = dosed(this.reader, key, base, this.pace);
    return { key, exercise: undefined, item };
  }

  /** An exercise done once more, such as "plank#2"; undefined for others. */
  again(key: string): Choice | undefined {
    const first = withoutNumber(key);
    if (first === key) return undefined;
    const known = CATALOGUE.filter((exercise) => exercise.id === first)[0];
    if (known) return this.catalogue(known, key);
    const own = this.names.filter((name) => customKey(name) === first)[0];
    return own === undefined ? undefined : this.custom(own, key);
  }
}

function inOrder(reader: Reader, maker: Maker, all: Choice[]): Choice[] {
  const left = all.slice();
  const ordered: Choice[] = [];
  reader
    .list("order")
    .slice(0, 2 * MAX_ITEMS)
    .forEach((key) => {
      if (typeof key !== "string") return reader.note("order", key, "");
      const at = left.map((choice) => choice.key).indexOf(key);
      const there = ordered.some((choice) => choice.key === key);
      const again = at < 0 && !there ? maker.again(key) : undefined;
      if (again) ordered.push(again);
      else if (at >= 0) ordered.push(...left.splice(at, 1));
    });
  return ordered.concat(left);
}

/** Every exercise there is, in the order of the session; at most 40 are in. */
export function readChoices(
  reader: Reader,
  level: Level,
  pace: Pace,
): Choice[] {
  const maker = new Maker(reader, level, pace);
  const choices = CATALOGUE.map((one) => maker.catalogue(one, one.id)).concat(
    maker.names.map((name) => maker.custom(name, customKey(name))),
  );
  const ordered = inOrder(reader, maker, choices);
  ordered
    .filter(({ item }) => item.included)
    .slice(MAX_ITEMS)
    .forEach(({ key, item }) => {
      item.included = false;
      reader.note(itemKey(key, "in"), true, "false");
    });
  return ordered;
}
