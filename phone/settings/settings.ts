import { customItem, defaultRoutine } from "../../common/dose";
import { ITEM_LIMITS, ROUTINE_LIMITS, nameFault } from "../../common/limits";
import { Routine } from "../../common/routine";
import { Choice, GENERAL_REST, Pace, readChoices } from "./choices";
import { GOAL_KEY } from "./keys";
import { LEVELS, Level } from "./levels";
import { Lookup, Note, Reader } from "./reader";

/** All that the settings say, every value checked. */
export interface Settings {
  /** Included items only: what the watch gets. Revision 0. */
  routine: Routine;
  /** Nothing is included: the watch keeps what it has. */
  empty: boolean;
  level: Level;
  pace: Pace;
  /** Every exercise there is, in the order of the session. */
  choices: Choice[];
  /** What could not be used, in the order it was met. */
  notes: Note[];
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
  const choices = readChoices(reader, level, pace);
  const items = choices
    .map((choice) => choice.item)
    .filter((item) => item.included);
  return {
    routine: {
      ...base,
      name: reader.text("name", base.name, (name) => !nameFault("", name)),
      ready: time("ready"),
      between: time("between"),
      switch: time("switch"),
      goal: reader.number(GOAL_KEY, ROUTINE_LIMITS.goal!, base.goal),
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
    choices,
    notes: reader.notes,
  };
}
