import type { WatchBundle } from "../package/open";
import { GuestError } from "../vm/sandbox";
import { readable } from "../view/metrics";
import {
  prepareView,
  ViewError,
  type ViewNode,
  type ViewTree,
} from "../view/index";

/** Views open at once; no watch has memory for more. */
const MOST_OPEN = 50;

interface OpenView {
  readonly path: string;
  readonly tree: ViewTree;
}

/** Names by which a script sets what a text says. */
const TEXT = new Set(["text", "text-buffer", "textContent"]);
/** A text in a view that stands for a message of the package's strings. */
const MESSAGE = /^_[\p{L}\p{N}]/u;
/** Names that decide whether elements are seen at all. */
const VISIBILITY = new Set(["display", "visibility", "class"]);

/** The views an app has open, one of them seen, and the numbers its elements go by. */
export class Views {
  private readonly stack: OpenView[];
  private at = 0;
  private lastNumber = 0;
  private readonly nodes = new Map<
    number,
    { view: OpenView; node: ViewNode }
  >();
  private readonly numbers = new Map<ViewNode, number>();
  /** What the screen last showed, and the elements that may say something else by now. */
  private shown = new Map<string, string>();
  private readonly dirty = new Set<ViewNode>();
  private allDirty = true;
  /** Called for each write of a text by script. */
  onTextWrite: (() => void) | undefined;
  /** Called when an animation of a view began. */
  onAnimation: (() => void) | undefined;

  /**
   * @param nowMs gives the time that animations go by
   * @param translate gives a message in the wearer's language
   * @throws ViewError when the first view cannot be read
   */
  constructor(
    private readonly bundle: WatchBundle,
    private readonly nowMs: () => number,
    private readonly translate: (message: string) => string,
  ) {
    this.stack = [this.load(bundle.manifest.view)];
  }

  /** Path of the view that is seen. */
  get path(): string {
    return this.current.path;
  }

  get tree(): ViewTree {
    return this.current.tree;
  }

  /** How many views are open. */
  get depth(): number {
    return this.stack.length;
  }

  /**
   * Opens a view above this one (`assign`), or in its place (`replace`).
   * @throws ViewError when it is not well-formed
   * @throws GuestError when there is no such view, or too many are open
   */
  open(path: string, how: "assign" | "replace"): void {
    const keep = how === "assign" ? this.at + 1 : this.at;
    if (keep >= MOST_OPEN) {
      throw new GuestError(`more than ${MOST_OPEN} views are open`);
    }
    const view = this.load(this.find(path));
    this.forget(this.stack.splice(keep));
    this.stack.push(view);
    this.select(this.stack.length - 1);
  }

  /** Moves in the stack; false when there is no such view. */
  go(delta: number): boolean {
    if (this.stack[this.at + delta] === undefined) return false;
    this.select(this.at + delta);
    return true;
  }

  canGo(delta: number): boolean {
    return this.stack[this.at + delta] !== undefined;
  }

  /** The number an element goes by in the app. */
  number(node: ViewNode): number {
    const known = this.numbers.get(node);
    if (known !== undefined) return known;
    this.lastNumber += 1;
    this.numbers.set(node, this.lastNumber);
    this.nodes.set(this.lastNumber, { view: this.viewOf(node), node });
    return this.lastNumber;
  }

  /** The number of an element; undefined when the app never got one for it. */
  known(node: ViewNode): number | undefined {
    return this.numbers.get(node);
  }

  /** @throws GuestError when the element's view was closed */
  node(number: number): ViewNode {
    return this.elementOf(number).node;
  }

  /** The view an element is in. @throws GuestError when it was closed */
  treeOf(number: number): ViewTree {
    return this.elementOf(number).view.tree;
  }

  /** What changed on the screen since the last call, by {@link key}; undefined if nothing. */
  takeChanges(): Record<string, string> | undefined {
    if (!this.allDirty && this.dirty.size === 0) return undefined;
    const changes: Record<string, string> = {};
    if (this.allDirty) {
      const now = this.texts();
      for (const [id, text] of now) {
        if (this.shown.get(id) !== text) changes[id] = text;
      }
      for (const id of this.shown.keys()) if (!now.has(id)) changes[id] = "";
      this.shown = now;
    } else {
      for (const node of this.dirty) this.noteChange(node, changes);
    }
    this.allDirty = false;
    this.dirty.clear();
    return Object.keys(changes).length === 0 ? undefined : changes;
  }

