import { asBytes, asNumber, asText, type Operations } from "./context";
import { FILE_HEAD } from "./package/source-maps";
import type { Program } from "./program";
import type { Random } from "./time/random";
import type { Task } from "./time/schedule";
import { decodeCbor, encodeCbor, packValue, unpackValue } from "./vm/packed";
import { GuestCode } from "./vm/guest-code";
import { GuestError } from "./vm/sandbox";

/** The longest time of a timer, as in browsers. */
const MOST_MS = 0x7fffffff;

/**
 * The operations that every program has: timers, console, random numbers, CBOR, and `require` of
 * its own modules.
 * @param random the source of `Math.random`
 * @param text the source of a module of the package; undefined when there is none
 */
export function programOperations(
  program: Program,
  random: Random,
  text: (path: string) => string | undefined,
): Operations {
  return {
    ...timerOperations(program),
    random: () => random.next(),
    log: (level, message, stack) =>
      program.log(
        level === "warn" || level === "error" || level === "info"
          ? level
          : "log",
        asText(message),
        typeof stack === "string" ? stack : program.sandbox.stack(),
      ),
    missing: (what, name) =>
      program.miss(what === "module" ? "module" : "function", asText(name)),
    "cbor.encode": (packed) => encodeCbor(unpackValue(asText(packed))),
    "cbor.decode": (bytes) => {
      try {
        return packValue(decodeCbor(asBytes(bytes)));
      } catch {
        throw new GuestError("not valid CBOR");
      }
    },
    resolve: (from, name) => resolve(asText(from), asText(name), text),
    load: (path) =>
      new GuestCode(
        `${FILE_HEAD}${text(asText(path)) ?? ""}\n})`,
        asText(path),
      ),
  };
}

function timerOperations(program: Program): Operations {
  const { schedule } = program.world;
  const tasks = new Map<number, Task>();
  return {
    "timer.start": (id, ms, repeat) => {
      const number = asNumber(id);
      // A timer of no length still lets time pass, or a loop of them would stop the world.
      const period = Math.min(
        Math.max(1, Math.ceil(asNumber(ms) || 0)),
        MOST_MS,
      );
      const start = (dueMs: number): void => {
        const wait = dueMs + program.lateness() - schedule.nowMs;
        const task = program.after(Math.max(0, wait), () => {
          if (repeat === true) start(dueMs + period);
          else tasks.delete(number);
          program.wake(repeat === true ? "interval" : "timeout", number);
        });
        tasks.set(number, task);
      };
      start(schedule.nowMs + period);
    },
    "timer.stop": (id) => {
      tasks.get(asNumber(id))?.cancel();
      tasks.delete(asNumber(id));
    },
  };
}

/** The path of a module of the package, seen from another; undefined when there is none. */
function resolve(
  from: string,
  name: string,
  text: (path: string) => string | undefined,
): string | undefined {
  if (!/^\.{0,2}\//.test(name)) return undefined;
  const parts = name.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  return [path, `${path}.js`].find(
    (candidate) => text(candidate) !== undefined,
  );
}
