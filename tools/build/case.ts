import type { FunctionDeclaration } from "estree";
import { type Placed, isFunction, isName, walk } from "./syntax";

// What a function has to be like to become a case of a merged one.

/** A function that becomes a case: its declaration, and its own names. */
export interface Case {
  readonly node: Placed<FunctionDeclaration>;
  readonly params: readonly string[];
  readonly locals: readonly string[];
}

/** What a function may not hold to become a case. */
const NEVER = new Set(["ThisExpression", "LabeledStatement"]);

/**
 * The names that errors are caught under in a body; undefined where such a name
 * also stands outside of what it is caught for.
 */
function caughtIn(body: Placed): string[] | undefined {
  const names = new Map<string, number>();
  const count = (node: Placed, wanted: string): number => {
    let found = 0;
    walk(node, (inner, parent) => {
      if (isName(inner, parent) && inner.name === wanted) found++;
    });
    return found;
  };
  let fits = true;
  walk(body, (node) => {
    if (node.type !== "CatchClause" || !node.param) return;
    if (node.param.type !== "Identifier") fits = false;
    else {
      const { name } = node.param;
      const inside = count(node as Placed, name);
      names.set(name, (names.get(name) ?? 0) + inside);
    }
  });
  for (const [name, inside] of names) {
    if (count(body, name) !== inside) fits = false;
  }
  return fits ? [...names.keys()] : undefined;
}

/** A declaration as a case, or undefined where it has what a case cannot have. */
export function asCase(node: Placed<FunctionDeclaration>): Case | undefined {
  let fits = node.body.body.length > 0 && !node.generator && !node.async;
  const params: string[] = [];
  for (const param of node.params) {
    if (param.type !== "Identifier") fits = false;
    else if (param.name === node.id.name) fits = false;
    else params.push(param.name);
  }
  if (new Set(params).size < params.length) fits = false;
  const locals = new Set<string>();
  const caught = caughtIn(node.body as Placed);
  if (!caught) return undefined;
  walk(node.body as Placed, (inner, parent) => {
    if (NEVER.has(inner.type) || isFunction(inner)) fits = false;
    if (inner.type === "VariableDeclaration" && inner.kind !== "var") {
      fits = false;
    }
    if (inner.type === "Property" && inner.shorthand) fits = false;
    if (inner.type === "VariableDeclarator") {
      if (inner.id.type !== "Identifier") fits = false;
      else if (!params.includes(inner.id.name)) locals.add(inner.id.name);
    }
    if (isName(inner, parent) && /^(arguments|eval)$/.test(inner.name)) {
      fits = false;
    }
  });
  // The name of a caught error has to be no other's.
  if (caught.some((name) => locals.has(name) || params.includes(name))) {
    return undefined;
  }
  return fits ? { node, params, locals: [...locals, ...caught] } : undefined;
}
