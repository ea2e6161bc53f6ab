import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { ROOT } from "../../tools/build/fresh-build";
import { type Place, visit } from "./support/place";

const axe = readFileSync(
  join(ROOT, "node_modules/axe-core/axe.min.js"),
  "utf8",
);

/** What the page does wrong for people who use it in other ways, in words. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"] })',
  )) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
  );
}

/** No part of the page is wider than the window. */
export async function fitsWindow(page: Page): Promise<void> {
  const over = await page.evaluate(
    "document.documentElement.scrollWidth - innerWidth",
  );
  expect(over).toBeLessThanOrEqual(0);
}

export function access(place: Place): void {
  test.each([
    ["on a desktop, light", 1440, 900, "light"],
    ["on a desktop, dark", 1440, 900, "dark"],
    ["on a tablet, dark", 900, 1100, "dark"],
    ["on a small phone, light", 360, 740, "light"],
  ] as const)(
    "has no barrier that axe knows, %s",
    (_, width, height, colorScheme) =>
      visit(
        place,
        async (on) => {
          const { page } = on;
          await on.page.getByRole("tab", { name: "Timeline" }).click();
          await on.touch("start");
          await on.speed("Max");
          await on.says("Well done!");
          expect(await violations(page)).toEqual([]);
          await fitsWindow(page);
          await on.panel("World");
          await on.button("Record").click();
          await on.button("Stop recording").waitFor();
          if (colorScheme === "dark") {
            await page.evaluate('location.hash = "#model=ionic"');
          } else await on.openFile("broken.fba", new Uint8Array(9));
          await on.notice();
          expect(await violations(page)).toEqual([]);
          await fitsWindow(page);
          await on.panel("Inspector");
          await on.button("Choose on the screen").click();
          await page.getByRole("treeitem").last().click();
          await page.locator(".facts .value").first().waitFor();
          expect(await violations(page)).toEqual([]);
          await fitsWindow(page);
          const phone = page.getByRole("tab", { name: "Phone" });
          if ((await phone.count()) > 0) {
            await phone.click();
            await on.settings.getByText("Sessions: 1").waitFor();
            await on.button("+ My routines").click();
            await on.button("Copy this routine").click();
            await on.button(/^Change to: /).waitFor();
            expect(await violations(page)).toEqual([]);
            await fitsWindow(page);
          }
          if (width > 360) return;
          await on.button("Do it on this phone").click();
          await page.locator(".mat-begin .primary:enabled").click();
          await on.target("done").waitFor();
          expect(await violations(page)).toEqual([]);
          await fitsWindow(page);
        },
        { viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
      ),
  );
}
