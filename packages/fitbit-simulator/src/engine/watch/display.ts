import type { WorldContext } from "../context";
import type { Task } from "../time/schedule";

/**
 * How the display behaves: `on` never times out, `off` stays dark whatever the app asks, `auto`
 * goes dark ten seconds after the last touch, or after the app last asked for light.
 */
export type DisplayMode = "on" | "off" | "auto";

/** Milliseconds without a touch after which the display goes dark. */
const TIMEOUT_MS = 10_000;

/** The watch's display, which wearer, app and timeout light or make dark. */
export class Display {
  private lit: boolean;
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
    this.lit = mode !== "off";
  }

  get on(): boolean {
    return this.lit;
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
    if (this.mode === "auto") this.light(true);
    this.restart();
  }

  /** The app asks for light. */
  poke(): void {
    if (this.mode !== "off") this.light(true);
    this.restart();
  }

  /** The app switches it. */
  switchByApp(on: boolean): void {
    if (this.mode === "off" || (this.mode === "on" && !on)) return;
    this.light(on);
    this.restart();
  }

  /** The wearer switches it: raises the wrist, presses the button, covers the display. */
  switchByWearer(on: boolean): void {
    this.light(on);
    this.restart();
  }

  private restart(): void {
    this.timeout?.cancel();
    this.timeout = undefined;
    if (this.mode !== "auto" || !this.lit || this.appKeepsOn) return;
    const { schedule } = this.world;
    this.timeout = schedule.at(schedule.nowMs + TIMEOUT_MS, () =>
      this.light(false),
    );
  }

  private light(on: boolean): void {
    if (this.lit === on) return;
    this.lit = on;
    this.world.emit({ type: "display", on });
    this.onChange?.(on);
  }
}
