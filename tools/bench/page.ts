import type { Browser, CDPSession, Page } from "playwright-core";
import { type Row, row } from "./table";
import { launchBrowser } from "../page/browser";
import { serve } from "../page/site";

const REST_MS = 3000;
const LOOK_MS = 20_000;
const FAST_MS = 10_000;
const SIXTY = 60;

/** What the page costs in a browser, all processes of it together. */
export async function pageCosts(): Promise<Row[]> {
  const [site, browser] = await Promise.all([serve(), launchBrowser()]);
  try {
    const devtools = await browser.newBrowserCDPSession();
    return [
      row(
        "page, watch dark, of a core",
        await share(devtools, await dark(browser, site.address, false)),
        " %",
        5,
      ),
      row(
        "page, dark session at 1×, of a core",
        await share(devtools, await dark(browser, site.address, true)),
        " %",
        5,
      ),
      row(
        "page, real time at 60×, of what it should be",
        await behind(browser, site.address),
        "×",
        1.05,
      ),
      row(
        "page, a whole session at max",
        await wholeSession(browser, site.address),
        " s",
        3,
      ),
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(address);
  await page.locator('[data-target="start"]').waitFor();
  return page;
}

/** The page with the display of its watch off, at the home screen or early in a session. */
async function dark(
  browser: Browser,
  address: string,
  session: boolean,
): Promise<Page> {
  const page = await open(browser, address);
  if (session) await page.locator('[data-target="start"]').click();
  await page.getByRole("button", { name: "Lower wrist" }).click();
  // Past the ten seconds of getting ready, which are quiet.
  if (session) {
    const cue = page.getByRole("button", { name: "Next cue" });
    for (let i = 0; i < 6; i += 1) await cue.click();
  }
  await page.waitForTimeout(REST_MS);
  return page;
}

/** Per cent of one core that the browser takes while the page is left alone; closes the page. */
async function share(devtools: CDPSession, page: Page): Promise<number> {
  const before = await cpuSeconds(devtools);
  const begun = performance.now();
  await page.waitForTimeout(LOOK_MS);
  const used = (await cpuSeconds(devtools)) - before;
  const passed = (performance.now() - begun) / 1000;
  await page.close();
  return (used / passed) * 100;
}

async function cpuSeconds(devtools: CDPSession): Promise<number> {
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** 1 when a session at 60× keeps up, more when it falls behind. */
async function behind(browser: Browser, address: string): Promise<number> {
  const page = await open(browser, address);
  await page.locator('[data-target="start"]').click();
  await page.getByLabel("60×").check();
  await page.waitForTimeout(REST_MS);
  const begun = performance.now();
  const from = await running(page);
  await page.waitForTimeout(FAST_MS);
  const passed = ((await running(page)) - from) / SIXTY;
  const real = (performance.now() - begun) / 1000;
  await page.close();
  return real / passed;
}

/** Virtual seconds since the page opened. */
async function running(page: Page): Promise<number> {
  const text = await page.locator(".clock").innerText();
  const [, minutes, seconds] = /running (\d+):(\d\d)/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Real seconds from the touch on start to the end of the default session. */
async function wholeSession(
  browser: Browser,
  address: string,
): Promise<number> {
  const page = await open(browser, address);
  const seconds = await playedSeconds(page);
  await page.close();
  return seconds;
}

/** Real seconds that the default session takes an open page at its fastest. */
export async function playedSeconds(page: Page): Promise<number> {
  await page.getByLabel("Max").check();
  const begun = performance.now();
  await page.locator('[data-target="start"]').click();
  await page.locator(".picture").getByText("Well done!").waitFor();
  return (performance.now() - begun) / 1000;
}
