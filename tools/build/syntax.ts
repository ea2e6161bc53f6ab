import type { Function as AnyFunction, Node } from "estree";

/** A piece of a syntax tree, with where it stands in the text. */
export type Placed<T extends Node = Node> = T & { start: number; end: number };

/** A name that stands for a variable, a function or what is imported. */
export type Name = Placed & { type: "Identifier"; name: string };

/** Calls `visit` for each piece of a tree, from the outside in. */
export function walk(
  node: Placed,
  visit: (node: Placed, parent: Placed | undefined) => void,
  parent?: Placed,
): void {
  visit(node, parent);
  for (const value of Object.values(node) as unknown[]) {
    for (const piece of Array.isArray(value) ? value : [value]) {
      const inner = piece as Placed | null;
      if (inner && typeof inner.type === "string") walk(inner, visit, node);
    }
  }
}

export function isFunction(node: Node): node is AnyFunction {
  return /Function/.test(node.type);
}

/** True for a name that is neither a property's nor a label's. */
export function isName(node: Placed, parent: Placed | undefined): node is Name {
  if (node.type !== "Identifier" || !parent) return false;
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node || parent.computed;
    case "Property":
      return parent.value === node || parent.computed;
    case "BreakStatement":
    case "ContinueStatement":
    case "LabeledStatement":
      return false;
    case "ExportSpecifier":
    case "ImportSpecifier":
      return parent.local === node;
    default:
      return true;
  }
}

/** True where a name is what is called. */
export function isCalled(
  node: Placed,
  parent: Placed | undefined,
): parent is Placed & { type: "CallExpression"; arguments: Placed[] } {
  return parent?.type === "CallExpression" && parent.callee === node;
}
