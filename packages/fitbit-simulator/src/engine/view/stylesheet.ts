import {
  generate,
  parse,
  type CssNode,
  type List,
  type ParseOptions,
  type Selector as CssSelector,
} from "css-tree";

/** What a selector can see of an element. */
export interface Styled {
  readonly tag: string;
  readonly id: string;
  readonly classNames: readonly string[];
  readonly parent: Styled | null;
  /** What a sheet may be for: that and what is in it. */
  readonly origin?: object | undefined;
}

interface Compound {
  tag: string | undefined;
  id: string | undefined;
  classes: string[];
  /** How this part is joined to the one before it. */
  combinator: " " | ">";
}

interface Rule {
  readonly parts: readonly Compound[];
  readonly weight: number;
  readonly declarations: readonly (readonly [string, string])[];
  readonly scope: object | undefined;
}

/** A sheet with too many mistakes to go on. */
class GivenUp extends Error {}

/** Whose a sheet is: any rule of the package's is stronger than all of the system's. */
export type Origin = "system" | "package";

const ORIGINS: Readonly<Record<Origin, number>> = { system: 0, package: 1e9 };

/** More than this no real sheet has; a bound against those that are made to cost time. */
const MAX_CHARACTERS = 100_000;
const MAX_MISTAKES = 100;
/** Characters of a `style` attribute; each of its mistakes costs time. */
const MAX_INLINE = 4000;

/**
 * Parses as css-tree does. Its token buffer, which all calls share, is filled with semicolons first:
 * css-tree 3.2.1 looks one token too far, and may go on for ever if another sheet left a bracket there.
 */
function parseCss(source: string, options: ParseOptions): CssNode {
  const wipe = ";".repeat(source.length + 1);
  parse(wipe, { context: "declarationList", positions: false });
  return parse(source, { ...options, parseValue: false });
}

/** Stylesheets of a view in the order they were linked. */
export class Stylesheets {
  private readonly rules: Rule[] = [];
  private sorted = true;
  readonly notes: string[] = [];

  /**
   * Adds a sheet; what cannot be understood is left out and noted, as a watch does.
   * @param scope the origin of the element that it is for, with what is in it; else for all
   */
  add(
    path: string,
    source: string,
    origin: Origin = "package",
    scope?: object,
  ): void {
    const ast = this.parse(path, source);
    if (ast?.type !== "StyleSheet") return;
    ast.children.forEach((node) =>
      this.addRule(path, node, ORIGINS[origin], scope),
    );
    this.sorted = false;
  }

  /** The declared values for an element; stronger selectors and later rules win. */
  match(element: Styled): Map<string, string> {
    if (!this.sorted) {
      this.rules.sort((a, b) => a.weight - b.weight);
      this.sorted = true;
    }
    const values = new Map<string, string>();
    for (const rule of this.rules) {
      if (!isWithin(element, rule.scope)) continue;
      if (!matches(rule.parts, element)) continue;
      for (const [name, value] of rule.declarations) values.set(name, value);
    }
    return values;
  }

  private parse(path: string, source: string): CssNode | undefined {
    if (source.length > MAX_CHARACTERS) {
      this.notes.push(
        `${path}: left out, larger than ${MAX_CHARACTERS} characters`,
      );
      return undefined;
    }
    const given = new GivenUp();
    let mistakes = 0;
    try {
      return parseCss(source, {
        positions: true,
        onParseError: (error) => {
          mistakes += 1;
          if (mistakes > MAX_MISTAKES) throw given;
          this.notes.push(`${path}: ${error.message}`);
        },
      });
    } catch (error) {
      if (error !== given) throw error;
      this.notes.push(`${path}: left out, more than ${MAX_MISTAKES} mistakes`);
      return undefined;
    }
  }

