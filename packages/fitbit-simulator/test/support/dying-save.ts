// A program of its own: saves a state into a folder and is killed on the way.
// Arguments: the folder, the number of the change of the folder in which it is killed (0: never;
// prints the names of all), the state as text.
import fs from "node:fs";
import { StateFolder } from "../../src/run/state/state-folder";
import { parseState } from "../../src/run/state/state-text";

const [folder = "", killAt = "0", text = ""] = process.argv.slice(2);
const opened = new Set<unknown>();
const changes: string[] = [];

function inFolder(file: unknown): boolean {
  return opened.has(file) || String(file).startsWith(folder);
}

/** Counts a change; the one that is asked for is done half, where it can be, and kills. */
function watchCalls(name: keyof typeof fs, half: (args: unknown[]) => void) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  const watched = (...args: unknown[]): unknown => {
    if (!inFolder(args[0])) return real(...args);
    if (changes.push(name) !== Number(killAt)) return real(...args);
    half(args);
    process.kill(process.pid, "SIGKILL");
    // The signal comes at once; nothing is done any more.
    for (;;) continue;
  };
  Object.assign(fs, { [name]: watched });
  return real;
}

const open = fs.openSync;
Object.assign(fs, {
  openSync: (...args: Parameters<typeof open>) => {
    const file = open(...args);
    if (inFolder(args[0])) opened.add(file);
    return file;
  },
});
for (const name of ["writeFileSync", "writeSync"] as const) {
  const real = watchCalls(name, ([file, data]) =>
    real(file, String(data).slice(0, String(data).length / 2)),
  );
}
for (const name of [
  "mkdirSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
] as const) {
  const real = watchCalls(name, (args) => real(...args));
}
for (const name of ["ftruncateSync", "fsyncSync"] as const) {
  watchCalls(name, () => undefined);
}

const held = StateFolder.open(folder, "a test");
held.save(parseState(text));
held.close();
process.stdout.write(changes.join());
