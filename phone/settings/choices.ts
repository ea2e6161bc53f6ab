import {
  EXERCISES,
  Exercise,
  Health,
  USUAL_REST,
} from "../../common/exercises";
import {
  customItem,
  defaultItem,
  defaultRoutine,
} from "../../common/default-routine";
import { ITEM_LIMITS, MAX_ITEMS } from "../../common/limits";
import { Item } from "../../common/routine";
import { HealthAnswers, mostHold, shutBy } from "./health";
import { customKey, itemKey, withoutNumber } from "./keys";
import { fieldsOf } from "../json";
import { leastHold, leastReps } from "./least-dose";
import { atStepOf, stepsOf } from "../coach/steps";
import { Level, atLevel, stepOfLevel } from "./levels";
import { isName, watchName } from "./names";
import { Reader } from "./reader";

/** One exercise as the settings have it. */
export interface Choice {
  /** The name its settings begin with. */
  key: string;
  /** Undefined for the runner's own exercises. */
  exercise: Exercise | undefined;
  /** The runner's own name, whole, where the watch's may be cut; else empty. */
  name: string;
  /** With the dose in force; `included` tells whether it is in. */
  item: Item;
  /** The runner has it in, whatever their health answers say. */
  chosen: boolean;
  /** The health answers that keep it out. */
  shut: ReadonlyArray<Health>;
  /** The longest hold in seconds that health answers allow; Infinity for any. */
  mostHold: number;
  /**
   * Where it stands on its ladder, by the level or by the coach; undefined for
   * one without a ladder, or with sets, reps or hold of the runner's own.
   */
  step: number | undefined;
}

/** Seconds that hold for every exercise without its own. */
export interface Pace {
  /** An exercise whose own rest is another than the usual one keeps it. */
  rest: number;
  lift: number;
  lower: number;
}

function namesOf(reader: Reader): string[] {
  const names: string[] = [];
  reader.list("custom").forEach((entry) => {
    const given = typeof entry === "string" ? entry : fieldsOf(entry).name;
    const name = typeof given === "string" ? given.trim() : "";
    const bad = !isName(name) || names.indexOf(name) >= 0;
    if (bad || names.length >= MAX_ITEMS) reader.refuse("custom", given, "");
    else names.push(name);
  });
  return names;
}

/**
 * Values that are fine, but too low for each other, are raised to the least
 * that works; a note says so for each.
 */
function raised(reader: Reader, key: string, item: Item): Item {
  const hold = Math.max(item.hold, leastHold(item));
  if (hold > item.hold) {
    const why = item.kind === "hold" ? "set" : "rep";
    reader.refuse(itemKey(key, "hold"), item.hold, String(hold), why);
  }
  const reps = Math.max(item.reps, leastReps({ ...item, hold }));
  if (reps > item.reps) {
    reader.refuse(itemKey(key, "reps"), item.reps, String(reps), "set");
  }
  return { ...item, hold, reps };
}

function dosed(reader: Reader, key: string, base: Item, pace: Pace): Item {
  const number = (field: "sets" | "reps" | "hold" | "rest", value: number) =>
    reader.number(itemKey(key, field), ITEM_LIMITS[field], value);
  const speed = (field: "lift" | "lower") =>
    reader.number(itemKey(key, field), ITEM_LIMITS[field], pace[field]);
  const reps = base.kind === "reps";
  const both = itemKey(key, "both");
  return raised(reader, key, {
    ...base,
    included: reader.toggle(itemKey(key, "in"), base.included),
    sides: reader.toggle(both, base.sides === 2) ? 2 : 1,
    sets: number("sets", base.sets),
    reps: reps ? number("reps", base.reps) : 1,
    hold: number("hold", base.hold),
    rest: number("rest", base.rest === USUAL_REST ? pace.rest : base.rest),
    lift: reps ? speed("lift") : 0,
    lower: reps ? speed("lower") : 0,
  });
}

/** Whether sets, reps or hold are the runner's own, so that the coach leaves them alone. */
function hasOwnDose(reader: Reader, key: string, { kind }: Item): boolean {
  const fields = ["sets", "hold"] as const;
  const all = kind === "reps" ? [...fields, "reps" as const] : fields;
  return all.some((field) =>
    reader.chosen(itemKey(key, field), ITEM_LIMITS[field]),
  );
}

/** The highest step up to one that holds for no longer than so many seconds. */
function heldShort(
  exercise: string,
  step: number | undefined,
  most: number,
): number | undefined {
  const steps = stepsOf(exercise);
  let at = step;
  while (at && steps[at]!.hold > most) at--;
  return at;
}

