import { inlinePackageBytes } from "fitbit-simulator/testing";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** Notes whenever the display goes dark from now on; gives how often it did. */
async function watchDisplay({ page }: Visit): Promise<() => Promise<unknown>> {
  await page.evaluate(`(() => {
    const display = document.querySelector(".display");
    window.darks = 0;
    new MutationObserver(() => {
      if (display.dataset.lit === "false") window.darks += 1;
    }).observe(display, { attributeFilter: ["data-lit"] });
  })()`);
  return () => page.evaluate("window.darks");
}

/** Seconds of the watch's time since the page was opened, as the page shows them. */
async function passed({ page }: Visit): Promise<number> {
  const text = await page.locator(".clock").innerText();
  const parts = /running ([\d:]+)/.exec(text)?.[1]?.split(":") ?? [];
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

const HOUR = 3600;

export function time(place: Place): void {
  test("fast time waits in a session that is paused for good, and once it is over and its app has ended", () =>
    visit(place, async (on) => {
      const { page } = on;
      await on.touch("start");
      await on.says("Get ready");
      await on.touch("pause");
      await on.target("resume").waitFor();
      await on.speed("Max");
      await page
        .getByText(/nothing has happened on the watch for 15 min\./)
        .waitFor();
      expect(await passed(on)).toBeLessThan(HOUR);
      await on.touch("resume");
      await on.says("Well done!");
      await page
        .getByText("Fast time waits: the app waits for a touch.")
        .waitFor();
      await on.button("Kill app").click();
      await page.getByText("Fast time waits: the app does not run.").waitFor();
      expect(await on.button("Next cue").isDisabled()).toBe(true);
      await on.panel("World");
      await on.panel("Timeline");
      expect(await passed(on)).toBeLessThan(2 * HOUR);
      await on.button("Launch app").click();
      await on.picture.waitFor();
    }));

  test("the display stays lit while time is fast, also to the next cue", () =>
    visit(place, async (on) => {
      const darks = await watchDisplay(on);
      await on.touch("start");
      await on.says("Get ready");
      for (let cue = 0; cue < 12; cue += 1) await on.button("Next cue").click();
      await on.speed("60×");
      await on.page.getByText(/running 1:\d\d/).waitFor();
      await on.speed("Max");
      await on.says("Well done!");
      expect(await darks()).toBe(0);
    }));

  test("a wrist that is lowered stays dark while time is fast, and the page says why", () =>
    visit(place, async (on) => {
      await on.touch("start");
      await on.says("Get ready");
      await on.button("Lower wrist").click();
      const note = on.page.locator(".watch-note");
      await note.getByText(/the wrist is lowered.*raise the wrist/).waitFor();
      await on.speed("60×");
      await on.page.getByText(/running 1:\d\d/).waitFor();
      await note.getByText(/the wrist is lowered/).waitFor();
      await on.button("Raise wrist").click();
      await on.picture.waitFor();
      expect(await note.innerText()).toBe("");
    }));

  test("a watch that went dark by itself says why, and lights where time gets fast", () =>
    visit(place, async (on) => {
      await on.touch("start");
      const note = on.page.locator(".watch-note");
      await note
        .getByText(/nobody touched the watch for ten seconds/)
        .waitFor();
      await on.speed("10×");
      await on.picture.waitFor();
    }));

  test("an app that is gone says how it ended, and what launches it", () =>
    visit(place, async (on) => {
      const note = on.page.locator(".watch-note");
      await on.button("Kill app").click();
      await note.getByText("The app was killed. Touch its tile").waitFor();
      await on.button("Lower wrist").click();
      await note
        .getByText(/was killed.*dark.*Touch the watch to wake/)
        .waitFor();
      await on.button("Raise wrist").click();
      await on.page.locator(".launcher").click();
      await on.target("start").waitFor();
      expect(await note.innerText()).toBe("");
      const app = `require("appbit").me.exit();`;
      await on.openFile("short.fba", inlinePackageBytes({ app }));
      await note.getByText("The app has ended itself.").waitFor();
    }));
}
