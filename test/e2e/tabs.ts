import { lacking } from "./support/lacking";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

const NO_LOCKS = `Object.defineProperty(navigator, "locks", { value: undefined });`;

/** The page says that another tab has the watch, and shows none. */
async function isElsewhere({ page, picture }: Visit): Promise<void> {
  await page.getByText("The watch is in use in another tab.").waitFor();
  await picture.waitFor({ state: "detached" });
}

/** Takes reverse hip raises out of the routine, which the watch then shows. */
async function shorten(on: Visit): Promise<void> {
  await on.says("19");
  const raise = on.page.getByRole("switch", {
    name: /Reverse hip raise/,
    checked: true,
  });
  await raise.click();
  await on.says("13");
}

export function tabs(place: Place): void {
  test.each([
    ["", ""],
    [" where the browser has no locks", NO_LOCKS],
  ])(
    "a second tab says so, takes over what the first one holds, and gives it back%s",
    (_, worker) =>
      visit(
        place,
        async (first) => {
          await shorten(first);
          const second = await first.another();
          await isElsewhere(second);
          await second.button("Use it here").click();
          await isElsewhere(first);
          await second.says("13");
          await second.startToFirstRep();
          await first.button("Use it here").click();
          await first.target("resume-session").waitFor();
          await first.settings
            .getByText(/Exercises: 4/)
            .first()
            .waitFor();
          await isElsewhere(second);
          expect(second.faults).toEqual([]);
        },
        {},
        lacking({ worker }),
      ),
  );

  test("a tab that waits opens by itself when the other one is closed", () =>
    visit(place, async (first) => {
      const second = await first.another();
      await isElsewhere(second);
      await shorten(first);
      await first.page.close();
      await second.says("13");
    }));

  test("a tab whose watch is busy without end loses it all the same", () =>
    visit(
      place,
      async (first) => {
        const second = await first.another();
        await isElsewhere(second);
        await second.button("Use it here").click();
        await second.says("19");
        await isElsewhere(first);
      },
      {},
      // The tab that has the watch hears nothing.
      lacking({
        worker: `BroadcastChannel.prototype.postMessage = () => undefined;`,
      }),
    ));

  test("two tabs that cannot know of each other: the newer one keeps, the older one says so", () =>
    visit(
      place,
      async (first) => {
        await first.says("19");
        const second = await first.another();
        await second.says("19");
        await first.page
          .getByRole("switch", { name: /Reverse hip raise/ })
          .click();
        await isElsewhere(first);
        await second.load();
        await second.says("19");
      },
      {},
      lacking({ worker: `${NO_LOCKS} BroadcastChannel = undefined;` }),
    ));

  test("asks the browser to keep what is stored, once, when the page is used", () =>
    visit(
      place,
      async (on) => {
        const asked = () => on.page.evaluate("window.asked ?? 0");
        expect(await asked()).toBe(0);
        await on.touch("start");
        await on.touch("pause");
        expect(await asked()).toBe(1);
      },
      {},
      lacking({
        page: `navigator.storage.persist = () => { window.asked = (window.asked ?? 0) + 1; return Promise.resolve(false); };`,
      }),
    ));
}
