import { inlinePackageBytes } from "fitbit-simulator/testing";
import { lacking } from "./support/lacking";
import { type Place, visit } from "./support/place";

const PLAIN = inlinePackageBytes({});

/** The world's thread never comes back from opening a file. */
const STUCK_WORLD = `addEventListener("message", ({ data }) => {
  if (data.do === "open") for (;;);
});`;

/** The page's thread takes seconds to show a certain text, on the settings page or on the watch. */
const SLOW_TEXT = `(() => {
  const busy = () => {
    const end = performance.now() + 6000;
    while (performance.now() < end);
  };
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = function (...args) {
    if (args[0].nodeValue === "slow") busy();
    return insertBefore.apply(this, args);
  };
  const { prototype } = Element;
  const html = Object.getOwnPropertyDescriptor(prototype, "innerHTML");
  const set = function (text) {
    if (text.includes(">slow<")) busy();
    html.set.call(this, text);
  };
  Object.defineProperty(prototype, "innerHTML", { ...html, set });
})();`;

export function harm(place: Place): void {
  test("a tab that died with a file opens this app after that, with a word, and the file when asked", () =>
    visit(place, async (on) => {
      await on.openFile("deadly.fba", PLAIN);
      await on.says("ready");
      await on.load();
      await on.says("ready");
      expect(await on.page.locator(".notice").count()).toBe(0);

      const crashed = on.page.waitForEvent("crash");
      const devtools = await on.context.newCDPSession(on.page);
      devtools.send("Page.crash").catch(() => undefined);
      await crashed;
      const next = await on.another();
      await next.says("19");
      expect(await next.notice()).toMatch(
        /^deadly\.fba is not opened again by itself\. .* crashed or stopped answering\./,
      );
      await next.load();
      await next.says("19");
      expect(await next.page.locator(".notice").count()).toBe(0);
      await next.openFile("deadly.fba", PLAIN);
      await next.says("ready");
      await next.load();
      await next.says("ready");
      expect(next.faults).toEqual([]);
    }));

  test("a world that does not answer is ended with a word, and its file is not opened again by itself", () =>
    visit(
      place,
      async (on) => {
        await on.says("19");
        await on.openFile("stuck.fba", PLAIN);
        const said = on.page.locator(".notice p", {
          hasText:
            /^The simulation was stopped\. The package kept the simulator busy/,
        });
        await said.waitFor();
        await on.load();
        await on.says("19");
        expect(await on.notice()).toMatch(/^stuck\.fba is not opened again/);
      },
      {},
      lacking({ worker: STUCK_WORLD }),
    ));

  test.each([
    [
      "settings page",
      {
        settings: `registerSettingsPage(function () { return createComponent(Text, null, "slow"); });`,
      },
      /^The settings page was stopped\. The browser took \d+ s to show it/,
      "Open it again",
    ],
    [
      "screen",
      { view: '<svg><text id="label" y="50">slow</text></svg>' },
      /^The app on the watch was stopped\. The browser took \d+ s to show it/,
      "Launch app",
    ],
  ])(
    "a %s that keeps the page's own thread busy is closed with a word, and can be opened again",
    (_, parts, said, again) =>
      visit(
        place,
        async (on) => {
          await on.openFile("slow.fba", inlinePackageBytes(parts));
          expect(await on.notice()).toMatch(said);
          await on.button(again).waitFor();
          await on.panel("World");
        },
        {},
        lacking({ page: SLOW_TEXT }),
      ),
  );
}
