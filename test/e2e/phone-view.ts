import { lacking } from "./support/lacking";
import { asked, beginOnPhone, noting, quickly } from "./support/phone-session";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";
import { fitsWindow, violations } from "./accessibility";

const PORTRAIT = { width: 390, height: 844 };
const LANDSCAPE = { width: 844, height: 390 };
const PHONE = { viewport: PORTRAIT, hasTouch: true };

/** Milliseconds of the page within which words follow their pulse. */
const TOGETHER_MS = 100;

/** What a session says, in this order among much else. */
const SAID = [
  "Get ready. Hip raise. On your back",
  ...["3", "2", "1", "Up", "Down", "2", "Down", "3"],
  "Rest. Hip raise. Set 2 of 3",
  ...["3", "2", "1", "Up"],
  "Rest. Hip raise. Set 3 of 3",
  "Next. Front plank. Face down",
  ...["3", "2", "1", "Hold", "3", "2", "1"],
  "Next. Side plank. Left. On your side",
  ...["3", "2", "1", "Hold"],
  "Switch sides. Side plank. Right",
  "Hold",
  "Well done!",
];

/** Takes the longest exercise out of the routine, which the watch then shows. */
async function shorten(on: Visit): Promise<void> {
  await on.says("19");
  await on.toggle(/Reverse hip raise/).click();
  await on.says("13");
}

/** Nothing that matters lies outside the window or above something else. */
async function isWhole(on: Visit): Promise<void> {
  await fitsWindow(on.page);
  const window = on.page.viewportSize() ?? PORTRAIT;
  for (const part of [".mat-watch .display", ".mat-guide", ".mat-next"]) {
    const box = await on.page.locator(part).boundingBox();
    if (box === null) throw new Error(`there is no ${part}`);
    expect(box.x).toBeGreaterThanOrEqual(-0.5);
    expect(box.y).toBeGreaterThanOrEqual(-0.5);
    expect(box.x + box.width).toBeLessThanOrEqual(window.width + 0.5);
    expect(box.y + box.height).toBeLessThanOrEqual(window.height + 0.5);
  }
}

export function phoneView(place: Place): void {
  test("a whole session on a phone, upright and on its side: words with their pulses, in the history", () =>
    visit(
      place,
      async (on) => {
        const { page } = on;
        await shorten(on);
        await beginOnPhone(on);
        await page.getByText("Then: Front plank").waitFor();
        await isWhole(on);
        await page
          .locator(".mat-bar")
          .getByText(/^\d+ min left$/)
          .waitFor();
        await on.says("Rest");
        await page.setViewportSize(LANDSCAPE);
        await isWhole(on);
        await on.says("Well done!");
        const all = await asked(on);
        const words = all.filter(({ what }) => what === "say");
        let next = 0;
        for (const { value } of words) if (value === SAID[next]) next += 1;
        expect(SAID.slice(next)).toEqual([]);
        for (const { at, value } of words) {
          // A wait is told when it begins, which the first one does without a pulse.
          if (value.trim() === "" || value.startsWith("Get ready")) continue;
          const near = all.filter(
            (one) =>
              one.what === "vibrate" && Math.abs(one.at - at) <= TOGETHER_MS,
          );
          expect([value, near.length > 0]).toEqual([value, true]);
        }
        await on.touch("done");
        await on.button("Close").click();
        await on.settings.getByText("Sessions: 1").waitFor();
      },
      PHONE,
      async (context) => {
        await noting(context);
        await quickly(60)(context);
      },
    ));

  test("counts down at its own speed, stays lit past ten seconds, and asks for the light again", () =>
    visit(
      place,
      async (on) => {
        const { page } = on;
        await beginOnPhone(on);
        const lights = async () =>
          (await asked(on)).filter(({ what }) => what === "awake").length;
        expect(await lights()).toBe(1);
        await page.evaluate("window.lock.release()");
        await on.says("Up");
        expect(await lights()).toBe(2);
        const all = await asked(on);
        const at = (value: string) =>
          all.find((one) => one.what === "say" && one.value === value)?.at ?? 0;
        for (const [one, after] of [
          ["3", "2"],
          ["2", "1"],
          ["1", "Up"],
        ] as const) {
          const apart = at(after) - at(one);
          expect(Math.abs(apart - 1000)).toBeLessThanOrEqual(250);
        }
        expect(await violations(page)).toEqual([]);
      },
      PHONE,
      noting,
    ));

  test("says and sounds only what is wanted, in the runner's language", () =>
    visit(
      place,
      async (on) => {
        const { page } = on;
        await on.button("Auf diesem Telefon machen").click();
        expect(await violations(page)).toEqual([]);
        await on.toggle("Vibration").click();
        await page.locator(".mat-begin .primary:enabled").tap();
        await on.says("3");
        const heard = await asked(on);
        expect(heard.map(({ value }) => value)).toContain(
          "Bereit machen. Beckenheben. Auf dem Rücken",
        );
        const motor = heard.filter(
          ({ what, value }) => what === "vibrate" && value !== "0",
        );
        expect(motor).toEqual([]);
        await on.button("Schließen").click();
        await on.button("Auf diesem Telefon machen").click();
        await on.toggle("Stimme").click();
        const before = (await asked(on)).length;
        await page.locator(".mat-begin .primary:enabled").tap();
        await on.says("2");
        const after = (await asked(on)).slice(before);
        expect(
          after.filter(({ what, value }) => what === "say" && value !== " "),
        ).toEqual([]);
      },
      { ...PHONE, locale: "de-AT" },
      async (context) => {
        await noting(context);
        await quickly(10)(context);
      },
    ));

  test("a tab that dies in mid-session: the next one offers to go on from there", () =>
    visit(
      place,
      async (on) => {
        await beginOnPhone(on);
        await on.says("Up");
        await on.page.close({ runBeforeUnload: false });
        const next = await on.another("#phone");
        await next.page.locator(".mat-begin .primary:enabled").tap();
        await next.touch("resume-session");
        await next.says("Up");
        await next.page.getByRole("heading", { name: "Hip raise" }).waitFor();
        expect(next.faults).toEqual([]);
      },
      PHONE,
      quickly(10),
    ));

  test("a second tab says in the runner's words that another one has the watch, and takes over", () =>
    visit(
      place,
      async (first) => {
        await beginOnPhone(first);
        const second = await first.another("#phone");
        await second.page.getByText("In use in another tab.").waitFor();
        await second.button("Use it here").click();
        await second.page.locator(".mat-begin .primary:enabled").tap();
        await second.page.locator(".mat-guide").waitFor();
        await first.page.getByText("In use in another tab.").waitFor();
        expect(second.faults).toEqual([]);
      },
      PHONE,
    ));

  test("without a voice it says so, and sounds", () =>
    visit(
      place,
      async (on) => {
        await on.button("Do it on this phone").click();
        await on.page.getByText(/no voice for your language/).waitFor();
        expect(await violations(on.page)).toEqual([]);
        await on.page.locator(".mat-begin .primary:enabled").tap();
        await on.page.getByText(/may turn off/).waitFor();
        expect(await violations(on.page)).toEqual([]);
        await on.button("OK").click();
        await isWhole(on);
      },
      { ...PHONE, viewport: { width: 360, height: 640 } },
      lacking({
        page: `Object.defineProperty(window, "speechSynthesis", { value: undefined });
          Object.defineProperty(navigator, "wakeLock", { value: undefined });`,
      }),
    ));
}
