import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawSvg } from "../simulator/draw";
import { openPackage } from "../simulator/engine/package/open";
import { loadView, type ViewTree } from "../simulator/engine/view";
import { launchBrowser } from "./browser";
import { pageScreens } from "./page-screens";
import { renderPng, WATCH_CORNER_RADIUS } from "./picture";
import { watchScreens } from "./watch-screens";

const USAGE = `usage: screenshots all
       screenshots icons
       screenshots VIEW FILE.png [ID=TEXT | ID.PROPERTY=VALUE]...
Draws all pictures of docs/screenshots, the icons from their sources, or a view of build/app.fba with the texts given.`;

const FOLDER = "docs/screenshots";
const SCREEN = { width: 336, height: 336 };
/** Where the page's own icon is, for those who install it. */
const PAGE_ICONS = "simulator/web/public";

/** Draws the icons of the package and of the page from their sources. */
async function drawIcons(): Promise<void> {
  await drawIcon("docs/icon.svg", "resources/icon.png", 80);
  for (const size of [192, 512]) {
    const file = `${PAGE_ICONS}/icon-${size}.png`;
    await drawIcon(`${PAGE_ICONS}/icon.svg`, file, size);
  }
}

async function drawIcon(
  source: string,
  file: string,
  size: number,
): Promise<void> {
  const svg = await readFile(source, "utf8");
  const shape = { width: size, height: size, cornerRadius: 0 };
  await save(file, svg, shape);
}

async function drawView(
  view: string,
  file: string,
  changes: string[],
): Promise<void> {
  const bundle = openPackage(await readFile("build/app.fba")).watch("atlas");
  const tree = loadView({
    path: `resources/${view}.view`,
    read: (path) => bundle.text(path),
    widgets: "resources/widget.defs",
    screen: SCREEN,
  });
  for (const change of changes) apply(tree, change);
  const svg = drawSvg(tree, { image: () => undefined });
  await save(file, svg, { ...SCREEN, cornerRadius: WATCH_CORNER_RADIUS });
}

/** `id=text` or `id.property=value`. */
function apply(tree: ViewTree, change: string): void {
  const found = /^([\w-]+)(?:\.([\w-]+))?=(.*)$/s.exec(change);
  if (found === null)
    throw new Error(`not ID=TEXT or ID.PROPERTY=VALUE: ${change}`);
  const [, id = "", property = "text", value = ""] = found;
  const node = tree.byId(id);
  if (node === null) throw new Error(`the view has no element ${id}`);
  node.set(property, value);
}

async function save(
  file: string,
  svg: string,
  shape: Parameters<typeof renderPng>[2],
): Promise<void> {
  const browser = await launchBrowser();
  try {
    await writeFile(file, await renderPng(browser, svg, shape));
  } finally {
    await browser.close();
  }
}

/** Every screen of the watch and the page, as they really are. */
async function drawAll(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const [name, svg] of await watchScreens("en-US")) {
      const shape = { ...SCREEN, cornerRadius: WATCH_CORNER_RADIUS };
      const png = await renderPng(browser, svg, shape);
      await writeFile(join(FOLDER, `watch-${name}.png`), png);
    }
    for (const [name, png] of await pageScreens(browser)) {
      await writeFile(join(FOLDER, `${name}.png`), png);
    }
  } finally {
    await browser.close();
  }
}

async function main([first, file, ...changes]: string[]): Promise<void> {
  if (first === "all") await drawAll();
  else if (first === "icons") await drawIcons();
  else if (first !== undefined && file !== undefined)
    await drawView(first, file, changes);
  else throw new Error(USAGE);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
});
