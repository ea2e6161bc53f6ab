import type { Scroller } from "../view/scroll";
import { Tiles } from "../view/tiles";
import type { Task } from "../time/schedule";
import type { ViewTree } from "../view/index";
import type { RunningApp } from "./running-app";
import type { Views } from "./views";

/** Milliseconds of a frame: thirty a second. */
const FRAME_MS = 33;
/** Share of what is left to go that one frame goes. */
const SHARE = 0.2;
/** A movement ends when it is so many pixels from where it comes to rest. */
const NEAR = 1;

/** Pixels that something moves on by itself after it is let go at one pixel a millisecond. */
export const COAST_MS = FRAME_MS / SHARE;

/** What movements need of the watch and its app. */
export interface MotionContext {
  readonly app: RunningApp;
  readonly display: { readonly on: boolean };
  readonly views: Views;
}

/** Moves what scrolls, by finger or on its own, and tells the app. */
export class Motion {
  private task: Task | undefined;
  private left = 0;
  private scroller: Scroller | undefined;
  private tree: ViewTree | undefined;
  /** The scroller's value when it last stood still. */
  private rested = 0;

  constructor(private readonly context: MotionContext) {}

  /** Something goes on by itself. */
  get going(): boolean {
    return this.task !== undefined;
  }

  /** A finger or key takes hold of a scroller; whatever was going on stops there. */
  take(scroller: Scroller): void {
    if (this.scroller?.node !== scroller.node) {
      this.finish();
      this.rested = scroller.value;
    }
    this.stop();
    this.scroller = scroller;
    this.tree = this.context.views.tree;
  }

  /** Moves what was taken by so many pixels. */
  move(pixels: number): void {
    const { scroller } = this;
    if (scroller instanceof Tiles) this.moveList(scroller, pixels);
    else scroller?.moveBy(pixels);
  }

  /** Lets go of what was taken: it coasts for about so many pixels and comes to rest. */
  release(pixels: number): void {
    this.stop();
    this.left = this.scroller?.toRest(pixels) ?? 0;
    if (Math.abs(this.left) <= NEAR) {
      this.move(this.left);
      this.rest();
      return;
    }
    if (this.tree) this.tree.coasting = true;
    this.frame();
  }

  /** Brings whatever moves to its rest at once. */
  finish(): void {
    if (!this.going) return;
    this.stop();
    this.move(this.left);
    this.rest();
  }

  private frame(): void {
    const { app, display, views } = this.context;
    this.task = app.after(FRAME_MS, () => {
      if (this.tree !== views.tree) {
        this.stop();
        return;
      }
      const dark = !display.on;
      const last = dark || Math.abs(this.left) <= NEAR;
      const step = last ? this.left : this.left * SHARE;
      this.left -= step;
      this.move(step);
      // In a handler, the app may have ended or stopped the movement.
      if (!app.running || this.task === undefined) return;
      if (!last) this.frame();
      else this.rest();
    });
  }

  private rest(): void {
    const { scroller } = this;
    this.stop();
    this.scroller = undefined;
    if (scroller?.chooses !== true || scroller.value === this.rested) return;
    this.tell(scroller, "select", {});
  }

  /** The app fills the tiles that came into sight, and hears how far its list is. */
  private moveList(list: Tiles, pixels: number): void {
    const { app, views } = this.context;
    const before = list.shown;
    const refill = list.moveBy(pixels);
    const number = views.known(list.node);
    if (refill && number !== undefined) app.wake("tiles", number);
    if (list.node.get("arrange") === "scroll") {
      this.tell(list, "pagescroll", list.page);
      return;
    }
    const { shown } = list;
    if (shown.first === before.first && shown.middle === before.middle) return;
    this.tell(list, pixels > 0 ? "listforward" : "listbackward", shown);
  }

  /** Tells a widget's listeners of an event; nobody when the app never asked for the widget. */
  private tell({ node }: Scroller, type: string, fields: object): void {
    const number = this.context.views.known(node);
    if (number === undefined) return;
    this.context.app.wake("scrolled", number, type, JSON.stringify(fields));
  }

  private stop(): void {
    this.task?.cancel();
    this.task = undefined;
    if (this.tree) this.tree.coasting = false;
  }
}
