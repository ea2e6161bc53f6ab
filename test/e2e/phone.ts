import { readFile } from "node:fs/promises";
import { inlinePackageBytes } from "fitbit-simulator/testing";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** Takes reverse hip raises out, once the companion has shown what is in. */
async function switchOff(on: Visit): Promise<void> {
  const bench = on.page.getByRole("switch", {
    name: /Reverse hip raise/,
    checked: true,
  });
  await bench.click();
}

/** Notes how many switches were on whenever the settings page showed some; gives what was noted. */
async function watchSwitches({ page }: Visit): Promise<() => Promise<unknown>> {
  await page.evaluate(`(() => {
    const room = document.querySelector(".phone-page");
    window.seen = [];
    new MutationObserver(() => {
      const all = [...room.querySelectorAll("[role=switch]")];
      if (all.length > 0) window.seen.push(all.filter((one) => one.checked).length);
    }).observe(room, { childList: true, subtree: true });
  })()`);
  return () =>
    page.evaluate("[window.seen.length > 0, Math.min(...window.seen) > 0]");
}

export function phone(place: Place): void {
  test("a new app's settings are never shown before they are there", () =>
    visit(place, async (on) => {
      const raise = on.page.getByRole("switch", { name: /Hip raise/ });
      await raise.first().waitFor();
      const seen = await watchSwitches(on);
      await on.speed("Pause");
      await on.panel("World");
      await on.button("Factory reset…").click();
      await on.button("Clear everything").click();
      await on.settings.getByText(/opens once the companion/).waitFor();
      await on.speed("1×");
      await raise.first().waitFor();
      expect(await seen()).toEqual([true, true]);
    }));

  test("a companion that was killed comes back when it is launched", () =>
    visit(place, async (on) => {
      await on.button("Kill companion").click();
      await on.button("Launch companion").click();
      await on.button("Kill companion").waitFor();
      await on.page
        .locator('.entry[data-kind="life"]', { hasText: "companion started" })
        .nth(1)
        .waitFor();
    }));

  test("a settings page that ends by a fault can be opened again, and logs", () =>
    visit(place, async (on) => {
      const settings = `console.log("drawn"); registerSettingsPage(function () {
        return createComponent(Button, { label: "Break", onClick: function () { throw new Error("broken"); } });
      });`;
      await on.openFile("odd.fba", inlinePackageBytes({ settings }));
      await on.button("Break").click();
      expect(await on.notice()).toMatch(/settings page was stopped.*Broken/i);
      await on.button("Open it again").click();
      await on.button("Break").waitFor();
      await on.page.getByText("Companion log (2)").click();
      await on.page.getByText("drawn").first().waitFor();
    }));

  test("an exercise switched off there is off on the watch", () =>
    visit(place, async (on) => {
      await on.says("19");
      await switchOff(on);
      await on.says("13");
    }));

  test("out of reach, nothing gets over; back again, everything does", () =>
    visit(place, async (on) => {
      await on.says("19");
      await on.toggle("Near the watch").click();
      await switchOff(on);
      await on.settings
        .getByText(/Exercises: 4/)
        .first()
        .waitFor();
      await on.says("19");
      await on.toggle("Out of range").click();
      await on.says("13");
    }));

  test("the history is had as a file", () =>
    visit(place, async (on) => {
      await on.button("+ Share").click();
      await on.button("History as CSV").click();
      const link = on.settings.getByRole("link", { name: /Save as a file/ });
      const saving = on.page.waitForEvent("download");
      await link.click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe("runners-core-1.csv");
      const text = await readFile(await file.path(), "utf8");
      expect(text).toMatch(/^\ufeffid,start,outcome,.*\r\n$/);
    }));
}
