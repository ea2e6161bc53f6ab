import { itemsOf, numberOf, tileIndex } from "./arrange";
import { Layout } from "./layout";
import type { ViewNode, ViewTree } from "./types";

/** The tile list that an element is or is in; undefined when there is none around it. */
export function tilesOf(tree: ViewTree, node: ViewNode): Tiles | undefined {
  for (let at: ViewNode | null = node; at !== null; at = at.parent) {
    if (at.get("arrange") === "tiles") return new Tiles(tree, at);
  }
  return undefined;
}

/**
 * A list that scrolls. A virtual one has few tiles, in pools, for many items: the program fills
 * those that come into sight. Everything it knows is kept on the list's element.
 */
export class Tiles {
  constructor(
    private readonly tree: ViewTree,
    readonly node: ViewNode,
  ) {}

  get virtual(): boolean {
    return this.node.children.some(
      (child) =>
        child.tag === "var" &&
        child.id === "virtual" &&
        child.get("value") === "1",
    );
  }

  /** How many items there are. */
  get length(): number {
    return this.virtual
      ? numberOf(this.node, "length")
      : itemsOf(this.node).length;
  }

  /** A virtual list starts anew with so many items: all its tiles are spare again. */
  set length(count: number) {
    this.node.set("length", String(Math.max(0, Math.floor(count) || 0)));
    for (const tile of this.pools.flatMap(({ children }) => children)) {
      hide(tile);
    }
    this.scrollBy(0);
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

  /** Moves the content up by so many pixels, or down; never past its ends. */
  scrollBy(pixels: number): void {
    let content = 0;
    for (let at = 0; at < this.length; at += 1) content += this.sizeOf(at);
    const most = Math.max(0, content - this.height);
    const next = Math.min(most, Math.max(0, this.scroll + pixels));
    this.node.set("scroll-y", String(next));
  }

  /** Items of a virtual list that are in sight and have no tile yet. */
  wanted(): number[] {
    if (!this.virtual) return [];
    const placed = new Set(
      this.pools.flatMap(({ children }) => children.map(tileIndex)),
    );
    return this.inSight().filter((index) => !placed.has(index));
  }

  /** Puts a tile of a pool at an item's place; undefined when the pool has none to spare. */
  place(index: number, pool: string): ViewNode | undefined {
    const seen = new Set(this.inSight());
    const tile = this.pools
      .find(({ id }) => id === pool)
      ?.children.find((child) => {
        const at = tileIndex(child);
        return at === undefined || !seen.has(at);
      });
    tile?.set("tile-index", String(index));
    tile?.set("display", "inline");
    return tile;
  }

  private get pools(): ViewNode[] {
    return this.node.children.filter(
      (child) => child.get("arrange") === "pool",
    );
  }

  private get scroll(): number {
    return numberOf(this.node, "scroll-y");
  }

  private get height(): number {
    return this.tree.box(this.node).height;
  }

  private sizeOf(index: number): number {
    const item = this.virtual
      ? this.pools[0]?.children[0]
      : itemsOf(this.node)[index];
    if (item === undefined) return 0;
    return new Layout(this.tree.screen).placed(item).height;
  }

  private inSight(): number[] {
    const size = this.sizeOf(0);
    if (size <= 0) return [];
    const first = Math.floor(this.scroll / size);
    const last = Math.ceil((this.scroll + this.height) / size);
    const count = Math.min(last, this.length) - first;
    return Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  }
}

function hide(tile: ViewNode): void {
  tile.set("tile-index", "");
  tile.set("display", "none");
}
