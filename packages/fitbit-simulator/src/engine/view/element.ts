import { SHAPES } from "./shapes";
import { showFrame } from "./sprite";
import { parseInlineStyle, type Stylesheets } from "./stylesheet";
import { showToggle } from "./toggle";
import type { ViewNode } from "./types";

/** Properties an element takes from its ancestors when it has none of its own. */
const INHERITED = new Set([
  "fill",
  "font-family",
  "font-size",
  "font-weight",
  "letter-spacing",
  "text-anchor",
  "visibility",
]);

/** Names by which views and scripts set what a text element says. */
const TEXT_NAMES = new Set(["text", "text-buffer", "textContent"]);

/** What the elements of one tree share. */
export interface Shared {
  readonly styles: Stylesheets;
  changed(node: ViewNode, name: string, value: string): void;
  /** Brings animations up to now, so that what is written next comes after them. */
  settle(): void;
}

/** An element with its values: of the view, of styles, of scripts and of animations. */
export class ViewElement implements ViewNode {
  readonly children: ViewElement[] = [];
  id: string;
  classNames: readonly string[];
  private said = "";
  private readonly inline = new Map<string, string>();
  private readonly scripted = new Map<string, string>();
  private readonly moving = new Map<string, string>();
  private declared: ReadonlyMap<string, string> = new Map();

  /** The parent must already be in the tree: styles depend on it. */
  constructor(
    private readonly shared: Shared,
    readonly tag: string,
    readonly parent: ViewElement | null,
    attributes: Readonly<Record<string, string>>,
    text: string,
    /** What it was made of: styles of a part of the view know their part by it. */
    readonly origin?: object,
  ) {
    this.id = attributes["id"] ?? "";
    this.classNames = splitClasses(attributes["class"]);
    for (const [name, value] of Object.entries(attributes))
      this.override(name, value);
    if (text !== "") this.said = text;
    this.declared = shared.styles.match(this);
    // A sheet says what a text is to begin with, as `text-buffer`.
    if (this.said === "") this.said = this.declared.get("text-buffer") ?? "";
  }

  get names(): readonly string[] {
    const { inline, declared, scripted, moving } = this;
    const all = [inline, declared, scripted, moving].flatMap((values) => [
      ...values.keys(),
    ]);
    return [...new Set(all)];
  }

  get text(): string {
    return this.said;
  }

  set text(value: string) {
    this.said = value;
    this.shared.changed(this, "text", value);
  }

  get(name: string): string | undefined {
    if (TEXT_NAMES.has(name)) return this.said;
    if (name === "class") return this.classNames.join(" ");
    const own = this.own(name);
    if (own !== undefined && own !== "inherit") return own;
    if (own === "inherit") return this.parent?.get(name);
    if (name === "fill") return holderOf(this)?.get(name);
    if (INHERITED.has(name)) return this.parent?.get(name);
    return undefined;
  }

  set(name: string, value: string): void {
    this.shared.settle();
    this.moving.delete(name);
    if (TEXT_NAMES.has(name)) {
      this.text = value;
      return;
    }
    if (name === "class") {
      this.classNames = splitClasses(value);
      this.restyle();
    } else this.scripted.set(name, value);
    if (name === "value") this.showValue();
    this.shared.changed(this, name, value);
  }

  /** Sets a value as the view's own markup does; used for attributes and `<set>`. */
  override(name: string, value: string): void {
    if (TEXT_NAMES.has(name)) this.said = value;
    else if (name === "class") this.classNames = splitClasses(value);
    else if (name === "style") {
      for (const [property, given] of parseInlineStyle(value)) {
        this.inline.set(property, given);
      }
    } else if (name === "id") this.id = value;
    else this.inline.set(name, value);
  }

  /** Shows a value in place of every other, or with undefined no longer; nobody is told. */
  animated(name: string, value: string | undefined): void {
    if (value === undefined) this.moving.delete(name);
    else this.moving.set(name, value);
    if (name === "value") this.showValue();
  }

  /** Matches the stylesheets again, here and below: selectors may name an ancestor's class. */
  restyle(): void {
    this.declared = this.shared.styles.match(this);
    for (const child of this.children) child.restyle();
  }

  /** Lets a system widget show what its `value` says. */
  showValue(): void {
    showFrame(this);
    showToggle(this);
  }

  private own(name: string): string | undefined {
    return (
      this.moving.get(name) ??
      this.scripted.get(name) ??
      this.inline.get(name) ??
      this.declared.get(name)
    );
  }
}

/** The nearest element around whose fill counts: what a shape holds is not filled as it is. */
function holderOf(element: ViewElement): ViewElement | null {
  let at = element.parent;
  while (at !== null && SHAPES.has(at.tag)) at = at.parent;
  return at;
}

function splitClasses(value: string | undefined): string[] {
  return (value ?? "").split(/\s+/).filter((name) => name !== "");
}
