import { dirname } from "node:path";
import { type Engine } from "./engine";
import { type Reference, liveInNode } from "./in-node";
import { type Life, sessionFor } from "./lives";
import { readOutcome, sameCues } from "./outcome";
import { type Setup, lifeScript, setupScript } from "./scripts";
import type { Workplace } from "./workplace";

/** Bytes that are taken away at a time, and at most. */
const STEP = 1000;
const MOST = 24_000;

/** Scripts of a life that begins as this reference of it did. */
function scripts(
  place: Workplace,
  life: Life,
  { files, clock, answers }: Reference,
  extra: Partial<Setup>,
): string[] {
  const { folder, main } = place;
  const { longWords } = life;
  return [
    place.script(
      "setup.js",
      setupScript({ folder, main, files, clock, answers, longWords, ...extra }),
    ),
    place.script("life.js", lifeScript(life.steps, place.backButton)),
  ];
}

/**
 * How many bytes can be taken away while every cue still comes at its time: the
 * last step before the first failure, since what lies beyond may pass by chance.
 * Undefined when the program fails with all of the heap.
 */
export function spare(
  engine: Engine,
  place: Workplace,
  life: Life,
): number | undefined {
  const expected = liveInNode(place, life);
  let most: number | undefined;
  for (let away = 0; away <= MOST; away += STEP) {
    const run = scripts(place, life, expected, { away });
    if (!sameCues(readOutcome(engine.run(place, run)), expected)) return most;
    most = away;
  }
  return most;
}

/**
 * Bytes that are in use after the last note of a life and were not after the
 * first; undefined when the program fails.
 */
export function growth(
  engine: Engine,
  place: Workplace,
  life: Life,
): number | undefined {
  const expected = liveInNode(place, life);
  const lived = readOutcome(
    engine.run(place, scripts(place, life, expected, { away: 0 })),
  );
  const { used } = lived;
  return sameCues(lived, expected)
    ? used[used.length - 1]! - used[0]!
    : undefined;
}

/** Millions of instructions, those of the stand-ins left out. */
export interface Work {
  launch: number;
  /** A session minute with the display on, and off. */
  on: number;
  off: number;
}

/** From this second of a session, for so many minutes. */
const FROM = 30;
const MINUTES = 10;

/** What a program takes of the processor; undefined when it fails with a large heap, too. */
export function work(engine: Engine, place: Workplace): Work | undefined {
  const whole = sessionFor(FROM + 60 * MINUTES, "on");
  const expected = liveInNode(place, whole);
  const run = scripts(place, whole, expected, {});
  if (!sameCues(readOutcome(engine.run(place, run)), expected))
    return undefined;
  const all = instructions(engine, place, expected);
  const nothing = place.script("nothing.js", '"use strict";\n');
  const idle = { ...place, folder: dirname(nothing), main: "nothing.js" };
  const alone = instructions(engine, idle, expected);
  return {
    launch: all.launch - alone.launch,
    on: all.on - alone.on,
    off: all.off - alone.off,
  };
}

/** The same with what the stand-ins take. */
function instructions(
  engine: Engine,
  place: Workplace,
  expected: Reference,
): Work {
  const count = (life: Life): number =>
    engine.work(place, scripts(place, life, expected, { quiet: true }));
  const minute = (display: "on" | "off"): number => {
    const few = count(sessionFor(FROM, display));
    const many = count(sessionFor(FROM + 60 * MINUTES, display));
    return (many - few) / MINUTES;
  };
  return {
    launch: count({ steps: [] }),
    on: minute("on"),
    off: minute("off"),
  };
}
