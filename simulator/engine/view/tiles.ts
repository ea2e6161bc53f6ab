import { itemsOf, numberOf } from "./arrange";
import { Layout } from "./layout";
import type { ViewNode, ViewTree } from "./types";

/** Where a virtual list keeps which item its first tile stands for. */
const FIRST = "first-visible-tile";

/** The tile list that an element is or is in; undefined when there is none around it. */
export function tilesOf(tree: ViewTree, node: ViewNode): Tiles | undefined {
  for (let at: ViewNode | null = node; at !== null; at = at.parent) {
    if (at.get("arrange") === "tiles") return new Tiles(tree, at);
  }
  return undefined;
}

/**
 * A list that scrolls. A virtual one has a few tiles, in a pool, for many items; which of them are
 * in sight is told by `first-visible-tile`. Everything it knows is kept on the list's element.
 */
export class Tiles {
  constructor(
    private readonly tree: ViewTree,
    readonly node: ViewNode,
  ) {}

  /** How many items there are. */
  get length(): number {
    return this.pool === undefined
      ? itemsOf(this.node).length
      : numberOf(this.node, "length");
  }

  /** The item in the middle of the screen. */
  get value(): number {
    const middle = this.scroll + this.height / 2;
    let end = 0;
    for (let at = 0; at < this.length; at += 1) {
      end += this.sizeOf(at);
      if (middle < end) return at;
    }
    return Math.max(0, this.length - 1);
  }

  /** Scrolls so that an item is in the middle, as far as the list goes. */
  set value(index: number) {
    let start = 0;
    for (let at = 0; at < index; at += 1) start += this.sizeOf(at);
    const middle = start + this.sizeOf(index) / 2;
    this.scrollBy(middle - this.height / 2 - this.scroll);
  }

  /**
   * Moves the content up by so many pixels, or down; never past its ends.
   * @returns true when tiles stand for other items now and the app has to fill them
   */
  scrollBy(pixels: number): boolean {
    let content = 0;
    for (let at = 0; at < this.length; at += 1) content += this.sizeOf(at);
    const most = Math.max(0, content - this.height);
    const next = Math.min(most, Math.max(0, this.scroll + pixels));
    this.node.set("scroll-y", String(next));
    return this.showTiles();
  }

  /**
   * Shows as many tiles of the pool as there are items from the first visible one on.
   * @returns true when they stand for other items than before
   */
  showTiles(): boolean {
    const { pool, node } = this;
    if (pool === undefined) return false;
    const spare = Math.max(0, this.length - pool.children.length);
    const size = this.sizeOf(0);
    const wanted = size > 0 ? Math.floor(this.scroll / size) : 0;
    const first = Math.min(spare, wanted);
    pool.children.forEach((tile, at) => {
      const shown = first + at < this.length;
      tile.set("display", shown ? "inline" : "none");
    });
    if (first === numberOf(node, FIRST)) return false;
    node.set(FIRST, String(first));
    return true;
  }

  private get pool(): ViewNode | undefined {
    return this.node.children.find((child) => child.get("arrange") === "pool");
  }

  private get scroll(): number {
    return numberOf(this.node, "scroll-y");
  }

  private get height(): number {
    return this.tree.box(this.node).height;
  }

  private sizeOf(index: number): number {
    const item =
      this.pool === undefined
        ? itemsOf(this.node)[index]
        : this.pool.children[0];
    if (item === undefined) return 0;
    return new Layout(this.tree.screen).placed(item).height;
  }
}