  private addRule(
    path: string,
    node: CssNode,
    origin: number,
    scope: object | undefined,
  ): void {
    if (node.type !== "Rule" || node.prelude.type !== "SelectorList") {
      if (node.type !== "Comment") {
        this.notes.push(
          `${path}:${node.loc?.start.line ?? 0}: ${node.type} left out`,
        );
      }
      return;
    }
    const declarations: [string, string][] = [];
    node.block.children.forEach((child) => {
      if (child.type === "Declaration") {
        declarations.push([
          child.property,
          unquote(generate(child.value).trim()),
        ]);
      }
    });
    node.prelude.children.forEach((selector) => {
      const parts =
        selector.type === "Selector"
          ? readSelector(selector.children)
          : undefined;
      if (parts)
        this.rules.push({
          parts,
          weight: origin + weigh(parts),
          declarations,
          scope,
        });
      else {
        this.notes.push(
          `${path}:${node.loc?.start.line ?? 0}: selector left out: ${generate(selector)}`,
        );
      }
    });
  }
}

/** Reads the `style` attribute of an element. */
export function parseInlineStyle(source: string): [string, string][] {
  const declarations: [string, string][] = [];
  if (source.length > MAX_INLINE) return declarations;
  const ast = parseCss(source, { context: "declarationList" });
  if (ast.type !== "DeclarationList") return declarations;
  ast.children.forEach((node) => {
    if (node.type === "Declaration") {
      declarations.push([node.property, unquote(generate(node.value).trim())]);
    }
  });
  return declarations;
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function readSelector(
  nodes: List<CssNode> | CssSelector["children"],
): Compound[] | undefined {
  const fresh = (combinator: Compound["combinator"]): Compound => ({
    tag: undefined,
    id: undefined,
    classes: [],
    combinator,
  });
  let current = fresh(" ");
  const parts = [current];
  let understood = true;
  nodes.forEach((node) => {
    if (node.type === "TypeSelector") {
      current.tag = node.name === "*" ? undefined : node.name;
    } else if (node.type === "ClassSelector") current.classes.push(node.name);
    else if (node.type === "IdSelector") current.id = node.name;
    else if (
      node.type === "Combinator" &&
      (node.name === " " || node.name === ">")
    ) {
      current = fresh(node.name);
      parts.push(current);
    } else understood = false;
  });
  return understood ? parts : undefined;
}

function isWithin(element: Styled, scope: object | undefined): boolean {
  if (scope === undefined) return true;
  for (let at: Styled | null = element; at !== null; at = at.parent) {
    if (at.origin === scope) return true;
  }
  return false;
}

/** CSS specificity as one number: ids, then classes, then types. */
function weigh(parts: readonly Compound[]): number {
  let weight = 0;
  for (const part of parts) {
    weight += (part.id === undefined ? 0 : 10_000) + part.classes.length * 100;
    weight += part.tag === undefined ? 0 : 1;
  }
  return weight;
}

/**
 * Runs of `>` are fitted at the nearest ancestor that takes them: nearer leaves more ancestors for
 * the rest, so no selector needs a second try.
 */
function matches(parts: readonly Compound[], element: Styled): boolean {
  let last = parts.length - 1;
  let at: Styled | null = element;
  while (last >= 0) {
    const first = runStart(parts, last);
    let above: Styled | null | undefined;
    do {
      if (at === null) return false;
      above = fitRun(parts, first, last, at);
      at = at.parent;
    } while (above === undefined && last !== parts.length - 1);
    if (above === undefined) return false;
    at = above;
    last = first - 1;
  }
  return true;
}

/** The first part of the run of `>` that ends at `last`. */
function runStart(parts: readonly Compound[], last: number): number {
  let first = last;
  while (first > 0 && parts[first]?.combinator === ">") first -= 1;
  return first;
}

/** Fits the run with its end at the element: what is above it, or undefined if it does not fit. */
function fitRun(
  parts: readonly Compound[],
  first: number,
  last: number,
  element: Styled,
): Styled | null | undefined {
  let at: Styled | null = element;
  for (let index = last; index >= first; index -= 1) {
    const part = parts[index];
    if (at === null || part === undefined || !fits(part, at)) return undefined;
    at = at.parent;
  }
  return at;
}

function fits(part: Compound, element: Styled): boolean {
  return (
    (part.tag === undefined || part.tag === element.tag) &&
    (part.id === undefined || part.id === element.id) &&
    part.classes.every((name) => element.classNames.includes(name))
  );
}
