import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";

/** Long enough for a busy machine; nothing on the page takes a second. */
const PATIENCE_MS = 60_000;

/** A page that was opened, and what is done on it. */
export class Visit {
  /** Errors of scripts, refused resources and requests to elsewhere; a test expects none. */
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly address: string,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(error.message));
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob):/.test(url)) {
        this.faults.push(`request to ${url}`);
      }
    });
  }

  /**
   * Opens the page as someone who was never there; waits until the watch shows something.
   * @param prepare makes the browser another one before the page is loaded
   */
  static async open(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
    prepare?: (context: BrowserContext) => Promise<void>,
  ): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      // It stores the whole page at each first visit: only tests without a server need that.
      serviceWorkers: "block",
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await prepare?.(context);
    const visit = new Visit(await context.newPage(), context, address);
    await visit.load();
    return visit;
  }

  /** Opens the page, or a place of it, in a second tab of the same browser, whatever it shows there. */
  async another(place = ""): Promise<Visit> {
    const page = await this.context.newPage();
    const visit = new Visit(page, this.context, this.address);
    await page.goto(this.address + place);
    return visit;
  }

  /** Loads the page, anew after a first time. */
  async load(): Promise<void> {
    await this.page.goto(this.address);
    await this.picture.waitFor();
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** What the watch shows. */
  get picture(): Locator {
    return this.page.locator(".picture svg");
  }

  /** A place of the watch's screen that takes touches, by its id. */
  target(id: string): Locator {
    return this.page.locator(`[data-target="${id}"]`);
  }

  touch(id: string): Promise<void> {
    return this.target(id).click();
  }

  /** Waits until the watch's screen says something. */
  async says(text: string | RegExp): Promise<void> {
    await this.picture.getByText(text, { exact: true }).first().waitFor();
  }

  /** Starts a session and lives it up to its first rep: something worth resuming. */
  async startToFirstRep(): Promise<void> {
    await this.touch("start");
    // Three ticks, the start of the set, the first rep.
    for (let cue = 0; cue < 8; cue += 1) await this.button("Next cue").click();
  }

  /** Pulls a finger over the watch from left to right. */
  async swipeBack(): Promise<void> {
    const box = await this.page.locator(".display").boundingBox();
    if (box === null) throw new Error("the watch has no display");
    const y = box.y + box.height / 2;
    const { mouse } = this.page;
    await mouse.move(box.x + box.width * 0.2, y);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.8, y, { steps: 4 });
    await mouse.up();
  }

  /** Pulls a finger over the watch, from and to in shares of its screen; the page has to have touch. */
  async finger(
    from: readonly [x: number, y: number],
    to: readonly [x: number, y: number],
  ): Promise<void> {
    const box = await this.page.locator(".display").boundingBox();
    if (box === null) throw new Error("the watch has no display");
    const devtools = await this.context.newCDPSession(this.page);
    const at = (share: number) => ({
      x: box.x + box.width * (from[0] + (to[0] - from[0]) * share),
      y: box.y + box.height * (from[1] + (to[1] - from[1]) * share),
    });
    for (let step = 0; step <= 4; step += 1) {
      await devtools.send("Input.dispatchTouchEvent", {
        type: step === 0 ? "touchStart" : "touchMove",
        touchPoints: [at(step / 4)],
      });
    }
    await devtools.send("Input.dispatchTouchEvent", {
      type: "touchEnd",
      touchPoints: [],
    });
  }

  /** Opens one of the panels beside the watch. */
  panel(name: "Phone" | "Timeline" | "World" | "Inspector"): Promise<void> {
    return this.page.getByRole("tab", { name }).click();
  }

  async speed(name: "Pause" | "1×" | "10×" | "60×" | "Max"): Promise<void> {
    await this.page.getByLabel(name, { exact: true }).check();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** What the keyboard is on. */
  get focused(): Locator {
    return this.page.locator(":focus");
  }

  /**
   * A switch; to be clicked, not checked: what it shows comes from the world, and a word that was
   * on its way may set it back for a moment.
   */
  toggle(name: string | RegExp): Locator {
    return this.page.getByRole("switch", { name });
  }

  /** What the phone shows of the app's settings page. */
  get settings(): Locator {
    return this.page.locator(".phone-page");
  }

  /** Gives a package to the page as its file button does. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.page.getByLabel("App package").setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(bytes),
    });
  }

  /** Waits until the page has something to say, and gives it. */
  async notice(): Promise<string> {
    const notice = this.page.locator(".notice p").first();
    await notice.waitFor();
    return notice.innerText();
  }
}
