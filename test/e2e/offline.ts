import { type Place, visit } from "./support/place";

export function offline(place: Place): void {
  test("works without the server once it was there, also as the watch", () =>
    visit(
      place,
      async (on) => {
        const { page, context } = on;
        await page.evaluate(
          "navigator.serviceWorker.ready.then(({ active }) => active.state)",
        );
        await context.setOffline(true);
        await on.load();
        await on.button("Use as watch").click();
        await page.locator(".handheld").waitFor();
        await on.touch("start");
        await on.says("Get ready");
        await on.button("Close").click();
        await on.button("Next cue").waitFor();
      },
      { viewport: { width: 390, height: 844 } },
    ));
}
