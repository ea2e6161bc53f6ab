import { parseMarkup, type Markup } from "./markup";
import { Stylesheets } from "./stylesheet";
import { systemStyles, systemWidgets } from "./system";
import { ViewError } from "./types";

/** What a view can draw on: the symbols and styles of itself and of everything it imports. */
export interface Definitions {
  readonly symbols: Map<string, Markup>;
  readonly styles: Stylesheets;
  readonly notes: string[];
  /** For a `<link>` in a view's content, the root of the view that stands in its place. */
  readonly brought: Map<Markup, Markup>;
}

/** Elements that define and are not themselves part of the picture. */
const DEFINING = new Set(["defs", "link", "style", "symbol"]);

/** Whether an element only defines; a link may still bring another view's elements. */
export function isDefining({ tag }: Markup): boolean {
  return DEFINING.has(tag);
}

const SYSTEM = "/mnt/sysassets/";
const PACKAGE = "/mnt/assets/";
const MAX_FILES = 64;

/** Gathers symbols, stylesheets and imports, each file once. */
export class DefinitionReader {
  readonly definitions: Definitions;
  private readonly seen = new Set<string>();
  private readonly roots = new Map<string, Markup>();
  /** Files that are being read: none of them can bring itself. */
  private readonly reading = new Set<string>();
  /** The brought view whose styles are being read. */
  private scope: Markup | undefined;

  constructor(private readonly read: (path: string) => string | undefined) {
    const styles = new Stylesheets();
    this.definitions = {
      symbols: new Map(),
      styles,
      notes: styles.notes,
      brought: new Map(),
    };
  }

  /** Reads shared definitions, which must be there, and all they link to. */
  openDefinitions(path: string): void {
    this.parse(path, this.required(path), false);
  }

  /** Reads a view, which must be there, and all it links to. */
  openView(path: string): Markup {
    return this.parse(path, this.required(path), true);
  }

  private required(path: string): string {
    const source = this.read(path);
    if (source === undefined)
      throw new ViewError(path, 0, "no such file in the package");
    return source;
  }

  /** @param content whether the file's elements are to be seen, not only its symbols */
  private parse(path: string, source: string, content: boolean): Markup {
    if (this.seen.size >= MAX_FILES) {
      throw new ViewError(path, 0, `more than ${MAX_FILES} files linked`);
    }
    this.seen.add(path);
    const root = parseMarkup(path, source, (problem) =>
      this.definitions.notes.push(problem),
    );
    this.roots.set(path, root);
    this.reading.add(path);
    const { scope } = this;
    // The styles of a view that is part of another are for its own elements.
    const isPart = content && this.reading.size > 1;
    if (isPart && !root.children.every(isDefining)) this.scope = root;
    this.gather(root, content);
    this.scope = scope;
    this.reading.delete(path);
    return root;
  }

  private gather(element: Markup, content: boolean): void {
    for (const child of element.children) {
      if (child.tag === "link") this.follow(child, content);
      else if (child.tag === "style") {
        this.addStyles(child.path, child.text);
      } else if (child.tag === "symbol") this.define(child);
      else this.gather(child, content && child.tag !== "defs");
    }
  }

  private addStyles(path: string, source: string): void {
    this.definitions.styles.add(path, source, "package", this.scope);
  }

  private define(symbol: Markup): void {
    const id = symbol.attributes["id"];
    if (id) this.definitions.symbols.set(id, symbol);
    else this.note(symbol, "<symbol> without an id left out");
    this.gather(symbol, false);
  }

  private follow(link: Markup, content: boolean): void {
    const { rel, href } = link.attributes;
    if (!href) return this.note(link, "<link> without href left out");
    const path = resolvePath(link.path, href);
    if (!this.seen.has(path)) this.readLinked(link, path, content);
    const root = this.roots.get(path);
    if (!content || rel === "stylesheet" || root === undefined) return;
    const isEmpty = root.children.every(
      (child) => isDefining(child) && !this.definitions.brought.has(child),
    );
    if (!this.reading.has(path) && !isEmpty) {
      this.definitions.brought.set(link, root);
    }
  }

  private readLinked(link: Markup, path: string, content: boolean): void {
    const { rel, href = "" } = link.attributes;
    if (href.startsWith(SYSTEM)) return this.importSystem(link, path);
    const source = this.read(path);
    if (source === undefined) this.note(link, `${href} is not in the package`);
    else if (rel === "stylesheet") {
      this.seen.add(path);
      this.addStyles(path, source);
    } else this.parse(path, source, content);
  }

  private importSystem(link: Markup, path: string): void {
    const source = systemWidgets(path.slice(SYSTEM.length));
    if (source === undefined) {
      return this.note(link, `system import ${path} is not known`);
    }
    if (!this.seen.has(SYSTEM)) {
      this.seen.add(SYSTEM);
      this.definitions.styles.add("system", systemStyles, "system");
    }
    this.parse(path, source, false);
  }

  private note(at: Markup, problem: string): void {
    this.definitions.notes.push(`${at.path}:${at.line}: ${problem}`);
  }
}

/** The place in the package that a link means, `..` never leading out of it. */
function resolvePath(from: string, href: string): string {
  if (href.startsWith(SYSTEM)) return href;
  const absolute = href.startsWith("/");
  const steps = absolute ? [] : from.split("/").slice(0, -1);
  const way = href.startsWith(PACKAGE) ? href.slice(PACKAGE.length) : href;
  for (const step of way.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
