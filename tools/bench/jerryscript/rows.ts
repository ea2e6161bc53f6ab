import { MAX_ITEMS } from "../../../common/limits";
import type { FitbitPackage } from "fitbit-simulator";
import { type Budget, type Row, judge } from "../table";
import { canCount, requireEngine } from "./engine";
import {
  DEFAULT_SESSION,
  type Life,
  MANY_AT_HOME,
  MANY_IN_A_SESSION,
  RECOVERY,
  STEERED,
  TEN_SESSIONS,
} from "./lives";
import { growth, spare, work } from "./measure";
import { type Workplace, workplace } from "./workplace";

/** Engines that somebody has: files, as given. */
export interface Engines {
  /** With the heap of a watch, for what is left of it. */
  readonly jerryscript?: string;
  /** Of 64 bits with a large heap, for the instructions. */
  readonly jerryscript64?: string;
}

const left = (what: string, hard: number, goal: number): Budget => ({
  what: `of 64 KB left, ${what}`,
  ...{ unit: " bytes", hard, goal, atLeast: true },
});

/** Lives, and how many bytes of a watch's memory each of them has to leave. */
export const ROOM: readonly [Budget, Life][] = [
  [left("default session", 6000, 8000), DEFAULT_SESSION],
  [left("a steered life, long words", 4000, 6000), STEERED],
  [left("recovery after a kill, long words", 4000, 6000), RECOVERY],
  [left(`${MAX_ITEMS} items that arrive at home`, 0, 4000), MANY_AT_HOME],
  [
    left(`${MAX_ITEMS} items that arrive in a session`, 0, 4000),
    MANY_IN_A_SESSION,
  ],
];

const GROWTH: Budget = {
  what: "growth over ten sessions",
  ...{ unit: " bytes", hard: 400, goal: 200 },
};

const million = (what: string, hard: number, goal: number): Budget => ({
  what: `instructions, ${what}`,
  ...{ unit: " M", hard, goal },
});

const LAUNCH = million("launch", 16, 11);
const ON = million("session minute, display on", 8, 5);
const OFF = million("session minute, display off", 2.5, 1.5);

/** Rows of the table, and what is to be said below it. */
export interface Measured {
  rows: Row[];
  notes: string[];
}

/**
 * What only a JerryScript engine can tell of a package's watch program. Without
 * one, the rows say what was not measured, and the notes how it would be.
 * @throws ArgumentError for a file that is no such engine
 */
export function jerryscriptRows(
  pkg: FitbitPackage,
  engines: Engines,
  progress: (what: string) => void,
): Measured {
  const place = workplace(pkg);
  try {
    return together(
      roomRows(place, engines.jerryscript, progress),
      workRows(place, engines.jerryscript64, progress),
    );
  } finally {
    place.dispose();
  }
}

function together(a: Measured, b: Measured): Measured {
  return { rows: [...a.rows, ...b.rows], notes: [...a.notes, ...b.notes] };
}

function roomRows(
  place: Workplace,
  file: string | undefined,
  progress: (what: string) => void,
): Measured {
  if (file === undefined) {
    const budgets = [...ROOM.map(([budget]) => budget), GROWTH];
    return {
      rows: budgets.map((budget) => judge(budget, "not measured")),
      notes: [
        "Whether the app fits a watch of 64 KB was not asked for: --jerryscript FILE measures it (docs/jerryscript.md). The simulator's heap cannot tell.",
      ],
    };
  }
  const engine = requireEngine("--jerryscript", file, place, "of a watch");
  const rows = ROOM.map(([budget, life]) => {
    progress(budget.what);
    return judge(budget, spare(engine, place, life) ?? "dies");
  });
  progress(GROWTH.what);
  const grown = growth(engine, place, TEN_SESSIONS) ?? "dies";
  return { rows: [...rows, judge(GROWTH, grown)], notes: [] };
}

function workRows(
  place: Workplace,
  file: string | undefined,
  progress: (what: string) => void,
): Measured {
  const none = (why: string): Measured => ({
    rows: [LAUNCH, ON, OFF].map((budget) => judge(budget, "not measured")),
    notes: [`Instructions were not counted: ${why}`],
  });
  if (file === undefined) {
    return none("--jerryscript-64 FILE was not asked for.");
  }
  const engine = requireEngine("--jerryscript-64", file, place, "large");
  if (!canCount()) return none("valgrind is not installed.");
  progress("instructions");
  const done = work(engine, place);
  return {
    rows: [
      judge(LAUNCH, done?.launch ?? "dies"),
      judge(ON, done?.on ?? "dies"),
      judge(OFF, done?.off ?? "dies"),
    ],
    notes: [],
  };
}
