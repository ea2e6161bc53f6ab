import type { WorldContext } from "../context";
import type { Task } from "../time/schedule";

/**
 * How the display behaves: `on` never times out, `off` stays dark whatever the app asks, `auto`
 * goes dark ten seconds after the last touch, or after the app last asked for light.
 */
export type DisplayMode = "on" | "off" | "auto";

/** Why the display is dark: nobody touched it, the wearer covered it, or the app switched it off. */
export type DarkReason = "timeout" | "wearer" | "app";

/** Milliseconds without a touch after which the display goes dark. */
const TIMEOUT_MS = 10_000;

/** The watch's display, which wearer, app and timeout light or make dark. */
export class Display {
  /** Undefined while it is lit. */
  private dark: DarkReason | undefined;
  private held = false;
  /** The wearer has made it dark, and has not touched it since. */
  private covered = false;
  private appKeepsOn = false;
  private timeout: Task | undefined;
  /** What the app asks for instead of the wearer's brightness; it changes nothing here. */
  brightness: string | undefined;
  /** Whether the wearer wants an always-on display. It never lights here. */
  alwaysOn = false;
  /** Whether the app would show on it. */
  allowsAlwaysOn = false;
  /** Called after each change. */
  onChange: ((on: boolean) => void) | undefined;

  constructor(
    private readonly world: WorldContext,
    private readonly mode: DisplayMode,
  ) {
    this.dark = mode === "off" ? "wearer" : undefined;
  }

  get on(): boolean {
    return this.dark === undefined;
  }

  /** Why it is dark; undefined while it is lit. */
  get darkReason(): DarkReason | undefined {
    return this.dark;
  }

  /**
   * While held it does not go dark by itself, and what the timeout made dark lights again. What the
   * wearer makes dark stays so until the wearer touches it.
   */
  hold(held: boolean): void {
    if (this.held === held) return;
    this.held = held;
    if (held && this.dark === "timeout") this.light();
    this.restart();
  }

  /** The app's `autoOff`; true unless it asked to stay lit. */
  get autoOff(): boolean {
    return !this.appKeepsOn;
  }

  set autoOff(value: boolean) {
    this.appKeepsOn = !value;
    this.restart();
  }

  /** The app has ended: what it asked for ends, too. */
  released(): void {
    this.autoOff = true;
    this.brightness = undefined;
    this.allowsAlwaysOn = false;
  }

  /** The wearer touches the watch. */
  noticeTouch(): void {
    this.covered = false;
    if (this.mode === "auto") this.light();
    this.restart();
  }

  /** The app asks for light. */
  poke(): void {
    if (this.mode !== "off") this.light();
    this.restart();
  }

  /** The app switches it. */
  switchByApp(on: boolean): void {
    if (this.mode === "off" || (this.mode === "on" && !on)) return;
    if (on) this.light();
    else this.darken("app");
    this.restart();
  }

  /** The wearer switches it: raises the wrist, presses the button, covers the display. */
  switchByWearer(on: boolean): void {
    this.covered = !on;
    if (on) this.light();
    else this.darken("wearer");
    this.restart();
  }

  private restart(): void {
    this.timeout?.cancel();
    this.timeout = undefined;
    if (this.mode !== "auto" || !this.on || this.appKeepsOn) return;
    if (this.held && !this.covered) return;
    const { schedule } = this.world;
    this.timeout = schedule.at(schedule.nowMs + TIMEOUT_MS, () =>
      this.darken("timeout"),
    );
  }

  private light(): void {
    if (this.on) return;
    this.dark = undefined;
    this.changed(true);
  }

  private darken(reason: DarkReason): void {
    const wasOn = this.on;
    if (!wasOn && reason !== "wearer") return;
    this.dark = reason;
    if (wasOn) this.changed(false);
  }

  private changed(on: boolean): void {
    this.world.emit({ type: "display", on });
    this.onChange?.(on);
  }
}
