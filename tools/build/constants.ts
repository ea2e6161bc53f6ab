import type { Expression, VariableDeclarator } from "estree";
import MagicString from "magic-string";
import { type Placed, isFunction, isName, walk } from "./syntax";

// A variable of a file costs a watch about 15 bytes beside its value, and a look-up
// wherever it is used. One that never changes is written where it is used instead.

/** The number or text that an expression always is; undefined for any other. */
function valueOf(
  node: Expression,
  known: ReadonlyMap<string, number | string>,
): number | string | undefined {
  if (node.type === "Literal") {
    const { value } = node;
    return typeof value === "number" || typeof value === "string"
      ? value
      : undefined;
  }
  if (node.type === "Identifier") return known.get(node.name);
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = valueOf(node.argument, known);
    return typeof value === "number" ? -value : undefined;
  }
  if (node.type === "BinaryExpression" && node.operator === "*") {
    const left = valueOf(node.left as Expression, known);
    const right = valueOf(node.right, known);
    if (typeof left === "number" && typeof right === "number")
      return left * right;
  }
  return undefined;
}

/** Names that are given a value or declared, and how often; those of exports too. */
function changesOf(program: Placed): Map<string, number> {
  const changes = new Map<string, number>();
  const changed = (node: unknown): void => {
    const { type, name } = (node ?? {}) as { type?: string; name?: string };
    if (type === "Identifier" && name)
      changes.set(name, (changes.get(name) ?? 0) + 1);
  };
  walk(program, (node) => {
    if (node.type === "VariableDeclarator") changed(node.id);
    else if (node.type === "AssignmentExpression") changed(node.left);
    else if (node.type === "UpdateExpression") changed(node.argument);
    else if (node.type === "ForInStatement") changed(node.left);
    else if (node.type === "CatchClause") changed(node.param);
    else if (node.type === "ExportSpecifier") changed(node.local);
    else if (isFunction(node)) {
      if ("id" in node) changed(node.id);
      node.params.forEach(changed);
    }
  });
  return changes;
}

/**
 * Writes the constants of a file, which are numbers and texts, where they are used.
 * @param program the syntax tree of `code`, an ES5 module
 */
export function inlineConstants(code: string, program: Placed): MagicString {
  const text = new MagicString(code);
  const changes = changesOf(program);
  const known = new Map<string, number | string>();
  const { body } = program as Placed & { body: Placed[] };
  for (const statement of body) {
    if (statement.type !== "VariableDeclaration") continue;
    const left = (statement.declarations as VariableDeclarator[]).filter(
      ({ id, init }) => {
        const name = id.type === "Identifier" ? id.name : "";
        if (!init || changes.get(name) !== 1) return true;
        const value = valueOf(init, known);
        if (value === undefined) return true;
        known.set(name, value);
        return false;
      },
    );
    // Several in one statement stay: the compiler writes one each.
    if (!left.length) text.remove(statement.start, statement.end);
    else if (left.length < statement.declarations.length)
      throw new Error(
        "A statement that declares a constant declares it alone.",
      );
  }
  walk(program, (node, parent) => {
    if (
      !isName(node, parent) ||
      (parent!.type === "VariableDeclarator" && parent!.id === node)
    )
      return;
    const value = known.get(node.name);
    if (value === undefined) return;
    const written = JSON.stringify(value);
    text.overwrite(
      node.start,
      node.end,
      Number(value) < 0 ? `(${written})` : written,
    );
  });
  return text;
}
