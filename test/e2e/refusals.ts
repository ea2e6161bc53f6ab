import { buildFixture } from "../../packages/fitbit-simulator/test/support/fixture";
import { lacking } from "./support/lacking";
import { type Place, visit } from "./support/place";

/** Whatever a page could ask for is refused, in the ways in which browsers do it. */
const ALL_REFUSED = `
  const refuse = () => { throw new DOMException("denied", "SecurityError"); };
  Object.defineProperty(window, "localStorage", { get: refuse });
  Object.defineProperty(window, "AudioContext", { value: undefined });
  Object.defineProperty(navigator, "wakeLock", { value: undefined });
  Object.defineProperty(navigator, "storage", { get: refuse });
  Object.defineProperty(navigator, "serviceWorker", { get: refuse });
  navigator.vibrate = refuse;
  history.replaceState = refuse;
  Element.prototype.requestFullscreen = refuse;`;

const NO_DATABASE = `indexedDB.open = () => { throw new DOMException("denied", "SecurityError"); };`;
const SILENT_DATABASE = `indexedDB.open = () => ({});`;
/** As browsers do it: what has no room is given up once it is to be written. */
const FULL_DATABASE = `
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (!String(key).startsWith("state")) return put.call(this, value, key);
    const error = new DOMException("full", "QuotaExceededError");
    Object.defineProperty(this.transaction, "error", { value: error });
    this.transaction.abort();
  };`;

export function refusals(place: Place): void {
  test("works in a browser that refuses everything, and says once what that means", () =>
    visit(
      place,
      async (on) => {
        const { page } = on;
        expect(await on.notice()).toMatch(/browser refuses to store/);
        await on.button("Dismiss").click();
        await on.touch("start");
        await on.says("Get ready");
        for (let cue = 0; cue < 8; cue += 1) {
          await on.button("Next cue").click();
        }
        await page.locator(".waves").waitFor();
        expect(await on.notice()).toMatch(/^No sound/);
        await on.button("Dismiss").click();
        await on.button("Sound").click();
        await on.button("Do it on this phone").click();
        await page.locator(".mat-begin .primary").click();
        expect(await on.notice()).toMatch(/^This screen may turn off/);
        await on.button("Close").click();
        await on.touch("pause");
        await on.button("Kill app").click();
        await on.button("Launch app").click();
        await on.target("resume-session").waitFor();
        expect(await page.locator(".notice").count()).toBe(0);
      },
      {},
      lacking({ page: ALL_REFUSED, worker: NO_DATABASE }),
    ));

  test("opens where the browser's database never answers", () =>
    visit(
      place,
      async (on) => {
        expect(await on.notice()).toMatch(/browser refuses to store/);
        await on.touch("start");
        await on.says("Get ready");
      },
      {},
      lacking({ worker: SILENT_DATABASE }),
    ));

  test("goes on where the browser's storage is full, and says so", () =>
    visit(
      place,
      async (on) => {
        expect(await on.notice()).toMatch(/no room left/);
        await on.says("19");
        await on.page
          .getByRole("switch", { name: /Reverse hip raise/ })
          .click();
        await on.says("13");
      },
      {},
      lacking({ worker: FULL_DATABASE }),
    ));

  test("says that a picture is none, and stores nothing", () =>
    visit(place, async (on) => {
      await on.openFile("peaks.fba", buildFixture("tiles"));
      await on.settings.getByLabel("Image").setInputFiles({
        name: "broken.png",
        mimeType: "image/png",
        buffer: Buffer.from("no picture"),
      });
      expect(await on.notice()).toMatch(/broken\.png was not taken/);
    }));
}
