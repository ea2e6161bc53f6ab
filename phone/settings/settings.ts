import { customItem, defaultRoutine } from "../../common/default-routine";
import { ITEM_LIMITS, ROUTINE_LIMITS } from "../../common/limits";
import { preferencesWhere } from "../../common/preferences";
import { Routine, WEEK_STARTS } from "../../common/routine";
import { USUAL_REST } from "../../common/exercises";
import { Choice, Pace, readChoices } from "./choices";
import { CoachSettings, coachFrom } from "./coach-choices";
import { STAND_KEY } from "./coach-keys";
import { HealthAnswers, readHealth } from "./health";
import { GOAL_KEY, WEEK_START_KEY } from "./keys";
import { LEVELS, Level } from "./levels";
import { isName, watchName } from "./names";
import { Lookup, Reader, Unusable } from "./reader";
import { readRounds, unrolled } from "./rounds";
import { STANDS, Stand } from "./stand-answer";

/** All that the settings say, every value checked. */
export interface Settings {
  /** Included items only, of every round: what the watch gets. Revision 0. */
  routine: Routine;
  /** How often the list is done from start to end. */
  rounds: number;
  /** Nothing is included: the watch keeps what it has. */
  empty: boolean;
  /** The routine's name, whole, where the watch's may be cut. */
  name: string;
  level: Level;
  pace: Pace;
  health: HealthAnswers;
  /** Where the runner begins; empty while it was not answered. */
  stand: Stand;
  coach: CoachSettings;
  /** Every exercise there is, in the order of the session. */
  choices: Choice[];
  /** Stored values that could not be used, in the order they were read. */
  unusable: Unusable[];
}

/** Reads every setting. Garbage never throws: its default is used in its place. */
export function readSettings(lookup: Lookup): Settings {
  const reader = new Reader(lookup);
  const base = defaultRoutine();
  const time = (key: "ready" | "between" | "switch") =>
    reader.number(key, ROUTINE_LIMITS[key], base[key]);
  const level = reader.option("level", LEVELS, "full");
  const speed = customItem("-", "reps", 1);
  const pace: Pace = {
    rest: reader.number("rest", ITEM_LIMITS.rest, USUAL_REST),
    lift: reader.number("lift", ITEM_LIMITS.lift, speed.lift),
    lower: reader.number("lower", ITEM_LIMITS.lower, speed.lower),
  };
  const health = readHealth(reader);
  const stand = reader.option<Stand>(STAND_KEY, STANDS, "");
  const coach = coachFrom(reader, health);
  const choices = readChoices(reader, level, pace, health);
  const items = choices
    .map((choice) => choice.item)
    .filter((item) => item.included);
  const rounds = readRounds(reader, items.length);
  const name = reader.text("name", base.name, isName);
  return {
    routine: {
      ...base,
      name: watchName(name),
      ready: time("ready"),
      between: time("between"),
      switch: time("switch"),
      goal: reader.number(GOAL_KEY, ROUTINE_LIMITS.goal, base.goal),
      weekStart: reader.option(WEEK_START_KEY, WEEK_STARTS, base.weekStart),
      items: unrolled({ items, rounds }),
      preferences: preferencesWhere(({ key, initially }) =>
        reader.toggle(key, initially),
      ),
    },
    rounds,
    empty: items.length === 0,
    name,
    level,
    pace,
    health,
    stand,
    coach,
    choices,
    unusable: reader.unusable,
  };
}
