import type { Browser, Page } from "playwright-core";
import { serve } from "../page/site";

/** A picture of the page. */
interface Shot {
  name: string;
  width: number;
  height: number;
  colorScheme: "light" | "dark";
}

const SHOTS: Shot[] = [
  { name: "page", width: 1360, height: 900, colorScheme: "light" },
  { name: "page-dark", width: 1360, height: 900, colorScheme: "dark" },
  { name: "phone", width: 375, height: 812, colorScheme: "light" },
];

/** Ms from a click to the picture that comes of it. */
const SETTLES = 250;

/** What a new runner answers, before the usual page is there. */
const FIRST_ANSWERS = ["I have read this", "The full dose", "Yes"];

/** The settings page: on a phone it is a tab of its own. */
const SETTINGS: Shot[] = [
  { name: "settings", width: 420, height: 900, colorScheme: "light" },
  { name: "settings-dark", width: 420, height: 900, colorScheme: "dark" },
];

/** Stops in the first set, at a rep that has just begun, however busy the machine is. */
async function toThirdRep(page: Page): Promise<void> {
  await page.locator('[data-id="start"]').first().click({ force: true });
  await page.getByText("Get ready").first().waitFor();
  await page.getByLabel("Pause", { exact: true }).check({ force: true });
  const next = page.getByRole("button", { name: "Next cue" });
  const raise = page.getByRole("button", { name: "Raise wrist" });
  const number = page.locator('[data-id="number"]').first();
  const up = page.getByText("Up", { exact: true }).first();
  for (;;) {
    await next.click();
    await page.waitForTimeout(SETTLES);
    if (await raise.isVisible()) await raise.click();
    await page.waitForTimeout(SETTLES);
    if (!(await up.isVisible())) continue;
    if ((await number.textContent()) === "3") return;
  }
}

/** Pictures of the page in the middle of a session, by name. */
export async function pageScreens(
  browser: Browser,
): Promise<Array<readonly [name: string, png: Uint8Array]>> {
  const site = await serve();
  try {
    const pictures: Array<readonly [string, Uint8Array]> = [];
    for (const { name, width, height, colorScheme } of SHOTS) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
      });
      await page.goto(site.address);
      await toThirdRep(page);
      // The button that was pressed last may be far below the watch.
      await page.evaluate("scrollTo(0, 0)");
      pictures.push([name, await page.screenshot()]);
      await page.close();
    }
    for (const { name, width, height, colorScheme } of SETTINGS) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
      });
      await page.goto(site.address);
      const settings = page.locator(".phone-page");
      await settings.getByRole("switch", { checked: true }).first().waitFor();
      for (const name of FIRST_ANSWERS)
        await settings.getByRole("button", { name, exact: true }).click();
      await page.waitForTimeout(SETTLES);
      await settings.scrollIntoViewIfNeeded();
      await page.evaluate(
        "document.querySelector('.phone').scrollIntoView({ block: 'start' })",
      );
      pictures.push([name, await page.screenshot()]);
      await page.close();
    }
    return pictures;
  } finally {
    await site.stop();
  }
}
