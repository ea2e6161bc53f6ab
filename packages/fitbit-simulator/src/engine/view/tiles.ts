import { Layout } from "./layout";
import {
  KINDS,
  numberOf,
  poolNumber,
  poolsOf,
  rowsOf,
  TILE_HEIGHT,
  tilesIn,
  type Rows,
} from "./rows";
import type { Scroller } from "./scroll";
import type { ViewNode, ViewTree } from "./types";

/** Where a virtual list keeps which item its first tile stands for. */
const FIRST = "first-visible-tile";
/** Where a tile of a pool keeps which item it stands for. */
const AT = "tile-at";

/** The tile list that an element is or is in; undefined when there is none around it. */
export function tilesOf(tree: ViewTree, node: ViewNode): Tiles | undefined {
  for (let at: ViewNode | null = node; at !== null; at = at.parent) {
    if (isList(at)) return new Tiles(tree, at);
  }
  return undefined;
}

/** Whether an element is a tile list or scroll view. */
export function isList(node: ViewNode): boolean {
  return /^(tiles|scroll)$/.test(node.get("arrange") ?? "");
}

/**
 * A list that scrolls. A virtual one has a few tiles, in pools, for many items; the first of them
 * in sight is told by `first-visible-tile`. Everything it knows is kept on its elements.
 */
export class Tiles implements Scroller {
  readonly axis = "y";
  readonly chooses = false;

  constructor(
    private readonly tree: ViewTree,
    readonly node: ViewNode,
  ) {}

  /** How many items there are. */
  get length(): number {
    return poolsOf(this.node).length > 0
      ? numberOf(this.node, "length")
      : tilesIn(this.node).length;
  }

  /** The item in the middle of the screen. */
  get value(): number {
    return this.rows.at(this.scroll + this.height / 2);
  }

  /** Scrolls so that an item is in the middle, as far as the list goes. */
  set value(index: number) {
    this.align(index, "middle");
  }

  /** How far it is scrolled, how high all of it is and how high what one sees of it. */
  get page(): { position: number; pageSize: number; viewSize: number } {
    const { rows, height } = this;
    return {
      position: this.scroll,
      pageSize: rows.start(rows.count),
      viewSize: height,
    };
  }

  /** Scroll views go by a third of what is seen, lists by a tile. */
  get step(): number {
    if (this.node.get("arrange") === "scroll") return this.height / 3;
    const { rows, value } = this;
    return rows.start(value + 1) - rows.start(value);
  }

  /** The items that tiles in sight stand for: the first, the last, the one in the middle. */
  get shown(): { first: number; last: number; middle: number } {
    const { rows, scroll, height } = this;
    return {
      first: rows.at(scroll),
      last: rows.at(scroll + height - 1),
      middle: rows.at(scroll + height / 2),
    };
  }

  /** Scrolls so that an item is at the top, middle or bottom, as far as the list goes. */
  align(index: number, where: string): boolean {
    if (!Number.isFinite(index)) return false;
    const { rows, height } = this;
    const at = Math.max(0, Math.min(Math.floor(index), rows.count - 1));
    const start = rows.start(at);
    const spare = height - (rows.start(at + 1) - start);
    const above = where === "top" ? 0 : where === "bottom" ? spare : spare / 2;
    return this.moveBy(start - above - this.scroll);
  }

  canGo(direction: 1 | -1): boolean {
    return direction > 0 ? this.scroll < this.most : this.scroll > 0;
  }

  /**
   * Moves the content up by so many pixels, or down; never past its ends.
   * @returns true when tiles stand for other items now and the app has to fill them
   */
  moveBy(pixels: number): boolean {
    const next = this.bound(this.scroll + pixels);
    if (next !== this.scroll) this.node.set("scroll-y", String(next));
    return this.showTiles();
  }

  /** The list moves on, and with `align-mode` 1 on to where a tile begins at its top. */
  toRest(pixels: number): number {
    const { rows, scroll } = this;
    const end = this.bound(scroll + pixels);
    if (variable(this.node, "align-mode") !== "1") return end - scroll;
    const over = rows.at(end);
    const [here, next] = [rows.start(over), rows.start(over + 1)];
    return this.bound(end - here < next - end ? here : next) - scroll;
  }

  /** The tiles of a virtual list that stand for an item, each with the item's number. */
  get filled(): [ViewNode, number][] {
    return poolsOf(this.node)
      .flatMap(({ children }) => children)
      .filter((tile) => tile.get("display") !== "none")
      .map((tile) => [tile, numberOf(tile, AT)]);
  }

  /**
   * Has the tiles of the pools stand for the items from the first one in sight on.
   * @returns true when that is another one than before
   */
  showTiles(): boolean {
    const pools = poolsOf(this.node);
    if (pools.length === 0) return false;
    const { rows } = this;
    const kinds = pools.length > 1 ? (this.node.get(KINDS) ?? "") : "";
    let first = rows.at(this.scroll);
    if (pools.length === 1) {
      const size = pools[0]?.children.length ?? 0;
      first = Math.min(Math.max(0, rows.count - size), first);
    }
    const free = pools.map(({ children }) => [...children]);
    for (let item = first; item < rows.count; item += 1) {
      const tile =
        free[kinds === "" ? 0 : poolNumber(kinds[item] ?? "")]?.shift();
      if (tile === undefined) break;
      change(tile, AT, String(item));
      change(tile, "display", "inline");
    }
    for (const tile of free.flat()) change(tile, "display", "none");
    if (first === numberOf(this.node, FIRST)) return false;
    this.node.set(FIRST, String(first));
    return true;
  }

  private get rows(): Rows {
    const layout = new Layout(this.tree.screen);
    const isPage = this.node.get("arrange") === "scroll";
    const otherwise = isPage ? this.height : TILE_HEIGHT;
    return rowsOf(this.node, (item) => layout.itemHeight(item, otherwise));
  }

  private get scroll(): number {
    return numberOf(this.node, "scroll-y");
  }

  private get most(): number {
    const { rows } = this;
    return Math.max(0, rows.start(rows.count) - this.height);
  }

  private get height(): number {
    return this.tree.box(this.node).height;
  }

  private bound(scroll: number): number {
    return Math.min(this.most, Math.max(0, scroll));
  }
}

/** What `<var id="…" value="…"/>` in a widget says. */
function variable(widget: ViewNode, id: string): string | undefined {
  return widget.children
    .find((child) => child.tag === "var" && child.id === id)
    ?.get("value");
}

/** Sets what is not so yet: each change has a view looked at again. */
function change(node: ViewNode, name: string, value: string): void {
  if (node.get(name) !== value) node.set(name, value);
}
