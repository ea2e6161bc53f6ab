import { strToU8, zipSync } from "fflate";
import { inlinePackageBytes } from "../support/inline-package";
import { buildApp, buildFixture } from "../support/package";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** The page can still be used: the watch shows something and time moves on. */
async function staysUsable(on: Visit): Promise<void> {
  await on.page.getByRole("tab", { name: "World" }).click();
  await on.page.getByRole("tab", { name: "Timeline" }).click();
}

export function foreignPackages(place: Place): void {
  test("a clock face ticks", () =>
    visit(place, async (on) => {
      await on.openFile("clock.fba", buildFixture("clockface"));
      await on.page.getByRole("heading", { level: 1, name: "Ticks" }).waitFor();
      const time = on.picture.locator('[data-id="time"]');
      const first = await time.textContent();
      await on.speed("60×");
      await on.picture
        .locator('[data-id="time"]', { hasNotText: first ?? "" })
        .waitFor();
    }));

  test("a list shows its tiles, and a touch on one opens what it stands for", () =>
    visit(place, async (on) => {
      await on.openFile("peaks.fba", buildFixture("tiles"));
      await on.says("Peak 1");
      await on.picture.getByText("Peak 3", { exact: true }).first().waitFor();
      await on.target("touch").nth(2).click();
      await on.says("Peak 3");
      await on.picture.locator('[data-id="sign"]').waitFor();
      await on.swipeBack();
      await on.says("Peak 4");
    }));

  test.each([
    ["cut off", buildApp().slice(0, 5000), /cut off or damaged/],
    ["no zip", strToU8("not a package at all"), /not a zip file/],
    [
      "a zip of something else",
      zipSync({ "readme.txt": strToU8("hello") }),
      /has no manifest\.json/,
    ],
  ])("a file that is %s is refused, and the app goes on", (_, bytes, why) =>
    visit(place, async (on) => {
      await on.openFile("broken.fba", bytes);
      expect(await on.notice()).toMatch(why);
      await on.touch("start");
      await on.says("Get ready");
    }),
  );

  test.each([
    ["loops for ever", "for (;;) {}", /endless loop/],
    [
      "eats memory",
      "var a = []; for (;;) a.push(new Array(1000).join('x') + a.length);",
      /out of memory/,
    ],
    ["throws", "throw new Error('nothing works')", /nothing works/],
  ])("a package that %s is stopped with a word", (_, app, why) =>
    visit(place, async (on) => {
      await on.openFile("bad.fba", inlinePackageBytes({ app }));
      expect(await on.notice()).toMatch(why);
      await staysUsable(on);
      await on.button(/Close bad.fba/).click();
      await on.target("start").waitFor();
    }),
  );

  test("what a package uses that is missing is named", () =>
    visit(place, async (on) => {
      const app = `var weather = require("weather"); `;
      await on.openFile("odd.fba", inlinePackageBytes({ app }));
      await on.page
        .locator(".notice", { hasText: "weather" })
        .first()
        .waitFor();
    }));
}
