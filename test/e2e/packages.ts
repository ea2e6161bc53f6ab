import { strToU8, zipSync } from "fflate";
import { openPackage } from "fitbit-simulator";
import type { Locator } from "playwright-core";
import { inlinePackageBytes } from "fitbit-simulator/testing";
import { buildFixture } from "../../packages/fitbit-simulator/test/support/fixture";
import { buildApp } from "./support/package";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** The page can still be used: the watch shows something and time moves on. */
async function staysUsable(on: Visit): Promise<void> {
  await on.panel("World");
  await on.panel("Timeline");
}

/** Does something again and again until something shows. */
async function until(
  shows: Locator,
  act: () => Promise<unknown>,
): Promise<void> {
  for (let turn = 0; turn < 50 && (await shows.count()) === 0; turn += 1) {
    await act();
  }
  await shows.first().waitFor();
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

  test("a list is scrolled by finger, wheel and keys", () =>
    visit(
      place,
      async (on) => {
        await on.openFile("peaks.fba", buildFixture("tiles"));
        await on.says("Peak 4");
        await on.finger([0.5, 0.9], [0.5, 0.1]);
        await on.says("Peak 6");
        const display = on.page.locator(".display");
        await display.focus();
        const first = on.picture.getByText("Peak 1", { exact: true });
        const press = (key: string) => on.page.keyboard.press(key);
        await until(first, () => press("ArrowUp"));
        await display.hover();
        const far = on.picture.getByText("Peak 9", { exact: true });
        await until(far, () => on.page.mouse.wheel(0, 120));
      },
      { hasTouch: true },
    ));

  test("a file that is dropped on the page is opened", () =>
    visit(place, async (on) => {
      const bytes = [...buildFixture("clockface")];
      const data = await on.page.evaluateHandle(
        `(() => { const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], "clock.fba"));
          return data; })()`,
      );
      await on.page.dispatchEvent(".page", "drop", { dataTransfer: data });
      await on.button("Close clock.fba").waitFor();
    }));

  test("a file that is far too large is not even read", () =>
    visit(place, async (on) => {
      await on.page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(65 * 2 ** 20)], "film.fba"));
        document.querySelector(".page").dispatchEvent(
          new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
        );
      })()`);
      expect(await on.notice()).toMatch(/film\.fba .* larger than 64 MB/);
    }));

  test("a package that means harm reaches neither the page nor the network", () =>
    visit(place, async (on) => {
      const view = `<svg><text id="label" y="50">x</text><image href="http://192.0.2.1/x.png" width="9" height="9"/></svg>`;
      const reach = `(function () {
        var found = [];
        ["window", "document.cookie", "fetch", "XMLHttpRequest", "importScripts", "postMessage", "indexedDB", "WebAssembly"].forEach(function (name) {
          try { if (Function("return typeof " + name)() !== "undefined") found.push(name); } catch (error) {}
        });
        try { found.push(Object.keys(this.constructor.constructor("return this")().self)); } catch (error) {}
        return found.join();
      })()`;
      const app = `document = require("document").default;
        document.getElementById("label").text = "<img src=x onerror=alert(1)>[" + ${reach} + "]";`;
      const settings = `registerSettingsPage(function () {
        return createComponent(Page, null, createComponent(Link, { source: "javascript:alert(1)" }, "<script>alert(2)</script>"));
      });`;
      await on.openFile(
        "evil.fba",
        inlinePackageBytes({ app, view, settings }),
      );
      await on.says("<img src=x onerror=alert(1)>[]");
      const link = on.settings.locator(".s-link");
      expect(await link.textContent()).toBe("<script>alert(2)</script>");
      expect(await link.getAttribute("href")).toBeNull();
    }));

  test("a package with this app's id gets nothing of it before its user says that it is the same app", () =>
    visit(place, async (on) => {
      await on.says("19");
      await on.page.getByRole("switch", { name: /Reverse hip raise/ }).click();
      await on.says("13");
      const { appId } = openPackage(buildApp()).manifest;
      const app = `var fs = require("fs"), names = [], next, list = fs.listDirSync("/private/data");
        while ((next = list.next()) && !next.done) names.push(next.value);
        require("document").default.getElementById("label").text = names.length + " files";`;
      const settings = `registerSettingsPage(function (page) {
        return createComponent(Text, null, Object.keys(page.settings).length + " settings");
      });`;
      const file = inlinePackageBytes({ app, settings, outer: { appId } });
      await on.openFile("twin.fba", file);
      expect(await on.notice()).toMatch(
        /twin\.fba has the same ID as the app of this page/,
      );
      await on.says("0 files");
      await on.settings.getByText("0 settings").waitFor();
      await on.panel("World");
      await on.button("Factory reset…").click();
      await on.button("Clear everything").click();
      await on.says("0 files");
      await on.button("Close twin.fba").click();
      await on.says("13");

      await on.openFile("twin.fba", file);
      await on.button("It is the same app").click();
      await on.settings.getByText(/^[1-9]\d* settings/).waitFor();
      await on.says(/^[1-9]\d* files$/);
      await on.load();
      await on.settings.getByText(/^[1-9]\d* settings/).waitFor();
      expect(await on.page.locator(".notice").count()).toBe(0);
      await on.button("Close twin.fba").click();
      await on.says("13");
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
