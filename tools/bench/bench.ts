import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SESSION_FILE } from "../../common/wire/link";
import { type FitbitPackage, createWorld, openPackage } from "fitbit-simulator";
import { pageCosts } from "./page";
import { modelTables } from "./models";
import { pageCompared } from "./page-compared";
import { best, lateness, play } from "./watch";
import { phoneCosts } from "./phone";
import { type BenchOptions, USAGE, benchOptions } from "./options";
import {
  type Engines,
  type Measured,
  jerryscriptRows,
} from "./jerryscript/rows";
import { type Row, row, table } from "./table";
import { asCommand } from "fitbit-simulator/run";
import { freshPackage } from "fitbit-simulator/testing";
import { freshBuild, ROOT } from "../build/fresh-build";

const RUNS = 7;
const KB = 1024;

const DONE = 0;
const OVER_BUDGET = 1;

function open(file: string): FitbitPackage {
  return openPackage(new Uint8Array(readFileSync(file)));
}

/** The floor app: one text a second, and nothing else. */
function floor(): FitbitPackage {
  return open(freshPackage(join(ROOT, "tools/bench/floor")));
}

/** Bytes of all watch JavaScript, lazy chunks included. */
function scriptBytes(pkg: FitbitPackage): number {
  let bytes = 0;
  for (const [name, data] of pkg.watch(pkg.targets[0]!).files) {
    if (name.endsWith(".js")) bytes += data.length;
  }
  return bytes;
}

/** Bytes of the record that a default session sends to the phone. */
async function recordBytes(pkg: FitbitPackage): Promise<number> {
  let bytes = 0;
  const world = await createWorld(pkg, {
    onEvent: (event) => {
      if (event.type === "transfer" && event.name.startsWith(SESSION_FILE)) {
        bytes = event.bytes;
      }
    },
  });
  world.watch.launch();
  world.run(1000);
  world.watch.tap("start");
  world.run(1_200_000);
  world.dispose();
  return bytes;
}

/** What is known of the package without an engine: the simulator's figures. */
async function packageCosts(app: FitbitPackage): Promise<Row[]> {
  const base = floor();
  await play(app, "on");
  const [still, on, off] = [
    await best(base, "on", RUNS),
    await best(app, "on", RUNS),
    await best(app, "off", RUNS),
  ];
  const late = await play(app, "off", 200);
  const [early, end] = lateness(off.cues, late.cues);
  const few = await phoneCosts(app, 10, RUNS);
  const many = await phoneCosts(app, 10_000, RUNS);
  return [
    row(
      "heap in the simulator, of the floor app's",
      on.heapPeak / still.heapPeak,
      "×",
    ),
    row("watch JavaScript, all chunks", scriptBytes(app) / KB, " KB"),
    row("a session on the wire", await recordBytes(app), " bytes", 250),
    row("latest cue at ±200 ms jitter, first minute", early, " ms", 200),
    row("latest cue at ±200 ms jitter, last minute", end, " ms", 200),
    row("launch, of the floor app's", on.launchMs / still.launchMs, "×", 6),
    row(
      "work, display on, of the floor app's",
      on.workMs / still.workMs,
      "×",
      undefined,
      2,
    ),
    row(
      "work, display off, of the floor app's",
      off.workMs / still.workMs,
      "×",
      undefined,
      0.2,
    ),
    row(
      "saving a session, at 10,000 of what it costs at 10",
      many.save / few.save,
      "×",
      1.5,
    ),
    row(
      "drawing the page, at 10,000 of what it costs at 10",
      many.draw / few.draw,
      "×",
      1.5,
    ),
  ];
}

function progress(what: string): void {
  console.error(`measuring: ${what}`);
}

/** The package's figures: with the engines that somebody has, and without. */
async function watchCosts(engines: Engines): Promise<Measured> {
  const app = open(freshBuild());
  // A file that is no engine is refused before anything else takes its time.
  const real = jerryscriptRows(app, engines, progress);
  return { ...real, rows: [...real.rows, ...(await packageCosts(app))] };
}

function pageRows(before: string | undefined): Promise<Row[]> {
  return before === undefined ? pageCosts() : pageCompared(before);
}

async function measure(options: BenchOptions): Promise<number> {
  if (options.of === "models") {
    const { jerryscript: file } = options;
    console.log(
      await modelTables(file === undefined ? undefined : { file, progress }),
    );
    return DONE;
  }
  const { rows, notes } =
    options.of === "page"
      ? { rows: await pageRows(options.before), notes: [] }
      : await watchCosts(options);
  console.log([table(rows), ...notes].join("\n"));
  const broken = rows.filter((r) => r.verdict === "OVER BUDGET");
  if (broken.length === 0) return DONE;
  console.error(`over budget: ${broken.map((r) => r.what).join("; ")}`);
  return OVER_BUDGET;
}

async function main(): Promise<number> {
  const options = benchOptions(process.argv.slice(2));
  if (options !== "help") return measure(options);
  console.log(USAGE);
  return DONE;
}

void asCommand(main);
