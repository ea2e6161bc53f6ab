import type { Browser } from "playwright-core";
import { launchBrowser } from "../../../tools/page/browser";
import { type Site, serve } from "../../../tools/page/site";
import type { Place } from "./place";

/** Has the page served and a browser open for all tests of a file. */
export function here(): Place {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([serve(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await site.stop()).toBe(0);
  });
  return { browser: () => browser, address: () => site.address };
}
