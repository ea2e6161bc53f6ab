import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SESSION_FILE } from "../../common/wire/link";
import { type FitbitPackage, createWorld, openPackage } from "fitbit-simulator";
import { pageCosts } from "./page";
import { best, lateness, play } from "./watch";
import { phoneCosts } from "./phone";
import { type Row, row, table } from "./table";
import { ArgumentError, parseArguments } from "fitbit-simulator/run";
import { freshPackage } from "fitbit-simulator/testing";
import { freshBuild, ROOT } from "../build/fresh-build";

const RUNS = 7;
const KB = 1024;

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

/** The watch's budgets, and what the phone's history costs. */
async function packageCosts(): Promise<Row[]> {
  const app = open(freshBuild());
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
  const heap = (on.heapPeak - still.heapPeak) / KB;
  return [
    row("watch heap above the floor app, default session", heap, " KB", 96, 64),
    row("watch JavaScript, all chunks", scriptBytes(app) / KB, " KB", 40, 28),
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

/** With `--page` the page's costs in a browser instead, which take a minute. */
async function main(): Promise<void> {
  const { values } = parseArguments({
    args: process.argv.slice(2),
    options: { page: { type: "boolean" } },
  });
  const rows = await (values.page ? pageCosts() : packageCosts());
  console.log(table(rows));
  const broken = rows.filter((r) => r.verdict === "OVER BUDGET");
  if (broken.length) {
    console.error(`over budget: ${broken.map((r) => r.what).join("; ")}`);
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  const known = error instanceof ArgumentError;
  console.error(known ? error.message : error);
  process.exitCode = 2;
});
