import { readFileSync } from "node:fs";
import {
  type FitbitPackage,
  MODELS,
  openPackage,
  watchModel,
} from "fitbit-simulator";
import { readWatchApp } from "fitbit-simulator/bridge";
import { freshBuild } from "../build/fresh-build";
import { type Generation, PACKAGES } from "../build/packages";
import { requireEngine } from "./jerryscript/engine";
import { spare } from "./jerryscript/measure";
import { ROOM } from "./jerryscript/rows";
import { workplace } from "./jerryscript/workplace";
import { play } from "./watch";

// What the app is on each watch model, as tables of Markdown.

const KB = 1024;
const HEAD = [
  ...["model", "code", "screen", "views", "package", "its part"],
  ...["cues", "as on Versa 3", "heap in the simulator"],
];

/** A package of this project, and what is known of it without a model. */
interface Built {
  readonly pkg: FitbitPackage;
  /** Each model's part, by its code name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** An engine with the memory of a watch, and how far measuring is. */
interface Measuring {
  readonly file: string;
  readonly progress: (what: string) => void;
}

function built(sdk: Generation): Built {
  const bytes = new Uint8Array(readFileSync(freshBuild(sdk)));
  const { bundles } = readWatchApp(bytes, PACKAGES[sdk]);
  return { pkg: openPackage(bytes), parts: bundles };
}

/** What each life leaves of a watch's memory, as text. */
function leftBy(pkg: FitbitPackage, { file, progress }: Measuring): string[] {
  const place = workplace(pkg);
  try {
    const engine = requireEngine("--jerryscript", file, place, "of a watch");
    return ROOM.map(([{ what }, life]) => {
      progress(what);
      return spare(engine, place, life)?.toLocaleString("en-US") ?? "dies";
    });
  } finally {
    place.dispose();
  }
}

const kb = (bytes: number): string =>
  `${Math.round(bytes / KB).toLocaleString("en-US")} KB`;

/** How many views a model's part has. */
function viewsOf(pkg: FitbitPackage, target: string): number {
  const paths = [...pkg.watch(target).files.keys()];
  const { widgets } = pkg.watch(target).manifest;
  return paths.filter((path) => /\.(view|gui)$/.test(path) && path !== widgets)
    .length;
}

function tableOf(head: readonly string[], lines: readonly string[][]): string {
  const rule = head.map(() => "---");
  return [head, rule, ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/**
 * Plays the default session on every watch model, and with an engine more lives on one model of
 * each package.
 * @param measuring the engine of `--jerryscript`
 * @returns tables of Markdown
 * @throws ArgumentError for a file that is no such engine
 */
export async function modelTables(
  measuring: Measuring | undefined,
): Promise<string> {
  const packages: Record<Generation, Built> = { 6: built(6), 4: built(4) };
  const lines: string[][] = [];
  let first: string | undefined;
  for (const target of MODELS) {
    const { name, screen, sdk } = watchModel(target)!;
    const { pkg, parts } = packages[sdk];
    const { cues, heapPeak } = await play(pkg, "on", 0, target);
    first ??= cues.join();
    lines.push([
      ...[name, `\`${target}\``, `${screen.width}×${screen.height}`],
      ...[String(viewsOf(pkg, target)), `\`${PACKAGES[sdk]}\``],
      ...[kb(parts.get(target)!.length), String(cues.length)],
      cues.join() === first ? "to the millisecond" : "NO",
      kb(heapPeak),
    ]);
  }
  const models = tableOf(HEAD, lines);
  if (!measuring) return models;
  const newer = leftBy(packages[6].pkg, measuring);
  const older = leftBy(packages[4].pkg, measuring);
  const left = ROOM.map(([{ what }], i) => [what, newer[i]!, older[i]!]);
  return `${models}\n\n${tableOf(["bytes", "SDK 6", "SDK 4"], left)}`;
}
