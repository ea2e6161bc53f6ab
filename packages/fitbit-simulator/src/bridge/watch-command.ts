import { writeFileSync } from "node:fs";
import { ArgumentError, parseArguments, quoted } from "../run/arguments";
import { stoppedCode } from "../run/command";
import { requireFile } from "../run/input";
import { visibleText } from "../visible";
import type { ConnectedWatch, LogLine, Progress } from "./connected-watch";
import { WatchFailure } from "./failure";
import { findWatches, type FoundWatch } from "./find-watches";
import { readWatchApp, type WatchApp } from "./watch-app";
import { withWatch } from "./with-watch";

/** What the command does, for a help text. */
export const WATCH_HELP = `  list                    the watches that are plugged in
  install FILE.fba        puts an app on the watch, or what of it is new
  launch FILE.fba         opens this app on the watch
  log [FILE.fba]          prints what apps say, or this app alone, until it is stopped
  screenshot FILE.png     what the watch shows now
  doctor                  what the watch says of itself, as JSON; nothing personal in it
  --watch N               which watch, by its number in the list (default: the only one)

Exit code: 0 done, 1 not foreseen, 2 bad arguments, 3 no watch can be reached, 4 the
link broke and trying again may help, 5 the watch or the package says no`;

const USAGE = `fitbit-sim watch COMMAND
A real watch on USB, with its developer bridge switched on. No login, no network.
${WATCH_HELP}`;

const WENT_WELL = 0;

/** What the command uses of the world. */
export interface WatchPorts {
  find(): Promise<FoundWatch[]>;
  /** A line of the answer. */
  print(line: string): void;
  /** What is going on, or a warning. */
  note(line: string): void;
}

/** How long a process may stay for what a link that broke has left behind. */
const LEAVING_MS = 1000;

/** Ends this process soon, with its exit code: a link that broke leaves timers of up to 20 s. */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), LEAVING_MS).unref();
}

/** USB, and the terminal. */
export const REAL_PORTS: WatchPorts = {
  find: () => findWatches(),
  print: (line) => process.stdout.write(line + "\n"),
  note: (line) => process.stderr.write(line + "\n"),
};

/** Tells of each tenth that is done. */
function tenths(note: (line: string) => void): Progress {
  let told = -1;
  return (done, all) => {
    const percent = all ? Math.floor((done / all) * 10) * 10 : 0;
    if (percent <= told) return;
    told = percent;
    note(`${percent} % (${done} of ${all} bytes)`);
  };
}

/** @throws ArgumentError */
function requireApp(file: string | undefined): WatchApp {
  if (file === undefined) throw new ArgumentError("FILE.fba is missing");
  return readWatchApp(requireFile(quoted(file), file), quoted(file));
}

/** @throws ArgumentError, WatchFailure */
async function oneOf(
  find: WatchPorts["find"],
  wanted: string | undefined,
): Promise<FoundWatch> {
  const found = await find();
  if (wanted === undefined && found.length > 1) {
    throw new ArgumentError(
      `there are ${found.length} watches; choose one of the list with --watch 1 to ${found.length}`,
    );
  }
  const watch = found[Number(wanted ?? 1) - 1];
  if (watch) return watch;
  throw new ArgumentError(
    `--watch is ${quoted(wanted ?? "")}; allowed: 1 to ${found.length}`,
  );
}

function printLine(ports: WatchPorts, { kind, text }: LogLine): void {
  ports.print(visibleText(kind === "log" ? text : `${kind}: ${text}`));
}

/** Passes on what is said until the command is stopped or the watch is gone. */
async function printLog(
  watch: ConnectedWatch,
  uuid: string | undefined,
  ports: WatchPorts,
  stopped: AbortSignal,
): Promise<number> {
  watch.log((line) => {
    if (uuid === undefined || line.uuid === uuid) printLine(ports, line);
  });
  ports.note(`listening to ${watch.name}; Ctrl-C ends it`);
  const end = new Promise<"stopped">((resolve) => {
    if (stopped.aborted) resolve("stopped");
    stopped.addEventListener("abort", () => resolve("stopped"));
  });
  if ((await Promise.race([watch.gone, end])) === "stopped") {
    return stoppedCode(stopped) ?? WENT_WELL;
  }
  throw new WatchFailure(
    "unplugged",
    "the watch was unplugged, or ended the connection",
  );
}

const INSTALLED = {
  full: "installed",
  partial: "updated; the rest was there",
  same: "there already, nothing was sent",
} as const;

/**
 * `fitbit-sim watch`.
 * @param stopped ends `log`
 * @returns its exit code
 * @throws ArgumentError
 */
export async function watchCommand(
  args: string[],
  stopped: AbortSignal,
  ports: WatchPorts = REAL_PORTS,
): Promise<number> {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: { watch: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    ports.print(USAGE);
    return WENT_WELL;
  }
  const [what, file, more] = positionals;
  if (more !== undefined) {
    throw new ArgumentError(`one file at a time; unexpected ${quoted(more)}`);
  }
  const find = () => oneOf(() => ports.find(), values.watch);
  const withIt = <T>(use: (watch: ConnectedWatch) => Promise<T>) =>
    withWatch(find, use, (why) => ports.note(`${why}; once more`));
  try {
    return await run(what, file, { ports, stopped, withIt });
  } catch (error) {
    if (!(error instanceof WatchFailure)) throw error;
    ports.note(error.message);
    return error.exitCode;
  }
}

interface Context {
  readonly ports: WatchPorts;
  readonly stopped: AbortSignal;
  withIt<T>(use: (watch: ConnectedWatch) => Promise<T>): Promise<T>;
}

async function run(
  what: string | undefined,
  file: string | undefined,
  { ports, stopped, withIt }: Context,
): Promise<number> {
  switch (what) {
    case "list": {
      const found = await ports.find();
      found.forEach(({ name }, at) => ports.print(`${at + 1} ${name}`));
      return WENT_WELL;
    }
    case "install": {
      const app = requireApp(file);
      await withIt(async (watch) => {
        ports.note(`installing on ${watch.name}; leave it plugged in`);
        const { kind, bytes } = await watch.install(app, tenths(ports.note));
        ports.print(`${watch.name}: ${INSTALLED[kind]} (${bytes} bytes)`);
      });
      return WENT_WELL;
    }
    case "launch": {
      const { uuid } = requireApp(file);
      await withIt(async (watch) => {
        await watch.launch(uuid);
        ports.print(`${watch.name}: launched`);
      });
      return WENT_WELL;
    }
    case "log": {
      const uuid = file === undefined ? undefined : requireApp(file).uuid;
      return withIt((watch) => printLog(watch, uuid, ports, stopped));
    }
    case "screenshot": {
      if (file === undefined) throw new ArgumentError("FILE.png is missing");
      const png = await withIt((watch) => watch.screenshot());
      writeFileSync(file, png);
      ports.print(file);
      return WENT_WELL;
    }
    case "doctor":
      await withIt(async ({ about }) => {
        ports.print(visibleText(JSON.stringify(about, undefined, 2)));
      });
      return WENT_WELL;
    case undefined:
      throw new ArgumentError(USAGE);
    default:
      throw new ArgumentError(
        `unknown command watch ${quoted(what)}; known: list, install, launch, log, screenshot, doctor`,
      );
  }
}
