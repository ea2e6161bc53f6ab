import { asNumber, asText, type Ops } from "../../context";
import type { Task } from "../../time/schedule";
import { GuestCode } from "../../vm/sandbox";
import type { Process } from "../process";

const MOST_MS = 0x7fffffff;

/** The calls of timers, and of `require` for the package's own modules. */
export function timerOps(process: Process): Ops {
  const { schedule } = process.watch.world;
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
        const wait = dueMs + process.lateness() - schedule.nowMs;
        const task = process.after(Math.max(0, wait), () => {
          if (repeat === true) start(dueMs + period);
          else tasks.delete(number);
          process.wake(repeat === true ? "interval" : "timeout", number);
        });
        tasks.set(number, task);
      };
      start(schedule.nowMs + period);
    },
    "timer.stop": (id) => {
      tasks.get(asNumber(id))?.cancel();
      tasks.delete(asNumber(id));
    },
    resolve: (from, name) => resolve(process, asText(from), asText(name)),
    load: (path) => {
      const code = process.watch.bundle.text(asText(path)) ?? "";
      return new GuestCode(
        `(function (require, module, exports) {${code}\n})`,
        asText(path),
      );
    },
  };
}

/** The path of a module of the package, seen from another; undefined when there is none. */
function resolve(
  process: Process,
  from: string,
  name: string,
): string | undefined {
  if (!/^\.{0,2}\//.test(name)) return undefined;
  const parts = name.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  const { files } = process.watch.bundle;
  return [path, `${path}.js`].find((candidate) => files.has(candidate));
}
