import { readFile } from "node:fs/promises";
import type { Place } from "./support/place";
import { visit } from "./support/place";
import type { Visit } from "./support/visit";

/** Counts the sounds that the page plays from now on. */
async function listen({ page, context }: Visit): Promise<() => number> {
  const devtools = await context.newCDPSession(page);
  let sounds = 0;
  devtools.on("WebAudio.audioNodeCreated", ({ node }) => {
    if (node.nodeType === "Oscillator") sounds += 1;
  });
  await devtools.send("WebAudio.enable");
  return () => sounds;
}

export function sessions(place: Place): void {
  test("is seen and heard, paused, asked about at a swipe, finished, and found on the phone", () =>
    visit(place, async (on) => {
      const { page } = on;
      const sounds = await listen(on);
      await on.settings
        .getByText("No session yet.", { exact: false })
        .waitFor();
      await on.touch("start");
      await on.says("Get ready");
      await on.button("Next cue").click();
      await page.locator('.waves[data-pattern="bump"]').waitFor();
      expect(sounds()).toBeGreaterThan(0);

      await on.touch("pause");
      await on.says("Paused");
      await on.touch("resume");
      await on.target("pause").waitFor();

      await on.swipeBack();
      await on.says("End the session?");
      await on.touch("keep-going");

      await on.speed("Max");
      await on.says("Well done!");
      await on.touch("done");
      await on.target("start").waitFor();
      await on.settings.getByText("Sessions: 1", { exact: false }).waitFor();
      await on.load();
      await on.settings.getByText("Sessions: 1", { exact: false }).waitFor();
    }));

  test("is saved as the lines that the command line prints", () =>
    visit(place, async (on) => {
      await on.touch("start");
      await on.speed("Max");
      await on.says("Well done!");
      const [file] = await Promise.all([
        on.page.waitForEvent("download"),
        on.button("Save").click(),
      ]);
      const lines = (await readFile(await file.path(), "utf8"))
        .trim()
        .split("\n");
      const events = lines.map((line) => JSON.parse(line));
      expect(events[0]).toEqual({ t: 0, type: "launch", from: "watch" });
      const cues = events.filter(({ type }) => type === "vibrate");
      expect(cues.length).toBeGreaterThan(100);
      expect(cues.at(-1)).toEqual({
        t: expect.any(Number),
        type: "vibrate",
        pattern: "confirmation-max",
      });
    }));

  test("goes on after a reload from where it was, and a factory reset forgets it", () =>
    visit(place, async (on) => {
      await on.touch("start");
      // Three ticks, the start of the set, a first rep: something worth resuming.
      for (let cue = 0; cue < 8; cue += 1) await on.button("Next cue").click();
      await on.button("Kill app").click();
      await on.button("Launch app").click();
      await on.target("resume-session").waitFor();
      await on.load();
      await on.touch("resume-session");
      await on.target("pause").waitFor();
      await on.page.getByRole("tab", { name: "World" }).click();
      await on.button("Factory reset…").click();
      await on.button("Clear everything").click();
      await on.target("start").waitFor();
    }));

  test("takes the keyboard alone", () =>
    visit(place, async (on) => {
      await on.target("start").focus();
      await on.page.keyboard.press("Enter");
      await on.says("Get ready");
      await on.target("pause").focus();
      await on.page.keyboard.press("Escape");
      await on.says("End the session?");
      await on.target("confirm-end").focus();
      await on.page.keyboard.press("Space");
      await on.target("start").waitFor();
    }));

  test("leaves the display dark, and a touch only wakes it", () =>
    visit(place, async (on) => {
      await on.touch("start");
      await on.says("Get ready");
      await on.button("Lower wrist").click();
      await on.page.locator('.display[data-lit="false"]').waitFor();
      expect(await on.picture.count()).toBe(0);
      await on.page.locator(".display").click();
      await on.says("Get ready");
      expect(await on.target("resume").count()).toBe(0);
    }));
}
