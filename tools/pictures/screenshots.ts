import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ArgumentError,
  asCommand,
  parseArguments,
  quoted,
} from "fitbit-simulator/run";
import type { Browser } from "playwright-core";
import { withBrowser } from "../page/browser";
import { contactSheet, sheetLocales } from "./contact-sheet";
import { pageScreens } from "./page-screens";
import { displayShape, Easel, WATCH_SCREEN, renderPng, save } from "./picture";
import { drawPoses } from "./pose-table";
import { STORE, STORE_MODELS, STORE_SCREENS, storeFolder } from "./store-set";
import { drawTour } from "./tour";
import { drawView } from "./view-picture";
import { seeScreens } from "./watch-screens";

const USAGE = `npm run screenshots -- [poses | icons | watch | sheet | store | page | tour]...
npm run screenshots -- VIEW FILE.png [ID=TEXT | ID.PROPERTY=VALUE]...
Draws all pictures of docs and resources, or the parts named, or a view of build/app.fba with the texts given.`;

const FOLDER = "docs/screenshots";
/** Where the page's own icon is, for those who install it. */
const PAGE_ICONS = "packages/fitbit-simulator/src/web/public";

/** Icons from their sources: file, source, pixels. */
const ICONS: ReadonlyArray<readonly [string, string, number]> = [
  ["resources/icon.png", "docs/icon.svg", 80],
  [`${STORE}/icon.png`, "docs/icon.svg", 80],
  [`${PAGE_ICONS}/icon-192.png`, `${PAGE_ICONS}/icon.svg`, 192],
  [`${PAGE_ICONS}/icon-512.png`, `${PAGE_ICONS}/icon.svg`, 512],
];

async function icons(browser: Browser): Promise<void> {
  for (const [file, source, size] of ICONS) {
    const svg = readFileSync(source, "base64");
    const image = `<img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`;
    const shape = { width: size, height: size, cornerRadius: 0 };
    save(file, await renderPng(browser, image, shape));
  }
}

/** Every screen of a watch by name, as SVG. */
async function screens(
  locale: string,
  target?: string,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  await seeScreens(locale, (name, _, svg) => seen.set(name, svg), target);
  return seen;
}

async function watch(browser: Browser): Promise<void> {
  const seen = await screens("en-US");
  const easel = await Easel.open(browser, WATCH_SCREEN, "");
  for (const [name, svg] of seen) {
    save(join(FOLDER, `watch-${name}.png`), await easel.draw(svg));
  }
  await easel.close();
}

/** A sheet for each size of display; that of the newer models is `sheet.png`. */
async function sheet(browser: Browser): Promise<void> {
  const locales = sheetLocales();
  for (const model of STORE_MODELS) {
    const rows = new Map<string, string[]>();
    for (const locale of locales) {
      for (const [name, svg] of await screens(locale, model)) {
        rows.set(name, [...(rows.get(name) ?? []), svg]);
      }
    }
    const display = displayShape(model);
    const { markup, ...size } = contactSheet(rows, locales, display);
    const png = await renderPng(browser, markup, { ...size, cornerRadius: 0 });
    const suffix = model === STORE_MODELS[0] ? "" : `-${storeFolder(model)}`;
    save(join(FOLDER, `sheet${suffix}.png`), png);
  }
}

async function store(browser: Browser): Promise<void> {
  for (const model of STORE_MODELS) {
    // A gallery cuts the corners itself.
    const shape = { ...displayShape(model), cornerRadius: 0 };
    const easel = await Easel.open(browser, shape, "");
    const seen = await screens("en-US", model);
    for (const [index, name] of STORE_SCREENS.entries()) {
      const file = `${index + 1}-${name}.png`;
      const png = await easel.draw(seen.get(name)!);
      save(join(STORE, storeFolder(model), file), png);
    }
    await easel.close();
  }
}

async function page(browser: Browser): Promise<void> {
  for (const [name, png] of await pageScreens(browser)) {
    save(join(FOLDER, `${name}.png`), png);
  }
}

async function tour(browser: Browser): Promise<void> {
  save(join(FOLDER, "tour.gif"), await drawTour(browser));
}

/** In this order: what goes into the package comes before what is drawn from it. */
const PARTS: Record<string, (browser: Browser) => Promise<void>> = {
  poses: drawPoses,
  icons,
  watch,
  sheet,
  store,
  page,
  tour,
};

async function main(): Promise<number> {
  const { values, positionals } = parseArguments({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { help: { type: "boolean" } },
  });
  const [view, file, ...changes] = positionals;
  if (values.help) console.log(USAGE);
  else if (positionals.every((part) => Object.hasOwn(PARTS, part))) {
    const names = Object.keys(PARTS).filter(
      (name) => positionals.length === 0 || positionals.includes(name),
    );
    await withBrowser(async (browser) => {
      for (const name of names) await PARTS[name]!(browser);
    });
  } else if (view !== undefined && file?.endsWith(".png")) {
    const svg = drawView(view, changes);
    await withBrowser(async (browser) => {
      save(file, await renderPng(browser, svg, WATCH_SCREEN));
    });
  } else {
    const parts = Object.keys(PARTS).join(", ");
    throw new ArgumentError(
      `${quoted(view!)} is no part; allowed: ${parts}, or VIEW FILE.png`,
    );
  }
  return 0;
}

void asCommand(main, 2);
