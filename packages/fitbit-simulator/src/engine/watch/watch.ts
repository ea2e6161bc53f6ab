import type { ArrivedFile } from "../link/inbox";
import type { ViewTree } from "../view/index";
import type { Body } from "./body";
import type { Counters } from "./counters";
import type { DarkReason } from "./display";
import type { ExerciseState } from "./exercise";
import type { TouchPhase, Way } from "./finger";
import type { TapResult } from "./hit-test";
import type { HeapUse, MemoryUse } from "./memory-use";
import { type WatchButton, watchModel } from "./models";
import type { WatchDevice } from "./watch-device";

/** What can be seen of the display. */
export interface DisplayState {
  /** Lit rather than dark. */
  readonly on: boolean;
  /** Why it is dark; undefined while it is lit. */
  readonly darkReason: DarkReason | undefined;
  /** `dim`, `normal` or `max` while the app asks for it; else undefined. */
  readonly brightness: string | undefined;
}

/** The watch as whoever wears it uses it and sees it. Pixels are those of its screen. */
export class Watch {
  /** Made by the world. */
  constructor(private readonly device: WatchDevice) {}

  /** Whether the app runs. */
  get running(): boolean {
    return this.device.app !== undefined;
  }

  /** The app waits for its wearer: the system will close it if nobody touches it. */
  get waiting(): boolean {
    return this.device.app?.waiting === true;
  }

  get display(): DisplayState {
    return this.device.display;
  }

  /** What the watch's own workout recording does. */
  get exercise(): { readonly state: ExerciseState } {
    return this.device.exercise;
  }

  /** Path of the view that is open; undefined while the app does not run. */
  get view(): string | undefined {
    return this.device.app?.views.path;
  }

  /** The open view's elements, for those who draw it; undefined while the app does not run. */
  get tree(): ViewTree | undefined {
    return this.device.app?.views.tree;
  }

  /** Visible texts of the open view, by id; by `parent/id` where an id stands for several. */
  texts(): Record<string, string> {
    return Object.fromEntries(this.device.app?.views.texts() ?? []);
  }

  /** The app's files by name. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.device.disk.files;
  }

  /** Files that have arrived and that the app has not taken yet, in order. */
  get inbox(): readonly ArrivedFile[] {
    return this.device.inbox;
  }

  get counters(): Readonly<Counters> {
    return this.device.counters;
  }

  /** The app's heap in this engine: exact, and what one compares builds of one app by. */
  heap(): HeapUse {
    return this.device.heap();
  }

  /** What the app's heap would be on a watch: an estimate, and what says whether it fits. */
  memory(): MemoryUse {
    return this.device.memory();
  }

  /** Bytes of this engine's heap right now, after a garbage collection; 0 while it does not run. */
  liveHeap(): number {
    return this.device.app?.program.sandbox.measure() ?? 0;
  }

  /** The wearer and the watch's own condition. Change it, then call {@link bodyChanged}. */
  get body(): Body {
    return this.device.body;
  }

  /** Tells the programs of a change of {@link body}. */
  bodyChanged(): void {
    this.device.bodyChanged();
  }

  /**
   * Starts the app, if it does not run and the watch is on. An error in it ends it again, with an
   * `exit` event.
   */
  launch(): void {
    this.device.launch();
  }

  /** Closes the app as the system does, its `unload` first. */
  exit(): void {
    this.device.app?.program.close("exit");
  }

  /** Lights the display or makes it dark. */
  setDisplay(on: boolean): void {
    this.device.display.switchByWearer(on);
  }

  /**
   * Keeps the display from going dark by itself, for those who cannot touch it in time: because time
   * goes faster for the watch than for them.
   */
  holdDisplay(held: boolean): void {
    this.device.display.hold(held);
  }

  /** A file as a view names it: of the package, else one that the app wrote; undefined without one. */
  asset(path: string): Uint8Array | undefined {
    return this.device.asset(path);
  }

  /** Touches the middle of an element of the open view. */
  tap(id: string): TapResult {
    const { app, display } = this.device;
    if (app === undefined) {
      return { ok: false, reason: "the app does not run" };
    }
    display.noticeTouch();
    return app.tap(id);
  }

  /**
   * One part of a touch, at a point in pixels. A drag scrolls the list, panorama or wheel under
   * it; one to the right that scrolls nothing is the back gesture; what ends where it began is a
   * click. A touch of a dark display only lights it.
   */
  touch(phase: TouchPhase, x: number, y: number): void {
    const { app, display } = this.device;
    const wasOn = display.on;
    display.noticeTouch();
    if (wasOn || !display.on) app?.touch(phase, x, y);
  }

  /**
   * Scrolls what is at a point, the screen's middle when left out, by one item or a part of what
   * is seen: for those who have no finger to drag with.
   * @returns false when nothing scrolls that way
   */
  scroll(way: Way, at?: { readonly x: number; readonly y: number }): boolean {
    const { app, display, screen } = this.device;
    if (!display.on) return false;
    display.noticeTouch();
    const middle = { x: screen.width / 2, y: screen.height / 2 };
    return app?.scroll(way, at ?? middle) === true;
  }

  /** The back gesture: a swipe to the right; on models before Versa 3 the back button. */
  swipeBack(): void {
    const { app, display } = this.device;
    display.noticeTouch();
    app?.goBack();
  }

  /** Buttons of this model that programs hear; none of a model that is not known. */
  get buttons(): readonly WatchButton[] {
    return watchModel(this.device.target)?.buttons ?? [];
  }

  /** Presses a button of the watch. */
  key(key: WatchButton): void {
    const { app, display } = this.device;
    display.noticeTouch();
    app?.key(key);
  }
}
