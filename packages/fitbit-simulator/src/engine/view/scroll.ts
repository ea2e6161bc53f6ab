import { Layout, type Axis } from "./layout";
import { itemsOf, numberOf } from "./rows";
import { Tiles } from "./tiles";
import type { ViewNode, ViewTree } from "./types";

/** Share of an item that is only an error of calculating. */
const TINY = 1e-6;

/** A widget whose content a finger can move. Pixels count towards what lies below or to the right. */
export interface Scroller {
  readonly node: ViewNode;
  readonly axis: Axis;
  /** What changes as it moves: which item is in the middle, or how far it is scrolled. */
  readonly value: number;
  /** How far a key moves it. */
  readonly step: number;
  /** Whether it rests on one of its items, which the app can be told of. */
  readonly chooses: boolean;
  /** Whether there is more content in that direction. */
  canGo(direction: 1 | -1): boolean;
  /** Moves the content. @returns true when tiles stand for other items now */
  moveBy(pixels: number): boolean;
  /** How far it goes until it rests, when it is let go so as to coast for `pixels`. */
  toRest(pixels: number): number;
}

/** The scrolling widget that an element is; undefined when it is none. */
export function scrollerOf(
  tree: ViewTree,
  node: ViewNode,
): Scroller | undefined {
  switch (node.get("arrange")) {
    case "tiles":
    case "scroll":
      return new Tiles(tree, node);
    case "pages":
      return new Steps(tree, node, "x");
    case "wheel":
      return new Steps(tree, node, "y");
    default:
      return undefined;
  }
}

/** Pages and wheels: they rest on one of their items, which `value` tells. */
class Steps implements Scroller {
  readonly chooses = true;

  constructor(
    private readonly tree: ViewTree,
    readonly node: ViewNode,
    readonly axis: Axis,
  ) {}

  get value(): number {
    return numberOf(this.node, "value");
  }

  get step(): number {
    const [item] = itemsOf(this.node);
    if (item === undefined) return 0;
    const { width, height } = new Layout(this.tree.screen).placed(item);
    return this.axis === "x" ? width : height;
  }

  canGo(direction: 1 | -1): boolean {
    return direction > 0 ? this.place < this.last : this.place > 0;
  }

  moveBy(pixels: number): boolean {
    if (this.step > 0) this.set(this.place + pixels / this.step);
    return false;
  }

  toRest(pixels: number): number {
    const { step, place } = this;
    if (step <= 0) return 0;
    const wanted = Math.round(place + pixels / step);
    // However hard one swipes, a page is followed by its neighbour.
    const [least, most] =
      this.axis === "x"
        ? [Math.floor(place), Math.ceil(place)]
        : [0, this.last];
    const rest = Math.min(most, this.last, Math.max(least, 0, wanted));
    return (rest - place) * step;
  }

  /** The item in the middle, with a part when between two. */
  private get place(): number {
    return this.value + numberOf(this.node, "moved");
  }

  private get last(): number {
    return Math.max(0, itemsOf(this.node).length - 1);
  }

  private set(place: number): void {
    const bound = Math.min(this.last, Math.max(0, place));
    const value = Math.round(bound);
    this.node.set("value", String(value));
    const moved = bound - value;
    this.node.set("moved", Math.abs(moved) < TINY ? "0" : String(moved));
  }
}

/** Whether an element shows one of its items, and at each tap the next one. */
export function isCycle(node: ViewNode): boolean {
  return node.get("arrange") === "cycle";
}

/** A cycle shows the next of its items, the first one after the last. */
export function showNext(cycle: ViewNode): void {
  const items = itemsOf(cycle).length;
  if (items === 0) return;
  cycle.set("value", String((numberOf(cycle, "value") + 1) % items));
}