  /** What the view says: visible texts that are not empty, by {@link key}. */
  texts(): Map<string, string> {
    const texts = new Map<string, string>();
    for (const node of this.tree.all()) {
      const id = this.key(node);
      if (id !== undefined && node.text !== "" && this.tree.visible(node)) {
        texts.set(id, readable(node.text));
      }
    }
    return texts;
  }

  private noteChange(node: ViewNode, changes: Record<string, string>): void {
    const id = this.key(node);
    if (id === undefined) return;
    const text = this.tree.visible(node) ? readable(node.text) : "";
    if ((this.shown.get(id) ?? "") === text) return;
    changes[id] = text;
    if (text === "") this.shown.delete(id);
    else this.shown.set(id, text);
  }

  /** An id, or `parent/id` when another element comes first by that id. */
  private key(node: ViewNode): string | undefined {
    if (node.tag !== "text" && node.tag !== "textarea") return undefined;
    if (node.id === "") return undefined;
    if (this.tree.byId(node.id) === node) return node.id;
    for (let up = node.parent; up !== null; up = up.parent) {
      if (up.id !== "") return `${up.id}/${node.id}`;
    }
    return undefined;
  }

  private elementOf(number: number): { view: OpenView; node: ViewNode } {
    const element = this.nodes.get(number);
    if (element === undefined) {
      throw new GuestError("this element belongs to a view that was closed");
    }
    return element;
  }

  private viewOf(node: ViewNode): OpenView {
    let root = node;
    while (root.parent !== null) root = root.parent;
    return this.stack.find(({ tree }) => tree.root === root) ?? this.current;
  }

  private get current(): OpenView {
    const view = this.stack[this.at];
    if (view === undefined) throw new Error("no view is open");
    return view;
  }

  private select(at: number): void {
    this.at = at;
    this.shown = new Map();
    this.allDirty = true;
  }

  /** The view that a path means: in the package, beside the open view, among the resources. */
  private find(path: string): string {
    const folder = this.path.replace(/[^/]*$/, "");
    const rooted = clean(path);
    const places = [rooted, plain(folder + path), `resources/${rooted}`];
    return (
      places.find((place) => this.bundle.text(place) !== undefined) ?? rooted
    );
  }

  private load(path: string): OpenView {
    const tree = prepared(this.bundle, path)(this.nowMs);
    for (const node of tree.all()) {
      if (MESSAGE.test(node.text))
        node.text = this.translate(node.text.slice(1));
    }
    const view = { path, tree };
    tree.onAnimation = () => this.onAnimation?.();
    tree.onChange = (node, name) => this.changed(view, node, name);
    return view;
  }

  private changed(view: OpenView, node: ViewNode, name: string): void {
    if (TEXT.has(name)) this.onTextWrite?.();
    if (view !== this.stack[this.at]) return;
    if (TEXT.has(name)) this.dirty.add(node);
    else if (VISIBILITY.has(name)) this.allDirty = true;
  }

  private forget(closed: readonly OpenView[]): void {
    for (const [number, { view, node }] of this.nodes) {
      if (!closed.includes(view)) continue;
      this.nodes.delete(number);
      this.numbers.delete(node);
    }
  }
}

/** The views already read of each bundle; kept as long as the bundle itself. */
const readViews = new WeakMap<WatchBundle, Map<string, Opener>>();
type Opener = ReturnType<typeof prepareView>;

/** @throws ViewError, GuestError */
function prepared(bundle: WatchBundle, path: string): Opener {
  const known = readViews.get(bundle) ?? new Map<string, Opener>();
  readViews.set(bundle, known);
  const view = known.get(path) ?? prepare(bundle, path);
  known.set(path, view);
  return view;
}

function prepare(bundle: WatchBundle, path: string): Opener {
  const { widgets, screen } = bundle.manifest;
  if (bundle.text(path) === undefined) {
    throw new GuestError(`there is no view ${path}`);
  }
  return prepareView({
    path,
    read: (file) => bundle.text(file),
    ...(widgets === undefined ? {} : { widgets }),
    screen,
  });
}

/** A path inside the bundle, however the app wrote it. */
function clean(path: string): string {
  return plain(path.replace(/^\/mnt\/assets\//, ""));
}

/** A path without `.`, `..` and empty steps; none leads out of the bundle. */
function plain(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** A problem with a view, in words. */
export function viewProblem(error: unknown): string {
  if (error instanceof ViewError || error instanceof GuestError) {
    return error.message;
  }
  throw error;
}
