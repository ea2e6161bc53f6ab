import type { Place } from "./support/place";
import { visit } from "./support/place";
import type { Visit } from "./support/visit";

/** Takes reverse hip raises out, once the companion has shown what is in. */
async function switchOff(on: Visit): Promise<void> {
  const bench = on.page.getByRole("switch", {
    name: /Reverse hip raise/,
    checked: true,
  });
  await bench.click();
}

export function phone(place: Place): void {
  test("an exercise switched off there is off on the watch", () =>
    visit(place, async (on) => {
      await on.says("5 exercises");
      await switchOff(on);
      await on.says("4 exercises");
    }));

  test("out of reach, nothing gets over; back again, everything does", () =>
    visit(place, async (on) => {
      await on.says("5 exercises");
      await on.toggle("Near the watch").click();
      await switchOff(on);
      await on.settings
        .getByText(/Exercises: 4/)
        .first()
        .waitFor();
      await on.says("5 exercises");
      await on.toggle("Out of reach").click();
      await on.says("4 exercises");
    }));
}
