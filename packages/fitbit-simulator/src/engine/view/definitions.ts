import { parseMarkup, type Markup } from "./markup";
import { Stylesheets } from "./stylesheet";
import { systemStyles, systemWidgets } from "./system";
import { ViewError } from "./types";

/** What a view can draw on: the symbols and styles of itself and of everything it imports. */
export interface Definitions {
  readonly symbols: Map<string, Markup>;
  readonly styles: Stylesheets;
  readonly notes: string[];
}

const SYSTEM = "/mnt/sysassets/";
const PACKAGE = "/mnt/assets/";
const MAX_FILES = 64;

/** Gathers symbols, stylesheets and imports, each file once. */
export class DefinitionReader {
  readonly definitions: Definitions;
  private readonly seen = new Set<string>();

  constructor(private readonly read: (path: string) => string | undefined) {
    const styles = new Stylesheets();
    this.definitions = { symbols: new Map(), styles, notes: styles.notes };
  }

  /** Reads a file that must be there, and all it links to. */
  open(path: string): Markup {
    const source = this.read(path);
    if (source === undefined)
      throw new ViewError(path, 0, "no such file in the package");
    return this.parse(path, source);
  }

  private parse(path: string, source: string): Markup {
    if (this.seen.size >= MAX_FILES) {
      throw new ViewError(path, 0, `more than ${MAX_FILES} files linked`);
    }
    this.seen.add(path);
    const root = parseMarkup(path, source, (problem) =>
      this.definitions.notes.push(problem),
    );
    this.gather(root);
    return root;
  }

  private gather(element: Markup): void {
    for (const child of element.children) {
      if (child.tag === "link") this.follow(child);
      else if (child.tag === "style") {
        this.definitions.styles.add(child.path, child.text);
      } else if (child.tag === "symbol") this.define(child);
      else this.gather(child);
    }
  }

  private define(symbol: Markup): void {
    const id = symbol.attributes["id"];
    if (id) this.definitions.symbols.set(id, symbol);
    else this.note(symbol, "<symbol> without an id left out");
    this.gather(symbol);
  }

  private follow(link: Markup): void {
    const { rel, href } = link.attributes;
    if (!href) return this.note(link, "<link> without href left out");
    const path = resolvePath(link.path, href);
    if (this.seen.has(path)) return;
    if (href.startsWith(SYSTEM)) return this.importSystem(link, path);
    const source = this.read(path);
    if (source === undefined) this.note(link, `${href} is not in the package`);
    else if (rel === "stylesheet") {
      this.seen.add(path);
      this.definitions.styles.add(path, source);
    } else this.parse(path, source);
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
    this.parse(path, source);
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
