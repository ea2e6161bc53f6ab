import type { AnimationEvents } from "./animation-events";

/** A size in pixels of the watch's screen. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in screen pixels, measured from the top left corner of the screen. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** One element of an open view. */
export interface ViewNode {
  readonly tag: string;
  /** Empty when the element has none. */
  readonly id: string;
  readonly parent: ViewNode | null;
  readonly children: readonly ViewNode[];
  readonly classNames: readonly string[];
  /** Names of the values that it has of its own: of markup, styles, scripts and animations. */
  readonly names: readonly string[];
  /**
   * The value in force: set by script, else attribute or `style`, else stylesheet, else (for fill,
   * font-*, text-anchor, letter-spacing and visibility) the nearest ancestor's.
   */
  get(name: string): string | undefined;
  /** Sets a value as a script does; `class` restyles the element and what is in it. */
  set(name: string, value: string): void;
  /** What a text or textarea says. */
  text: string;
}

/** An open view: its elements, and what a screen needs to know about them. */
export interface ViewTree {
  readonly root: ViewNode;
  /** Path of the view inside the package. */
  readonly path: string;
  readonly screen: Size;
  /** What was left out (unknown imports, selectors, symbols), in words for a log. */
  readonly notes: readonly string[];
  /** Called after every change by script; `name` is `text` for what an element says. */
  onChange: ((node: ViewNode, name: string, value: string) => void) | undefined;
  /** The first element with this id in document order. */
  byId(id: string): ViewNode | null;
  /** Every element in document order, the root first. */
  all(): Iterable<ViewNode>;
  /** False when the element or an ancestor is hidden by display or visibility. */
  visible(node: ViewNode): boolean;
  /** Where the element lies on the screen; of text an estimate. */
  box(node: ViewNode): Box;
  /** Ends and begins the animations that an event such as `enable` ends and begins in an element. */
  animate(node: ViewNode, trigger: string): void;
  /** The same for the animations that the element itself holds: a touch such as `click` does so. */
  animateOwn(node: ViewNode, trigger: string): void;
  /** What its animations tell of themselves; nothing where the view was not told who knows the time. */
  readonly animationEvents: AnimationEvents;
  /** Called when an animation began. */
  onAnimation: (() => void) | undefined;
  /** Shows animations as they are now, where the view was told who knows the time. */
  settle(): void;
  /** Whether a list or wheel that was let go still moves. */
  coasting: boolean;
  /** Shows animations as they are at a time, in milliseconds; true while anything still moves. */
  advance(nowMs: number): boolean;
}

/** A view, stylesheet or import that cannot be used, with where and what is wrong. */
export class ViewError extends Error {
  constructor(
    readonly path: string,
    readonly line: number,
    readonly problem: string,
  ) {
    super(`${path}:${line}: ${problem}`);
    this.name = "ViewError";
  }
}
