import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_STATE, StateFolder } from "fitbit-simulator/run";
import { servePage } from "fitbit-simulator/serve";
import type { Locator } from "playwright-core";
import { PNG } from "pngjs";
import { buildFixture } from "../../packages/fitbit-simulator/test/support/fixture";
import { History } from "../../phone/history/history";
import { freshBuild } from "../../tools/build/fresh-build";
import { OWN_PAGE } from "../../tools/page/build-web";
import { storeOf } from "../../tools/phone/memory-store";
import { record } from "../../verification/builders/records";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** What a click on a button saves. */
async function saved(on: Visit, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([
    on.page.waitForEvent("download"),
    button.click(),
  ]);
  return readFileSync(await download.path());
}

/** Sets the battery as its slider does. */
function battery(on: Visit, percent: number): Promise<void> {
  return on.page.getByLabel("Battery").fill(String(percent));
}

/** Gives a state to the page as its button does. */
function opensState(on: Visit, bytes: Buffer | string): Promise<void> {
  return on.page.getByLabel("State file").setInputFiles({
    name: "state.json",
    mimeType: "application/json",
    buffer: Buffer.from(bytes),
  });
}

/** What is in the file of a folder in which the phone has two sessions, as after syncs with a real watch. */
function folderOfTwoSessions(): Buffer {
  const local = {};
  const history = History.open(storeOf(local))!;
  for (const day of [0, 1]) {
    const one = record(1_772_434_800 + day * 86_400);
    history.add({ kind: "session", record: one });
  }
  const folder = mkdtempSync(join(tmpdir(), "folder-"));
  try {
    const held = StateFolder.open(folder, "a test");
    held.saveAll({ ...NO_STATE, phone: { local, settings: {} } });
    held.close();
    return readFileSync(join(folder, "state.json"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many messages the log of the open package has. */
async function timelineLength(on: Visit): Promise<number> {
  await on.panel("Timeline");
  return on.page.locator('.entries [data-kind="log"]').count();
}

/** Waits until the page has drawn itself for a new size of the window. */
const LAID_OUT = `new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))`;

/** What stands beyond the edges of the window. */
const CUT = `[...document.querySelectorAll(".tabs button, .world button, .world input, .world select, .world output, .display")]
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.left < 0 || box.right > innerWidth))
  .map(([element]) => element.outerHTML.slice(0, 80))
  .concat(document.scrollingElement.scrollWidth > innerWidth ? ["the page"] : [])`;

export function developers(place: Place): void {
  test("what the watch shows is saved as a picture, and for a while as an animation", () =>
    visit(place, async (on) => {
      const still = PNG.sync.read(await saved(on, on.button("Save picture")));
      expect([still.width, still.height]).toEqual([336, 336]);
      // The large button of home is mint, its label is dark.
      const at = (x: number, y: number) => [
        ...still.data.subarray((y * 336 + x) * 4, (y * 336 + x) * 4 + 3),
      ];
      expect(at(168, 260)[1]).toBeGreaterThan(150);
      await on.button("Record").click();
      await on.touch("start");
      await on.says("Get ready");
      const gif = await saved(on, on.button("Stop recording"));
      expect(gif.subarray(0, 6).toString()).toBe("GIF89a");
      expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([336, 336]);
    }));

  test("a link opens a package, a model, a language and a time; what cannot be is told", () =>
    visit(place, async (on) => {
      const { page } = on;
      await page.goto(
        `${place.address()}#package=app.fba&model=vulcan&language=ja-JP&time=2026-03-01T07:30`,
      );
      await page.getByText("Simulated Sense").waitFor();
      await on.says("開始");
      await page.locator(".wall", { hasText: "07:30" }).waitFor();
      await page.goto(`${place.address()}#model=ionic&language=xx&tune=9`);
      const said = page.locator(".notice").first();
      await said
        .getByText(/tune is not known.*language is xx.*model is ionic/)
        .waitFor();
      expect(await page.locator(".picture svg").count()).toBe(1);
    }));

  test("another app has its own timeline and console, and its elements are inspected by pointer and by keys", () =>
    visit(place, async (on) => {
      const { page } = on;
      await on.openFile("clock.fba", buildFixture("clockface"));
      await page.getByRole("heading", { level: 1, name: "Ticks" }).waitFor();
      await on.panel("Timeline");
      const entries = page.locator(".entries");
      await entries.getByText("companion started").waitFor();
      await on.touch("touch");
      // The line of the developer's own TypeScript.
      await entries
        .locator("li", { hasText: "companion: Hello," })
        .getByText("companion/index.ts:7:3")
        .waitFor();
      const lines = await entries.locator("li").allInnerTexts();
      expect(lines.at(-1)).toContain("watch started");
      expect(lines.some((line) => /index: \d\d:\d\d:\d\d/.test(line))).toBe(
        true,
      );
      expect(await page.innerText("body")).not.toMatch(/runner|plank|session/i);
      await on.button("Use as watch").waitFor();
      // Only the models that it is built for.
      await on.panel("World");
      const older = page.getByRole("option", { name: /^Ionic: not in / });
      expect(await older.isDisabled()).toBe(true);

      await on.panel("Inspector");
      const facts = page.locator(".facts");
      await page.getByRole("tree", { name: "Elements" }).waitFor();
      const display = (await page.locator(".display").boundingBox())!;
      const over = (x: number, y: number) =>
        [
          display.x + display.width * x,
          display.y + display.height * y,
        ] as const;
      await page.mouse.move(...over(0.5, 0.5));
      await facts.getByText("time", { exact: true }).first().waitFor();
      await page.mouse.move(5, 5);
      const tree = page.getByRole("tree", { name: "Elements" });
      await tree.getByRole("treeitem", { selected: true }).focus();
      await page.keyboard.press("End");
      const last = await on.focused.innerText();
      await page.keyboard.press("ArrowLeft");
      expect(await on.focused.getAttribute("aria-level")).toBe("1");
      await page.keyboard.press("ArrowLeft");
      expect(await tree.getByRole("treeitem").count()).toBe(1);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("End");
      expect(await on.focused.innerText()).toBe(last);
      const touches = await timelineLength(on);
      await on.panel("Inspector");
      await on.button("Choose on the screen").click();
      await page.mouse.click(...over(0.5, 0.5));
      await on
        .button("Choose on the screen")
        .and(page.locator('[aria-pressed="false"]'))
        .waitFor();
      expect(
        await tree.getByRole("treeitem", { selected: true }).innerText(),
      ).toContain("text#time");
      expect(await timelineLength(on)).toBe(touches);
    }));

  test("a state goes into a file and out of it, a folder's is shown as a copy, and no other file does harm", () =>
    visit(place, async (on) => {
      const { page } = on;
      await on.panel("World");
      await battery(on, 33);
      await page.locator("output", { hasText: "33 %" }).waitFor();
      const file = await saved(on, on.button("Save state"));
      await on.button("Factory reset…").click();
      await on.button("Clear everything").click();
      await page.locator("output", { hasText: "80 %" }).waitFor();
      for (const [bytes, why] of [
        ["{", "it is damaged, or no JSON"],
        ["[]", "it is not an object"],
        [
          file.toString().replace(/"appId": "[^"]*"/, '"appId": "x"'),
          "it is of another app",
        ],
      ] as const) {
        await opensState(on, bytes);
        await page.getByText(why).waitFor();
        await on.button("Dismiss").click();
      }
      await page.locator("output", { hasText: "80 %" }).waitFor();
      await opensState(on, file);
      await page.locator("output", { hasText: "33 %" }).waitFor();
      // A folder has its phone's sessions, and no battery of its own.
      await opensState(on, folderOfTwoSessions());
      expect(await on.notice()).toMatch(
        /^state\.json is open as a copy\. .* does not reach the folder/,
      );
      await on.settings.getByText("Sessions: 2").waitFor();
      await page.locator("output", { hasText: "33 %" }).waitFor();
    }));

  test("an empty battery switches the watch off until it is charged", () =>
    visit(place, async (on) => {
      const { page } = on;
      await on.panel("World");
      const off = page.locator(".watch-note", { hasText: "battery is empty" });
      await battery(on, 0);
      await off.waitFor();
      await on.button("Raise wrist").click();
      await on.button("Launch app").click();
      await page.reload();
      await off.waitFor();
      expect(await page.locator(".display").getAttribute("data-lit")).toBe(
        "false",
      );
      await on.panel("World");
      await battery(on, 60);
      await on.button("Launch app").click();
      await on.says("Start");
    }));

  test("nothing is cut off, from a small phone to a large desk, and the watch grows with the window", () =>
    visit(place, async (on) => {
      await on.panel("World");
      const widths: number[] = [];
      for (const width of [360, 768, 1180, 1440, 1920]) {
        await on.page.setViewportSize({ width, height: 1000 });
        await on.page.evaluate(LAID_OUT);
        expect([width, await on.page.evaluate(CUT)]).toEqual([width, []]);
        widths.push((await on.page.locator(".watch").boundingBox())!.width);
      }
      expect(widths[4]).toBeGreaterThan(widths[2]! * 1.3);
    }));

  test("the page speaks the browser's language, and then the one that is chosen", () =>
    visit(
      place,
      async (on) => {
        const { page } = on;
        const language = () => page.locator("html").getAttribute("lang");
        expect(await language()).toBe("ru-RU");
        await page.getByRole("tab", { name: "Хронология" }).click();
        await page.getByText("watch: запуск").waitFor();
        for (const tab of ["Окружение", "Инспектор", "Телефон"]) {
          await page.getByRole("tab", { name: tab }).click();
          await page.evaluate(LAID_OUT);
          expect([tab, await page.evaluate(CUT)]).toEqual([tab, []]);
        }
        await page.getByRole("tab", { name: "Окружение" }).click();
        await page.getByLabel("Язык страницы").selectOption("de-DE");
        await page.getByRole("tab", { name: "Zeitleiste" }).waitFor();
        await on.load();
        await on.button("Bild speichern").waitFor();
        expect(await language()).toBe("de-DE");
      },
      { locale: "ru-RU", viewport: { width: 360, height: 740 } },
    ));

  test("another package in the place of the page's own opens by itself, a broken one is told", async () => {
    const folder = mkdtempSync(join(tmpdir(), "developers-"));
    const packageFile = join(folder, "app.fba");
    copyFileSync(freshBuild(), packageFile);
    const server = await servePage({ packageFile, folder: OWN_PAGE, port: 0 });
    try {
      await visit(
        { browser: place.browser, address: () => server.address },
        async (on) => {
          await on.panel("World");
          await battery(on, 33);
          // This server has no package for the older models.
          const model = on.page.getByLabel("Watch model");
          await model.selectOption("Versa 2");
          await on.page
            .getByText(/Its package, app-sdk4\.fba, is not there .* 404/)
            .waitFor();
          expect(await model.inputValue()).toBe("atlas");
          writeFileSync(
            packageFile,
            readFileSync(packageFile).subarray(0, 900),
          );
          await on.page.getByText("the one before goes on").waitFor();
          await on.says("Start");
          copyFileSync(freshBuild(), packageFile);
          await on.panel("Timeline");
          await on.page.getByText("watch started").nth(1).waitFor();
          await on.panel("World");
          await on.page.locator("output", { hasText: "33 %" }).waitFor();
          writeFileSync(packageFile, buildFixture("clockface"));
          await on.page
            .getByRole("heading", { level: 1, name: "Ticks" })
            .waitFor();
        },
      );
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });
}
