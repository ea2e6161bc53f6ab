import { fitsWindow, violations } from "./accessibility";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** A small phone; docs/settings.md tells the lengths in screens of this height. */
const PHONE = { width: 375, height: 812 };
/** Screens that the page may be long. */
const MOST_SCREENS = { firstUse: 5, usual: 3, open: 17 };

async function screens({ settings }: Visit): Promise<number> {
  const box = await settings.boundingBox();
  return box!.height / PHONE.height;
}

/** Opens every part that is folded, the ones within others too. */
async function openAll({ settings }: Visit): Promise<void> {
  const closed = settings.getByRole("button", { name: /^\+ / });
  while ((await closed.count()) > 0) {
    const name = (await closed.first().textContent())!;
    const opened = name.replace("+", "−");
    await closed.first().click();
    await settings.getByRole("button", { name: opened, exact: true }).waitFor();
  }
}

/** Answers what a new runner is asked. */
async function begin({ settings }: Visit): Promise<void> {
  const press = (name: string) =>
    settings.getByRole("button", { name }).click();
  await press("I have read this");
  await press("The full dose");
  await press("Yes");
  await settings
    .getByText("Before you begin", { exact: true })
    .waitFor({ state: "detached" });
}

/** Of each exercise's figure, whether the browser could draw it. */
function drawn({ settings }: Visit): Promise<boolean[]> {
  return settings
    .locator("img")
    .evaluateAll((all) =>
      all.map(
        (one) => (one as unknown as { naturalWidth: number }).naturalWidth > 0,
      ),
    );
}

export function settings(place: Place): void {
  test("the settings page is as short as docs/settings.md says, and has no barrier in any state", () =>
    visit(
      place,
      async (on) => {
        const phone = on.page.getByRole("tab", { name: "Phone" });
        if ((await phone.count()) > 0) await phone.click();
        const state = async (most: number) => {
          expect(await screens(on)).toBeLessThanOrEqual(most);
          expect(await violations(on.page)).toEqual([]);
          await fitsWindow(on.page);
        };
        await on.settings
          .getByText("Before you begin", { exact: true })
          .waitFor();
        await state(MOST_SCREENS.firstUse);
        await begin(on);
        await state(MOST_SCREENS.usual);
        expect(await drawn(on)).toEqual([true, true, true, true, true]);
        await openAll(on);
        await state(MOST_SCREENS.open);
        await on.page.setViewportSize({ width: 360, height: 740 });
        await fitsWindow(on.page);
        await on.page.setViewportSize({ width: 1920, height: 1080 });
        await fitsWindow(on.page);
      },
      { viewport: PHONE, reducedMotion: "reduce" },
    ));

  test("no Select of the settings page asks to choose where something is chosen", () =>
    visit(place, async (on) => {
      await begin(on);
      await openAll(on);
      expect(await on.settings.getByText("Choose…").count()).toBe(0);
      const level = on.settings.getByLabel("Level");
      await level.selectOption("Starter");
      await on.settings.getByText("10 min").first().waitFor();
      expect(await level.locator("option:checked").textContent()).toBe(
        "Starter",
      );
    }));
}
