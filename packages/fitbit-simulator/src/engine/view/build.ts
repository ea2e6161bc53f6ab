import { type Definitions, isDefining } from "./definitions";
import { ViewElement, type Shared } from "./element";
import type { Markup } from "./markup";
import { showToggle } from "./toggle";
import { ViewError } from "./types";

// Far above what a watch can hold; a bound against symbols that multiply each other.
const MAX_ELEMENTS = 10_000;
const MAX_DEPTH = 100;
const MAX_TILES = 100;

/** An id that counts. */
const NUMBERED = /^.+\[(\d+)\]$/;

/** Makes the elements of a view from its markup, with a copy of its symbol for each `<use>`. */
export class Builder {
  private count = 0;

  constructor(
    private readonly definitions: Definitions,
    private readonly shared: Shared,
  ) {}

  build(markup: Markup): ViewElement {
    return this.element(markup, null, [], 0);
  }

  private element(
    markup: Markup,
    parent: ViewElement | null,
    within: readonly string[],
    depth: number,
  ): ViewElement {
    this.count += 1;
    if (depth > MAX_DEPTH) {
      throw new ViewError(
        markup.path,
        markup.line,
        `nested deeper than ${MAX_DEPTH}`,
      );
    }
    if (this.count > MAX_ELEMENTS) {
      throw new ViewError(
        markup.path,
        markup.line,
        `more than ${MAX_ELEMENTS} elements`,
      );
    }
    const chain = markup.tag === "use" ? this.symbolsOf(markup, within) : [];
    let attributes = markup.attributes;
    for (const symbol of chain)
      attributes = mergeAttributes(symbol.attributes, attributes);
    const says = markup.tag === "text" || markup.tag === "textarea";
    const node = new ViewElement(
      this.shared,
      markup.tag,
      parent,
      attributes,
      says ? markup.text.trim() : "",
      markup,
    );
    parent?.children.push(node);
    const names = chain.map((symbol) => symbol.attributes["id"] ?? "");
    const brought = [markup, ...chain].flatMap(({ children }) => children);
    for (const symbol of [...chain].reverse()) {
      this.fill(node, symbol, [...within, ...names], depth + 1, brought);
    }
    this.fill(node, markup, within, depth + 1, brought);
    showToggle(node);
    return node;
  }

  private fill(
    node: ViewElement,
    markup: Markup,
    within: readonly string[],
    depth: number,
    brought: readonly Markup[],
  ): void {
    for (const child of markup.children) {
      const view = this.definitions.brought.get(child);
      if (view !== undefined) this.element(view, node, within, depth);
      if (isDefining(child) || isReplaced(child, brought)) continue;
      if (isOverride(child)) this.applySet(node, child);
      else {
        for (const one of copies(child, node, markup.children))
          this.element(one, node, within, depth);
      }
    }
  }

  /** The symbol a use stands for, then the ones that symbol is built upon. */
  private symbolsOf(use: Markup, within: readonly string[]): Markup[] {
    const chain: Markup[] = [];
    let from = use;
    let href = use.attributes["href"];
    while (href !== undefined) {
      const id = href.replace(/^#/, "");
      if (
        within.includes(id) ||
        chain.some((symbol) => symbol.attributes["id"] === id)
      ) {
        throw new ViewError(
          from.path,
          from.line,
          `symbol ${id} contains itself`,
        );
      }
      const symbol = this.definitions.symbols.get(id);
      if (symbol === undefined) {
        this.note(from, `no symbol ${id}`);
        break;
      }
      chain.push(symbol);
      from = symbol;
      href = symbol.attributes["href"];
    }
    return chain;
  }

  /** `<set href="#id">` or `<set href="id/id">`: a value for an element inside the instance. */
  private applySet(instance: ViewElement, set: Markup): void {
    const { href = "", attributeName = "", to = "" } = set.attributes;
    let target: ViewElement | undefined = instance;
    for (const id of href.split("/")) {
      if (target) target = findBelow(target, id.replace(/^#/, ""));
    }
    if (target === undefined)
      return this.note(set, `<set>: no element ${href}`);
    target.override(attributeName, to);
    if (attributeName === "class" || attributeName === "id") target.restyle();
  }

  private note(at: Markup, problem: string): void {
    this.definitions.notes.push(`${at.path}:${at.line}: ${problem}`);
  }
}

/**
 * `<use id="row[10]">` alone in a list's pool stands for ten tiles. Elsewhere, and among others of
 * its kind, it is one element of that name.
 */
function copies(
  markup: Markup,
  parent: ViewElement,
  siblings: readonly Markup[],
): readonly Markup[] {
  const count = NUMBERED.exec(markup.attributes["id"] ?? "")?.[1];
  if (markup.tag !== "use" || count === undefined) return [markup];
  if (parent.get("arrange") !== "pool") return [markup];
  const tiles = siblings.filter(({ attributes }) =>
    NUMBERED.test(attributes["id"] ?? ""),
  );
  if (tiles.length > 1) return [markup];
  const all = new Array<Markup>(Math.min(Number(count), MAX_TILES));
  return all.fill(markup);
}

/** A `<set>` that starts at some event is an animation and stays an element. */
function isOverride(markup: Markup): boolean {
  const { href, begin } = markup.attributes;
  return markup.tag === "set" && href !== undefined && begin === undefined;
}

/** A widget's spare part for which there is one of its kind that is not spare. */
function isReplaced(part: Markup, brought: readonly Markup[]): boolean {
  return (
    part.attributes["spare"] !== undefined &&
    brought.some(
      ({ tag, attributes }) =>
        tag === part.tag && attributes["spare"] === undefined,
    )
  );
}

function findBelow(node: ViewElement, id: string): ViewElement | undefined {
  for (const child of node.children) {
    const found = child.id === id ? child : findBelow(child, id);
    if (found) return found;
  }
  return undefined;
}

/** The instance's own attributes win; its classes join the symbol's; the id is its own. */
function mergeAttributes(
  symbol: Readonly<Record<string, string>>,
  use: Readonly<Record<string, string>>,
): Record<string, string> {
  const merged: Record<string, string> = { ...symbol, ...use };
  if (use["id"] === undefined) delete merged["id"];
  if (symbol["class"] && use["class"]) {
    merged["class"] = `${symbol["class"]} ${use["class"]}`;
  }
  return merged;
}
