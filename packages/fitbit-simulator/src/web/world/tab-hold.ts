import { answerWithin, attempt } from "../host";

/** What the tabs of the page tell each other. */
type Message =
  /** A new tab asks whether one holds the state. */
  | "who"
  /** The tab that does answers. */
  | "here"
  /** Someone wants to go on in another tab. */
  | "give"
  /** The tab that held the state has saved it and has stopped. */
  | "given";

/** One for all tabs of an origin, as the database is. */
const NAME = "fitbit-simulator";
/** A tab that has closed a moment ago needs so long to let go. */
const CLOSING_MS = 2000;
/** A tab that has not given its state by then is busy without end, or asleep. */
const GIVING_MS = 3000;

interface Hooks {
  /** Another tab holds the state. */
  waits(): void;
  /** Saves everything and stops: another tab goes on with it. */
  give(): Promise<void>;
  /** Another tab holds the state by now; nothing may be saved here. */
  lost(): void;
}

/**
 * Of all tabs that show the page, one holds what is stored. The others wait until it closes, or until
 * someone wants to go on in one of them. Where the browser has no locks, a tab that nobody answers is
 * taken for the only one; the database tells a silent older one.
 */
export class TabHold {
  private readonly channel = attempt(() => new BroadcastChannel(NAME));
  private state: "waits" | "holds" | "over" = "waits";
  private got: (() => void) | undefined;
  private given: (() => void) | undefined;
  private other = false;
  /** How often the lock was asked for. */
  private asked = 0;

  constructor(private readonly hooks: Hooks) {
    if (this.channel === undefined) return;
    this.channel.onmessage = ({ data }: MessageEvent<Message>) =>
      this.hear(data);
  }

  /** Returns once this tab holds the state. */
  async acquire(): Promise<void> {
    const holds = new Promise<void>((resolve) => (this.got = resolve));
    const locked = this.request({});
    this.say("who");
    const timer = setTimeout(() => {
      if (locked) this.hooks.waits();
      else if (!this.other) this.hold();
    }, CLOSING_MS);
    await holds;
    clearTimeout(timer);
  }

  /** Takes the state from the tab that holds it, which saves it first where it can. */
  async take(): Promise<void> {
    if (this.state !== "waits") return;
    await answerWithin(GIVING_MS, () => {
      this.say("give");
      return new Promise<void>((resolve) => (this.given = resolve));
    });
    if (!this.request({ steal: true })) this.hold();
    // Also where a lock is never given: then the database tells the other tab.
    else setTimeout(() => this.hold(), GIVING_MS);
  }

  /** Asks for the lock; false where the browser has none. */
  private request(options: LockOptions): boolean {
    let mine = false;
    const time = (this.asked += 1);
    const asked = attempt(() =>
      navigator.locks.request(NAME, options, () => {
        mine = true;
        this.hold();
        // Until this worker ends, or another tab takes it.
        return new Promise<never>(() => undefined);
      }),
    );
    asked?.catch(() => {
      // One that was given while this tab was already taking it is lost to itself.
      if (mine && time === this.asked) this.lose();
    });
    return asked !== undefined;
  }

  private hold(): void {
    if (this.state !== "waits") return;
    this.state = "holds";
    this.got?.();
  }

  private lose(): void {
    if (this.state !== "holds") return;
    this.state = "over";
    this.hooks.lost();
  }

  private say(message: Message): void {
    attempt(() => this.channel?.postMessage(message));
  }

  private hear(message: Message): void {
    const holds = this.state === "holds";
    if (message === "who" && holds) this.say("here");
    if (message === "here" && this.state === "waits") {
      this.other = true;
      this.hooks.waits();
    }
    if (message === "given") this.given?.();
    if (message === "give" && holds) void this.give();
  }

  private async give(): Promise<void> {
    await this.hooks.give();
    this.say("given");
    this.lose();
  }
}
