import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { ArgumentError } from "fitbit-simulator/run";
import type { Workplace } from "./workplace";

/** What a program is offered by the engine, beside the language. */
const OFFERED = ["print", "gc", "__jobs", "__load", "__heap"];
/** The heap of a watch in bytes. */
const WATCH_HEAP = 65528;
/** Of these, what a program that does nothing finds free at least. */
const WATCH_ROOM = 60000;
/** No search for the end of a heap goes further. */
const PROBED = 2 * WATCH_HEAP;
/** A life that takes longer hangs. */
const TIMEOUT_MS = 900_000;

const PROBE = `
var lacking = "${OFFERED.join(" ")}".split(" ").filter(function (name) {
  return typeof this[name] !== "function";
}, this);
print("lacks " + (lacking.join(", ") || "nothing"));
var from = __heap().used, pieces = [], thousand = "";
while (thousand.length < 980) thousand += ".";
while (__heap().used - from < ${PROBED}) {
  print("room " + (__heap().used - from));
  pieces.push(thousand + (1000 + pieces.length));
  gc();
}
`;

/** A JerryScript that can be measured with. */
export interface Engine {
  /** Runs scripts, the stand-ins first; answers what they printed until the end or a failure. */
  run(place: Workplace, scripts: readonly string[]): string;
  /** Millions of instructions of such a run, counted by valgrind. */
  work(place: Workplace, scripts: readonly string[]): number;
}

/**
 * The engine of an option, after a look at whether it is one.
 * @throws ArgumentError when the file is missing, cannot be run, or is no such engine
 */
export function requireEngine(
  option: string,
  file: string,
  place: Workplace,
  heap: "of a watch" | "large",
): Engine {
  const path = resolve(file);
  const argument = `${option} "${file}"`;
  requireExecutable(argument, path);
  const probe = place.script("probe.js", PROBE);
  const seen = spawnSync(path, [probe], { encoding: "utf8", timeout: 30_000 });
  const problem = seen.error
    ? `cannot be run: ${seen.error.message}`
    : probeProblem(seen.stdout, heap);
  if (problem) throw new ArgumentError(`${argument} ${problem}`);
  return {
    run: (at, scripts) => {
      const args = [...at.standIns, ...scripts];
      const ran = spawnSync(path, args, {
        encoding: "utf8",
        timeout: TIMEOUT_MS,
      });
      return ran.stdout ?? "";
    },
    work: (at, scripts) => instructions(path, [...at.standIns, ...scripts]),
  };
}

function requireExecutable(argument: string, path: string): void {
  try {
    if (!statSync(path).isFile())
      throw new ArgumentError(`${argument} is no file`);
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    throw new ArgumentError(`${argument} cannot be found`);
  }
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new ArgumentError(`${argument} cannot be run: it is not executable`);
  }
}

/** What is wrong with an engine that printed this when it was probed; undefined when nothing is. */
export function probeProblem(
  printed: string,
  heap: "of a watch" | "large",
): string | undefined {
  const need = "docs/jerryscript.md says what the bench needs";
  const lacks = /^lacks (.*)$/m.exec(printed)?.[1];
  if (lacks === undefined) return `is no JerryScript to measure with; ${need}`;
  if (lacks !== "nothing") return `does not offer ${lacks}; ${need}`;
  const rooms = [...printed.matchAll(/^room (\d+)$/gm)];
  const room = Number(rooms[rooms.length - 1]?.[1] ?? 0);
  const least = room > WATCH_HEAP ? "more than" : "about";
  const found = `has a heap of ${least} ${Math.min(room, WATCH_HEAP)} bytes`;
  if (heap === "large") {
    return room > WATCH_HEAP
      ? undefined
      : `${found}, which is too small; ${need}`;
  }
  return room >= WATCH_ROOM && room <= WATCH_HEAP
    ? undefined
    : `${found}, a watch one of ${WATCH_HEAP}; ${need}`;
}

/** True when valgrind is there to count instructions. */
export function canCount(): boolean {
  return spawnSync("valgrind", ["--version"]).status === 0;
}

function instructions(path: string, args: readonly string[]): number {
  const { stderr } = spawnSync(
    "valgrind",
    [...["--tool=callgrind", "--callgrind-out-file=/dev/null", path], ...args],
    { encoding: "utf8", timeout: TIMEOUT_MS },
  );
  const collected = /Collected : (\d+)/.exec(stderr ?? "");
  return collected ? Number(collected[1]) / 1e6 : NaN;
}
