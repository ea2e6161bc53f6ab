import { Animations } from "./animate";
import { Builder } from "./build";
import { DefinitionReader, type Definitions } from "./definitions";
import { ViewElement } from "./element";
import { Layout } from "./layout";
import type { Markup } from "./markup";
import { KINDS } from "./rows";
import { isList, Tiles } from "./tiles";
import type { Box, Size, ViewNode, ViewTree } from "./types";

export { ViewError } from "./types";
export type { Box, Size, ViewNode, ViewTree } from "./types";

/** Where a view comes from. */
export interface ViewSource {
  /** Path of the view inside the package, e.g. `resources/index.view`. */
  readonly path: string;
  /** Reads a text file of the package; undefined when there is none. */
  read(path: string): string | undefined;
  /** Path of the shared definitions (`svgWidgets` of the manifest), if the package has them. */
  readonly widgets?: string;
  readonly screen: Size;
}

/**
 * Opens a view of a package with its styles, imports and symbols.
 * @throws ViewError with path and line when a file is missing or not well-formed.
 */
export function loadView(source: ViewSource): ViewTree {
  return prepareView(source)();
}

/**
 * Reads a view once, for those that open it again and again; each time it may be told what gives
 * the time in ms for its animations.
 * @throws ViewError as {@link loadView} does, now or when it is opened
 */
export function prepareView(
  source: ViewSource,
): (now?: () => number) => ViewTree {
  const reader = new DefinitionReader((path) => source.read(path));
  if (source.widgets !== undefined) reader.openDefinitions(source.widgets);
  const markup = reader.openView(source.path);
  const { notes } = reader.definitions;
  return (now) =>
    openView(markup, { ...reader.definitions, notes: [...notes] }, source, now);
}

function openView(
  markup: Markup,
  definitions: Definitions,
  { path, screen }: ViewSource,
  now?: () => number,
): ViewTree {
  const byId = new Map<string, ViewNode>();
  const animations = new Animations(now);
  // What was worked out of places, until something changes.
  let layout: Layout | undefined;
  const tree: ViewTree = {
    get root() {
      return root;
    },
    path,
    screen,
    notes: definitions.notes,
    onChange: undefined,
    byId: (id) => byId.get(id) ?? null,
    all: () => walk(root),
    visible,
    box: (node: ViewNode): Box => (layout ??= new Layout(screen)).box(node),
    animate: (node, trigger) => {
      tree.settle();
      if (node instanceof ViewElement) animations.begin(node, trigger);
    },
    animateOwn: (node, trigger) => {
      tree.settle();
      if (node instanceof ViewElement) animations.beginOwn(node, trigger);
    },
    animationEvents: animations.events,
    onAnimation: undefined,
    settle: () => {
      if (animations.settle()) layout = undefined;
    },
    coasting: false,
    advance: (nowMs) => {
      layout = undefined;
      return animations.advance(nowMs) || tree.coasting;
    },
  };
  animations.onBegin = () => tree.onAnimation?.();
  const root: ViewElement = new Builder(definitions, {
    styles: definitions.styles,
    settle: () => tree.settle(),
    changed: (node, name, value) => {
      layout = undefined;
      if ((name === "length" || name === KINDS) && isList(node)) {
        new Tiles(tree, node).showTiles();
      }
      tree.onChange?.(node, name, value);
    },
  }).build(markup);
  for (const node of walk(root)) {
    if (node.id !== "" && !byId.has(node.id)) byId.set(node.id, node);
  }
  animations.begin(root, "load");
  return tree;
}

function* walk(node: ViewNode): Generator<ViewNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

function visible(node: ViewNode): boolean {
  if (node.get("visibility") === "hidden") return false;
  for (let at: ViewNode | null = node; at !== null; at = at.parent) {
    if (at.get("display") === "none") return false;
  }
  return true;
}
