import { Layout } from "../view/layout";
import { type Scroller, scrollerOf } from "../view/scroll";
import type { ViewNode, ViewTree } from "../view/index";
import { COAST_MS, Motion, type MotionContext } from "./motion";
import { drawn, isAt, lineage, nodeAt } from "./hit-test";

/** A part of a gesture. */
export type TouchPhase = "down" | "move" | "up" | "cancel";
/** Where the hidden content lies that a list, panorama or wheel is to show. */
export type Way = "up" | "down" | "left" | "right";

/** Pixels from which on a finger does not tap but drags. */
const SLOP = 10;
/** Share of the screen's width a finger has to go to the right for the back gesture. */
const BACK_SHARE = 0.25;
/** Milliseconds before its end over which the speed of a touch is measured. */
const SPEED_MS = 100;
/** Faster than any finger, in pixels a millisecond. */
const MOST_SPEED = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Gesture {
  readonly tree: ViewTree;
  readonly from: Point;
  /** What was touched, innermost first. */
  readonly path: readonly ViewNode[];
  /** Where the finger was lately. */
  trail: (Point & { readonly atMs: number })[];
  /** What the finger drags; null when it drags nothing, undefined while it has hardly moved. */
  drags: Scroller | null | undefined;
  /** The touch stopped something that moved, which is all it does. */
  readonly caught: boolean;
}

/** What a finger needs of the watch and its app. */
export interface FingerContext extends MotionContext {
  /** Milliseconds of virtual time. */
  nowMs(): number;
  /** Hands an event of the touch to elements, the innermost first; pixels of the screen. */
  send(type: string, path: readonly ViewNode[], x: number, y: number): void;
  /** Elements were touched and let go. */
  click(path: readonly ViewNode[], x: number, y: number): void;
  /** The back gesture. */
  goBack(): void;
}

/** The wearer's finger: taps, drags what scrolls, swipes back. */
export class Finger {
  readonly motion: Motion;
  private gesture: Gesture | undefined;

  constructor(private readonly context: FingerContext) {
    this.motion = new Motion(context);
  }

  /** One part of a touch, at a point of the screen. */
  touch(phase: TouchPhase, x: number, y: number): void {
    const { app, views } = this.context;
    if (phase === "down") this.gesture = this.begin({ x, y });
    // A touch does not go on in another view.
    if (this.gesture?.tree !== views.tree) this.gesture = undefined;
    const gesture = this.gesture;
    const path = gesture?.path ?? this.under({ x, y });
    if (gesture !== undefined) this.drag(gesture, { x, y });
    const types = { down: "mousedown", move: "mousemove" } as const;
    const type =
      phase === "down" || phase === "move" ? types[phase] : "mouseup";
    this.context.send(type, path, x, y);
    if (phase === "down" || phase === "move" || !app.running) return;
    this.gesture = undefined;
    if (gesture !== undefined) this.end(gesture, { x, y }, phase === "cancel");
  }

  /**
   * Moves what scrolls at a point one step on, as keys do.
   * @returns false when there is nothing more that way
   */
  scroll(way: Way, at: Point): boolean {
    const direction = way === "down" || way === "right" ? 1 : -1;
    const axis = way === "up" || way === "down" ? "y" : "x";
    const scroller = this.scrollers(at).find(
      (one) => one.axis === axis && one.canGo(direction),
    );
    if (scroller === undefined) return false;
    this.motion.finish();
    this.motion.take(scroller);
    this.motion.release(direction * scroller.step);
    return true;
  }

  private begin(from: Point): Gesture {
    const { motion } = this;
    const caught = motion.going;
    const path = this.under(from);
    const [scroller] = this.scrollers(from);
    if (caught && scroller !== undefined) motion.take(scroller);
    else motion.finish();
    const { tree } = this.context.views;
    return { tree, from, path, trail: [], drags: undefined, caught };
  }

  private drag(gesture: Gesture, to: Point): void {
    const before = gesture.trail.at(-1) ?? gesture.from;
    const atMs = this.context.nowMs();
    gesture.trail = gesture.trail.filter(
      (point) => point.atMs > atMs - SPEED_MS,
    );
    gesture.trail.push({ ...to, atMs });
    if (gesture.drags === undefined) gesture.drags = this.choose(gesture, to);
    if (!gesture.drags) return;
    const { axis } = gesture.drags;
    this.motion.move(before[axis] - to[axis]);
  }

  /** What a finger drags: the innermost element under its first point that can move that way. */
  private choose({ from }: Gesture, to: Point): Gesture["drags"] {
    const x = from.x - to.x;
    const y = from.y - to.y;
    if (Math.max(Math.abs(x), Math.abs(y)) < SLOP) return undefined;
    const axis = Math.abs(x) > Math.abs(y) ? "x" : "y";
    const direction = (axis === "x" ? x : y) > 0 ? 1 : -1;
    const scroller = this.scrollers(from).find(
      (one) => one.axis === axis && one.canGo(direction),
    );
    if (scroller === undefined) return null;
    this.motion.take(scroller);
    return scroller;
  }

  private end(gesture: Gesture, to: Point, canceled: boolean): void {
    const { context, motion } = this;
    const { drags, path, caught } = gesture;
    if (drags)
      motion.release(canceled ? 0 : this.speed(gesture, drags) * COAST_MS);
    else if (caught) motion.release(0);
    if (drags || caught || canceled) return;
    const right = to.x - gesture.from.x;
    const { width } = context.views.tree.screen;
    const far = right > width * BACK_SHARE;
    if (far && right > 2 * Math.abs(to.y - gesture.from.y)) context.goBack();
    else if (path[0] !== undefined && path[0] === this.under(to)[0]) {
      context.click(path, to.x, to.y);
    }
  }

  /** Pixels a millisecond at which the content moved at last. */
  private speed({ trail }: Gesture, { axis }: Scroller): number {
    const [first, last] = [trail[0], trail.at(-1)];
    if (first === undefined || last === undefined) return 0;
    const took = last.atMs - first.atMs;
    const speed = took > 0 ? (first[axis] - last[axis]) / took : 0;
    return Math.max(-MOST_SPEED, Math.min(MOST_SPEED, speed));
  }

  private under({ x, y }: Point): readonly ViewNode[] {
    const node = nodeAt(this.context.views.tree, x, y);
    return node === undefined ? [] : lineage(node);
  }

  /** What scrolls at a point and is not covered, the innermost first. */
  private scrollers({ x, y }: Point): Scroller[] {
    const { tree } = this.context.views;
    const layout = new Layout(tree.screen);
    const top = nodeAt(tree, x, y);
    let found: Scroller[] = [];
    for (const node of drawn(tree.root)) {
      if (node === top) {
        // What lies below it does not feel the finger, unless it holds it.
        const holders = lineage(node);
        found = found.filter((one) => holders.includes(one.node));
      }
      const scroller = scrollerOf(tree, node);
      if (scroller && isAt(tree, layout, node, x, y)) found.push(scroller);
    }
    return found.reverse();
  }
}
