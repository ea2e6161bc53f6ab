import { readFile } from "node:fs/promises";
import { openPackage, type WorldEvent } from "fitbit-simulator";
import { buildApp } from "./support/package";
import { disposeWorlds, observe } from "fitbit-simulator/testing";
import { type Place, visit } from "./support/place";
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

/** All that is felt, in milliseconds since the first of it. */
function felt(events: readonly WorldEvent[]): string[] {
  const pulses = events.flatMap((event) =>
    event.type === "vibrate" ? [event] : [],
  );
  const [first] = pulses;
  return pulses.map(
    ({ t, pattern }) =>
      `${Math.round((t - (first?.t ?? 0)) * 1000)} ${pattern}`,
  );
}

/** The events of a whole session as `npm run session` plays it. */
async function headless(): Promise<WorldEvent[]> {
  const { world, events } = await observe(openPackage(buildApp()));
  world.watch.launch();
  world.run(1000);
  world.watch.tap("start");
  world.run(1_200_000);
  disposeWorlds();
  return events;
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

  test("is saved as the lines that the command line prints, and its timeline filtered", () =>
    visit(place, async (on) => {
      await on.touch("start");
      await on.speed("Max");
      await on.says("Well done!");
      const entries = on.page.locator(".entry");
      const others = on.page.locator('.entry:not([data-kind="cues"])');
      await others.first().waitFor();
      for (const kind of ["Screens", "Files", "Phone", "Life", "Log"]) {
        await on.page.getByRole("checkbox", { name: kind }).uncheck();
      }
      await others.first().waitFor({ state: "detached" });
      // The end is felt three times, twice with the summary on the screen.
      await entries.nth(2).getByText("confirmation-max").waitFor();
      const [file] = await Promise.all([
        on.page.waitForEvent("download"),
        on.button("Save timeline").click(),
      ]);
      const lines = (await readFile(await file.path(), "utf8"))
        .trim()
        .split("\n");
      const events = lines.map((line) => JSON.parse(line) as WorldEvent);
      expect(events[0]).toEqual({ t: 0, type: "launch", from: "watch" });
      expect(felt(events)).toEqual(felt(await headless()));
    }));

  test("is steered by a finger", () =>
    visit(
      place,
      async (on) => {
        await on.target("start").tap();
        await on.says("Get ready");
        await on.finger([0.2, 0.5], [0.8, 0.5]);
        await on.says("End the session?");
        await on.target("keep-going").tap();
        await on.target("pause").waitFor();
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));

  test("goes on after a reload from where it was, and a factory reset forgets it", () =>
    visit(place, async (on) => {
      await on.startToFirstRep();
      await on.button("Kill app").click();
      await on.button("Launch app").click();
      await on.target("resume-session").waitFor();
      await on.load();
      await on.touch("resume-session");
      await on.target("pause").waitFor();
      await on.panel("World");
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
      // Not a click: that would take the keyboard away from the watch.
      await on.button("Lower wrist").dispatchEvent("click");
      await on.button("Wake the display").and(on.focused).waitFor();
      await on.page.keyboard.press("Enter");
      await on.page.locator(".display").locator(on.focused).waitFor();
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
