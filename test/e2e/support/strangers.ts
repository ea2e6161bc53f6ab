import type { HostilePackage } from "../../../packages/fitbit-simulator/test/support/hostile-packages";
import type { Visit } from "./visit";

/** Measures for how long the page's own thread does nothing else at once. */
const PULSE = `(() => {
  let last = performance.now();
  window.longestMs = 0;
  setInterval(() => {
    const now = performance.now();
    window.longestMs = Math.max(window.longestMs, now - last);
    last = now;
  }, 20);
})()`;

const STACK = /^ {4}at .*:\d+:\d+/m;
const RAW =
  // eslint-disable-next-line no-control-regex -- what misleads a reader
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
/** How the page tells that a package was refused, or that a part of it has ended. */
const SAID =
  /( could not be opened|was stopped: [a-z ]+)\. .| uses what this simulator lacks: ./;

/** Opens packages that mean harm in one page, one after the other. */
export class Strangers {
  constructor(private readonly on: Visit) {}

  begin(): Promise<unknown> {
    return this.on.page.evaluate(PULSE);
  }

  /**
   * Opens a package, waits until its programs have run, and sees whether world and page still answer.
   * @returns what is wrong, a line each
   */
  async opens(
    { what, bytes }: HostilePackage,
    mostMs: number,
  ): Promise<string[]> {
    const { page } = this.on;
    await page.evaluate("window.longestMs = 0");
    await this.on.openFile(`${what}.fba`, bytes);
    const opened = this.on.button(`Close ${what}.fba`);
    const refused = page.getByText(`${what}.fba could not be opened.`);
    await opened.or(refused).first().waitFor();
    if (await opened.isVisible()) await this.hasRun();
    await this.link("Out of range");
    await this.link("Near the watch");
    const notices = await page.locator(".notice p").allInnerTexts();
    const told = notices.filter((text) => !text.includes("has the same ID as"));
    const words = await this.words();
    const longestMs = Number(await page.evaluate("window.longestMs"));
    return [
      ...(longestMs > mostMs ? [`the page was busy for ${longestMs} ms`] : []),
      ...(STACK.test(words) ? ["a stack"] : []),
      ...(RAW.test(words) ? ["a raw character"] : []),
      ...told.filter((text) => !SAID.test(text)),
    ].map((wrong) => `${what}: ${wrong}`);
  }

  /** Waits until the app, and the companion, which the phone starts a moment later, have had a first turn. */
  private async hasRun(): Promise<void> {
    const { page } = this.on;
    // Behind so many events that they are not all shown, it has started long before.
    const many = this.on.button("Show older");
    const started = (name: string) =>
      page
        .getByText(`${name} started`, { exact: true })
        .or(many)
        .first()
        .waitFor();
    await started("watch");
    const has = await page.getByRole("button", { name: / companion$/ }).count();
    if (has > 0) await started("companion");
  }

  /** Switches the link, which the world has to do: a page alone cannot. */
  private async link(name: string): Promise<void> {
    await this.on.page.locator(".phone-bar input").click();
    await this.on.page.locator(".phone-bar").getByText(name).waitFor();
  }

  /** What the page says of a package, beside what that shows by itself on watch and phone. */
  private async words(): Promise<string> {
    const places = ".top, .notices, .side, .phone-log, .watch-note";
    return (await this.on.page.locator(places).allInnerTexts()).join("\n");
  }
}
