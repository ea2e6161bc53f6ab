import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import {
  type FitbitPackage,
  MODELS,
  openPackage,
  watchModel,
} from "fitbit-simulator";
import { freshBuild } from "../build/fresh-build";
import { type Generation, PACKAGES } from "../build/packages";
import { requireEngine } from "./jerryscript/engine";
import { DEFAULT_SESSION } from "./jerryscript/lives";
import { spare } from "./jerryscript/measure";
import { workplace } from "./jerryscript/workplace";
import { play } from "./watch";

// What the app is on each watch model, as a table of Markdown.

const KB = 1024;
const HEAD = [
  ...["model", "code", "screen", "views", "package", "its part"],
  ...["cues", "as on Versa 3", "heap in the simulator", "left of 64 KB"],
];

/** A package of this project, and what is known of it without a model. */
interface Built {
  readonly pkg: FitbitPackage;
  /** Bytes of each model's part, by its code name. */
  readonly parts: ReadonlyMap<string, number>;
  /** What a default session leaves of the memory of a watch, as text. */
  readonly left: string;
}

/** Bytes that the default session leaves in an engine, grouped; a dash without one. */
function leftIn(pkg: FitbitPackage, engineFile: string | undefined): string {
  if (engineFile === undefined) return "–";
  const place = workplace(pkg);
  try {
    const engine = requireEngine(
      ...(["--jerryscript", engineFile, place, "of a watch"] as const),
    );
    const bytes = spare(engine, place, DEFAULT_SESSION);
    return bytes === undefined ? "dies" : bytes.toLocaleString("en-US");
  } finally {
    place.dispose();
  }
}

function built(sdk: Generation, engineFile: string | undefined): Built {
  const bytes = new Uint8Array(readFileSync(freshBuild(sdk)));
  const parts = new Map<string, number>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const target = /^device-(.*)\.zip$/.exec(name);
    if (target) parts.set(target[1]!, part.length);
  }
  const pkg = openPackage(bytes);
  return { pkg, parts, left: leftIn(pkg, engineFile) };
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

/**
 * Plays the default session on every watch model.
 * @param engineFile a JerryScript with the memory of a watch, for the last column
 * @returns a table of Markdown
 * @throws ArgumentError for a file that is no such engine
 */
export async function modelTable(
  engineFile: string | undefined,
): Promise<string> {
  const packages = new Map<Generation, Built>();
  const lines: string[] = [];
  let first: string | undefined;
  for (const target of MODELS) {
    const { name, screen, sdk } = watchModel(target)!;
    const made = packages.get(sdk) ?? built(sdk, engineFile);
    packages.set(sdk, made);
    const { cues, heapPeak } = await play(made.pkg, "on", 0, target);
    const times = cues.join();
    first ??= times;
    const cells = [
      ...[name, `\`${target}\``, `${screen.width}×${screen.height}`],
      ...[String(viewsOf(made.pkg, target)), `\`${PACKAGES[sdk]}\``],
      ...[kb(made.parts.get(target)!), String(cues.length)],
      times === first ? "to the millisecond" : "NO",
      ...[kb(heapPeak), made.left],
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  const rule = HEAD.map(() => "---").join(" | ");
  return [`| ${HEAD.join(" | ")} |`, `| ${rule} |`, ...lines].join("\n");
}
