import { buildFixture } from "../../packages/fitbit-simulator/test/support/fixture";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

/** Waits until the settings page says that this is what is stored, to the letter. */
async function stores(on: Visit, key: string, value: string): Promise<void> {
  await on.settings.getByText(`${key}=${value}`, { exact: true }).waitFor();
}

/** A picture of one red pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

export function widgets(place: Place): void {
  test("each component of a settings page stores the text that the platform stores", () =>
    visit(place, async (on) => {
      const { page, settings } = on;
      await on.openFile("peaks.fba", buildFixture("tiles"));
      await on.toggle("Snow").click();
      await stores(on, "toggle", "true");

      await settings.getByRole("slider", { name: "Height" }).press("End");
      await stores(on, "slider", "100");

      const type = async (label: string, text: string) => {
        const field = settings.getByLabel(label, { exact: true });
        await field.fill(text);
        await field.press("Enter");
      };
      await type("Name", "30");
      await stores(on, "text", '{"name":"30"}');
      await type("Hut", "a <b>");
      await stores(on, "simple", '"a <b>"');

      const valley = settings.getByLabel("Valley");
      await valley.fill("Sou");
      await page.locator('datalist option[value="South"]').waitFor({
        state: "attached",
      });
      await valley.fill("South");
      await valley.press("Enter");
      await stores(on, "valley", '{"name":"South","value":5}');

      await settings
        .getByLabel("Season", { exact: true })
        .selectOption("Summer");
      await stores(
        on,
        "one",
        '{"values":[{"name":"Summer","value":"b"}],"selected":[1]}',
      );

      await settings.getByText("Seasons", { exact: true }).click();
      await settings.getByLabel(/Autumn/).check();
      await settings.getByLabel(/Spring/).check();
      await stores(
        on,
        "many",
        '{"values":[{"name":"Spring","value":"a"},{"name":"Autumn","value":"c"}],"selected":[0,2]}',
      );

      await settings.getByLabel("#12805c").check({ force: true });
      await stores(on, "colour", '"green"');

      await type("Add a hut", "Alm");
      await stores(on, "list", '[{"name":"Alm"}]');
      await settings.getByText("Hut Alm").waitFor();
      await type("Add a hut", "Top");
      await on.button("Move Top up").click();
      await stores(on, "list", '[{"name":"Top"},{"name":"Alm"}]');
      await on.button("Remove Alm").click();
      await stores(on, "list", '[{"name":"Top"}]');

      await settings.getByLabel("Image").setInputFiles({
        name: "red.png",
        mimeType: "image/png",
        buffer: PIXEL,
      });
      await stores(on, "width", "40");

      await on.button("Sign in").first().click();
      await type("Access token", "abc");
      await on.button("Return to the app").click();
      await stores(on, "token", "abc");
      await stores(on, "oauth", '{"access_token":"abc"}');

      await on.button("Forget all").click();
      await settings.getByText("token=abc").waitFor({ state: "detached" });
      expect(await on.toggle("Snow").isChecked()).toBe(false);
    }));
}
