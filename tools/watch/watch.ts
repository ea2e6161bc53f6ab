import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { openPackage } from "fitbit-simulator";
import {
  findWatches,
  leaveSoon,
  readWatchApp,
  WatchFailure,
  watchCommand,
} from "fitbit-simulator/bridge";
import {
  ArgumentError,
  asStoppableCommand,
  parseArguments,
  quoted,
  StateFolder,
} from "fitbit-simulator/run";
import { freshBuild } from "../build/fresh-build";
import { type SyncReport, sync } from "./sync";
import { UsbWatch } from "./usb-watch";

const USAGE = `npm run -s watch -- COMMAND
A real watch on USB, with its developer bridge switched on. No login, no network.
  list                    the watches that are plugged in
  install [FILE.fba]      puts the app on the watch, or what of it is new
  launch [FILE.fba]       opens the app on the watch
  log [FILE.fba]          prints what the app says, until it is stopped
  screenshot FILE.png     what the watch shows now
  sync --state DIR        gives the watch the routine of npm run phone --state DIR,
                          and takes in the sessions of the watch there
  doctor                  what the watch says of itself, as JSON; nothing personal in it
FILE.fba is this app, built anew where it is out of date, when left out.

Exit code: 0 done, 1 not foreseen, 2 bad arguments, 3 no watch can be reached, 4 the
link broke and trying again may help, 5 the watch or the package says no`;

/** Commands that are the simulator's. */
const KNOWN = ["list", "install", "launch", "log", "screenshot", "doctor"];
/** Commands with a package of which ours is meant when it is left out. */
const WITH_PACKAGE = ["install", "launch", "log"];
const AGAIN = 4;

function note(line: string): void {
  process.stderr.write(line + "\n");
}

/** What a sync has to say in one line. */
function told({ taken, complete, waiting }: SyncReport): string {
  if (!taken) {
    return "the watch did not say that it took anything: open the app on it, and sync again. Nothing is lost";
  }
  if (!complete || waiting) {
    return "not all of what the watch has to say was heard: sync again. Nothing is lost";
  }
  return "synced: what the watch has done is here, and it has the routine";
}

async function syncCommand(folder: string): Promise<number> {
  const file = freshBuild();
  const bytes = new Uint8Array(readFileSync(file));
  const pkg = openPackage(bytes);
  const { name } = pkg.watch(pkg.targets[0]!).manifest;
  const owner = { id: pkg.manifest.appId, name };
  const held = StateFolder.open(folder, "npm run watch");
  try {
    held.requireOwner(owner);
    const report = await sync(held.state, {
      pkg,
      watch: new UsbWatch(readWatchApp(bytes, file), findWatches, note),
      clock: () => ({
        wallMs: Date.now(),
        zoneMinutes: -new Date().getTimezoneOffset(),
      }),
      newId: () => randomBytes(6).toString("hex"),
      save: (state) => held.saveAll({ ...state, app: owner }),
    });
    console.log(told(report));
    return report.complete && !report.waiting ? 0 : AGAIN;
  } catch (error) {
    if (!(error instanceof WatchFailure)) throw error;
    note(error.message);
    return error.exitCode;
  } finally {
    held.close();
  }
}

async function main(args: string[], stopped: AbortSignal): Promise<number> {
  const [what, ...rest] = args;
  if (what === undefined) throw new ArgumentError(USAGE);
  if (what === "--help") {
    console.log(USAGE);
    return 0;
  }
  if (what === "sync") {
    const { values } = parseArguments({
      args: rest,
      options: { state: { type: "string" } },
    });
    if (!values.state) throw new ArgumentError("--state DIR is needed");
    return syncCommand(values.state);
  }
  if (!KNOWN.includes(what)) {
    throw new ArgumentError(
      `unknown command watch ${quoted(what)}; known: sync, ${KNOWN.join(", ")}`,
    );
  }
  const named = rest.some((one) => /\.fba$/i.test(one));
  const own = WITH_PACKAGE.includes(what) && !named ? [freshBuild()] : [];
  return watchCommand([...args, ...own], stopped);
}

void asStoppableCommand((stopped) =>
  main(process.argv.slice(2), stopped).finally(leaveSoon),
);
