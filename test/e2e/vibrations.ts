import { inlinePackageBytes } from "fitbit-simulator/testing";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** Notes what the page asks of the phone's motor and of its display; gives what was noted. */
async function listen({ page }: Visit): Promise<() => Promise<string[]>> {
  await page.evaluate(`(() => {
    window.asked = [];
    navigator.vibrate = (pattern) => {
      window.asked.push(String(pattern));
      if (window.asked.filter((one) => one === "780").length > 1) document.body.dataset.rang = "often";
      return true;
    };
    const { wakeLock } = navigator;
    const request = wakeLock.request.bind(wakeLock);
    wakeLock.request = (kind) => { window.asked.push(kind); return request(kind); };
  })()`);
  return () => page.evaluate("window.asked");
}

export function felt(place: Place): void {
  test("a ring goes on until the app stops it, or is killed", () =>
    visit(place, async (on) => {
      const asked = await listen(on);
      const app = `var vibration = require("haptics").vibration, rings = false;
        require("document").default.getElementById("go").onclick = function () {
          rings = !rings;
          if (rings) vibration.start("ring"); else vibration.stop();
        };`;
      await on.openFile("ring.fba", inlinePackageBytes({ app }));
      await on.button("Close ring.fba").waitFor();
      await on.touch("go");
      await on.page.locator("body[data-rang]").waitFor();
      await on.touch("go");
      await on.page.locator(".waves").waitFor({ state: "detached" });
      expect((await asked()).at(-1)).toBe("0");
      await on.touch("go");
      await on.page.locator('.waves[data-pattern="ring"]').waitFor();
      await on.button("Kill app").click();
      await on.page.locator(".waves").waitFor({ state: "detached" });
      expect((await asked()).at(-1)).toBe("0");
    }));

  test("the phone as the watch is lit, stays awake, goes in real time and comes back after a reload", () =>
    visit(
      place,
      async (on) => {
        const { page } = on;
        const asked = await listen(on);
        await on.button("Lower wrist").click();
        // The watch closes an app after two minutes untouched, which are two seconds now.
        await on.speed("60×");
        await on.button("Do it on this phone").click();
        await page.locator(".mat-begin .primary").tap();
        await page.locator("html:fullscreen").waitFor({ state: "attached" });
        await on.target("start").waitFor();
        // A session that starts ends what is felt, which asks for a pause of 0.
        const locks = (await asked()).filter((one) => one === "screen");
        expect(locks).toEqual(["screen"]);
        await on.button("Close").tap();
        await page.getByRole("radio", { name: "1×", checked: true }).waitFor();
        await on.button("Do it on this phone").click();
        await page.reload();
        await page.locator(".mat-begin .primary:enabled").tap();
        await on.says("Get ready");
      },
      { viewport: { width: 360, height: 740 }, hasTouch: true },
    ));
}