/** Makes the choices of one reading, by their keys. */
class ChoiceMaker {
  private usual = defaultRoutine().items.map((item) => item.exercise);
  private steps: { [exercise: string]: number } = {};
  readonly names: string[];

  constructor(
    private reader: Reader,
    private level: Level,
    private pace: Pace,
    private health: HealthAnswers,
  ) {
    this.names = namesOf(reader);
  }

  /** The step of an exercise, which is read once; undefined without a ladder. */
  private stepOf({ id }: Exercise): number | undefined {
    const usual = stepOfLevel(id, this.level);
    if (usual === undefined) return undefined;
    if (this.steps[id] === undefined) {
      const range = [0, stepsOf(id).length - 1, 1] as const;
      this.steps[id] = this.reader.number(itemKey(id, "step"), range, usual);
    }
    return this.steps[id];
  }

  known(exercise: Exercise, key: string): Choice {
    const most = mostHold(exercise, this.health);
    const shut = shutBy(exercise, this.health);
    const step = heldShort(exercise.id, this.stepOf(exercise), most);
    const base = {
      ...atStepOf(defaultItem(exercise), step === undefined ? -1 : step),
      included: key !== exercise.id || this.usual.indexOf(key) >= 0,
    };
    const item = dosed(this.reader, key, base, this.pace);
    const chosen = item.included;
    item.included = chosen && !shut.length;
    item.hold = Math.min(item.hold, most);
    const own = hasOwnDose(this.reader, key, base);
    const health = { chosen, shut, mostHold: most };
    const at = own ? undefined : step;
    return { key, exercise, name: "", item, ...health, step: at };
  }

  custom(name: string, key: string): Choice {
    const kinds = ["reps", "hold"] as const;
    const kind = this.reader.option(itemKey(key, "kind"), kinds, "reps");
    const base = atLevel(customItem(watchName(name), kind, 1), this.level);
    const item = dosed(this.reader, key, base, this.pace);
    const free = { chosen: item.included, shut: [], mostHold: Infinity };
    return { key, exercise: undefined, name, item, ...free, step: undefined };
  }

  /** An exercise done once more, such as "plank#2"; undefined for others. */
  again(key: string): Choice | undefined {
    const first = withoutNumber(key);
    if (first === key) return undefined;
    const known = EXERCISES.filter((exercise) => exercise.id === first)[0];
    if (known) return this.known(known, key);
    const own = this.names.filter((name) => customKey(name) === first)[0];
    return own === undefined ? undefined : this.custom(own, key);
  }
}

function inOrder(reader: Reader, maker: ChoiceMaker, all: Choice[]): Choice[] {
  const left = all.slice();
  const ordered: Choice[] = [];
  reader
    .list("order")
    .slice(0, 2 * MAX_ITEMS)
    .forEach((key) => {
      if (typeof key !== "string") return reader.refuse("order", key, "");
      const at = left.map((choice) => choice.key).indexOf(key);
      const there = ordered.some((choice) => choice.key === key);
      const again = at < 0 && !there ? maker.again(key) : undefined;
      if (again) ordered.push(again);
      else if (at >= 0) ordered.push(...left.splice(at, 1));
    });
  return ordered.concat(left);
}

/** What stands in for a routine of which health answers leave nothing; none shuts it. */
const STAND_IN = "hip-raise";

/**
 * The watch keeps its routine where none is sent, so one of shut exercises alone
 * must not become empty.
 */
function standIn(choices: ReadonlyArray<Choice>): void {
  const lost = choices.some(({ chosen, shut }) => chosen && shut.length > 0);
  if (!lost || choices.some(({ item }) => item.included)) return;
  choices
    .filter(({ key }) => key === STAND_IN)
    .forEach(({ item }) => (item.included = true));
}

/** Every exercise there is, in the order of the session; at most 40 are included. */
export function readChoices(
  reader: Reader,
  level: Level,
  pace: Pace,
  health: HealthAnswers,
): Choice[] {
  const maker = new ChoiceMaker(reader, level, pace, health);
  const choices = EXERCISES.map((one) => maker.known(one, one.id)).concat(
    maker.names.map((name) => maker.custom(name, customKey(name))),
  );
  const ordered = inOrder(reader, maker, choices);
  standIn(ordered);
  ordered
    .filter(({ item }) => item.included)
    .slice(MAX_ITEMS)
    .forEach(({ key, item }) => {
      item.included = false;
      reader.refuse(itemKey(key, "in"), true, "false", "items");
    });
  return ordered;
}
