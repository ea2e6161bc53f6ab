import { type Place, visit } from "./support/place";

export function world(place: Place): void {
  test("the watch's clock is set forward and back, and a session goes on, whose memory is said as an estimate", () =>
    visit(place, async (on) => {
      await on.speed("Pause");
      await on.touch("start");
      await on.panel("World");
      const wall = on.page.locator(".wall");
      const hour = async () => Number((await wall.innerText()).slice(0, 2));
      const before = await hour();
      const shows = (after: number) =>
        wall.getByText(new RegExp(`^${String(after).padStart(2, "0")}:`));
      await on.button("+ 1 h").click();
      await shows((before + 1) % 24).waitFor();
      await on.button("− 1 h").click();
      await on.button("− 1 h").click();
      await shows((before + 23) % 24).waitFor();
      const said =
        /^The most so far: about [1-9]\d* KB of JerryScript \(± \d+ KB\); a watch leaves an app 44 KB\. It /;
      await on.page.getByText(said).waitFor();
      await on.speed("Max");
      await on.says("Well done!");
    }));

  test("a model of the older generation opens the package for it, with what watch and phone hold", () =>
    visit(place, async (on) => {
      const { page } = on;
      const wide = page.locator('.picture svg[viewBox="0 0 348 250"]');
      await page.getByRole("switch", { name: /Reverse hip raise/ }).click();
      await on.says("13");
      await on.panel("World");
      const model = page.getByLabel("Watch model");
      expect(await model.locator("option:enabled").allInnerTexts()).toEqual([
        ...["Versa 3", "Sense", "Versa 4", "Sense 2"],
        ...["Ionic", "Versa", "Versa Lite", "Versa 2"],
      ]);
      await model.selectOption("Ionic");
      await page.getByText("Simulated Ionic").waitFor();
      await wide.waitFor();
      await on.says("13");
      await on.load();
      await page.getByText("Simulated Ionic").waitFor();
      await wide.waitFor();
      await on.says("13");
      await page.goto(`${place.address()}#model=vulcan`);
      await page.getByText("Simulated Sense").waitFor();
      await on.says("13");
    }));

  test("another model, language and permission start watch and phone anew with what they hold", () =>
    visit(place, async (on) => {
      await on.page.getByRole("switch", { name: /Reverse hip raise/ }).click();
      await on.says("13");
      await on.panel("World");
      await on.page.getByLabel("Watch model").selectOption("Sense");
      await on.page.getByText("Simulated Sense").waitFor();
      await on.says("13");
      await on.page.getByLabel("Language").first().selectOption("Deutsch");
      await on.toggle("Allow exercise").click();
      await on.panel("Timeline");
      const starts = on.page.getByText("watch started", { exact: true });
      await starts.nth(3).waitFor();
      await on.load();
      await on.says("13");
      await on.panel("World");
      await on.page.getByText("Simulated Sense").waitFor();
      expect(await on.page.getByLabel("Language").first().inputValue()).toBe(
        "de-DE",
      );
      expect(await on.toggle("Allow exercise").isChecked()).toBe(false);
      await on.touch("start");
      await on.says("Bereit machen");
    }));

  test("heart, wrist, battery and a run are as one wants them, also after a reload", () =>
    visit(place, async (on) => {
      await on.panel("World");
      await on.page.getByRole("slider", { name: "Heart rate" }).fill("150");
      await on.page.getByText("150 bpm").waitFor();
      await on.toggle("Watch on the wrist").click();
      await on.page.getByRole("slider", { name: "Battery" }).fill("9");
      await on.page.getByText("9 %").waitFor();
      await on.page.getByLabel("A run, in minutes").fill("45");
      await on.button("A run of 45 min has just ended").click();
      const steps = on.page.getByText(/^Steps today: 11,\d{3}\./);
      await steps.waitFor();
      await on.load();
      await on.panel("World");
      await on.page.getByText("150 bpm").waitFor();
      await on.page.getByText("9 %").waitFor();
      await steps.waitFor();
      expect(await on.toggle("Watch on the wrist").isChecked()).toBe(false);
    }));
}
