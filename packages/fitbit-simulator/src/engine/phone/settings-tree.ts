/** A value of a settings page as plain data. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

/**
 * One component of a rendered settings page. Functions among its props are `{fn: number}`, nodes
 * among them are nodes.
 */
export interface SettingsNode {
  readonly component: string;
  readonly props: { readonly [name: string]: Json };
  readonly children: readonly (SettingsNode | string)[];
}

/** Every component of a page, parents first; those among props too. */
export function* allNodes(
  nodes: readonly (SettingsNode | string)[],
): Generator<SettingsNode> {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    yield node;
    for (const prop of Object.values(node.props)) yield* nodesIn(prop);
    yield* allNodes(node.children);
  }
}

function* nodesIn(value: Json): Generator<SettingsNode> {
  if (typeof value !== "object" || value === null) return;
  if ("component" in value && "children" in value) {
    yield* allNodes([value as unknown as SettingsNode]);
  } else for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** What a reader sees of a node or prop: its texts in order. */
export function textOf(value: Json | SettingsNode | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if ("component" in value && "children" in value) {
    const node = value as unknown as SettingsNode;
    const label = node.component === "Button" ? node.props["label"] : undefined;
    return [label, ...node.children]
      .map((part) => textOf(part))
      .filter((text) => text !== "")
      .join(" ");
  }
  return Array.isArray(value)
    ? value.map((part: Json) => textOf(part)).join(" ")
    : "";
}

/** The number of a function among a node's props, or undefined. */
export function functionOf(
  node: SettingsNode,
  prop: string,
): number | undefined {
  const value = node.props[prop];
  if (typeof value !== "object" || value === null || !("fn" in value)) {
    return undefined;
  }
  return typeof value.fn === "number" ? value.fn : undefined;
}
