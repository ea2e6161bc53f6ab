import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { freshBuild } from "../build/fresh-build";
import { launchBrowser } from "../page/browser";
import { serve } from "../page/site";
import { playedSeconds } from "./page";
import { type Row, row } from "./table";

const RUNS = 5;

/** Real seconds that a page took. */
interface Took {
  readonly opening: number;
  readonly session: number;
}

/**
 * What the page costs, of what the page of another checkout costs: both with this app's package,
 * in turns, in one browser, so that a busy machine slows both; the best of five each.
 * @param folder the other checkout, with its dependencies
 */
export async function pageCompared(folder: string): Promise<Row[]> {
  const now = await serve();
  const before = await serve(folder);
  const browser = await launchBrowser();
  try {
    const pkg = readFileSync(freshBuild());
    const took: Record<"before" | "now", Took[]> = { before: [], now: [] };
    for (let run = 0; run < RUNS; run += 1) {
      took.before.push(await once(browser, before.address, pkg));
      took.now.push(await once(browser, now.address, pkg));
    }
    const of = (what: keyof Took): number =>
      least(took.now, what) / least(took.before, what);
    return [
      row("page, a package opened, of before", of("opening"), "×"),
      row("page, a whole session at max, of before", of("session"), "×"),
      row("page, a package opened", least(took.now, "opening"), " s"),
      row("page, a whole session at max", least(took.now, "session"), " s"),
    ];
  } finally {
    await browser.close();
    await before.stop();
    await now.stop();
  }
}

function least(all: readonly Took[], what: keyof Took): number {
  return Math.min(...all.map((one) => one[what]));
}

/** A page that is new to the browser opens a package and plays its default session. */
async function once(
  browser: Browser,
  address: string,
  pkg: Buffer,
): Promise<Took> {
  // A service worker would fetch the package itself.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
  });
  let given = false;
  await context.route("**/app.fba", (route) => {
    given = true;
    return route.fulfill({ body: pkg });
  });
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(address);
  await page.locator('[data-target="start"]').waitFor();
  const opening = (performance.now() - begun) / 1000;
  if (!given) {
    throw new Error(`${address} opens another package: it cannot be compared`);
  }
  const session = await playedSeconds(page);
  await context.close();
  return { opening, session };
}
