import type { World } from "../engine";
import type { Action, ActionTable } from "./action";
import { ANSWER_ACTIONS } from "./answer-actions";
import { FAULT_ACTIONS } from "./fault-actions";
import { PHONE_ACTIONS } from "./phone-actions";
import { WATCH_ACTIONS } from "./watch-actions";

/** Everything that can happen, by name, in the order of the help. */
const TABLE: ActionTable = {
  ...WATCH_ACTIONS,
  ...PHONE_ACTIONS,
  ...ANSWER_ACTIONS,
  ...FAULT_ACTIONS,
};

/** Every action as it is written, such as `tap:ID`. */
export const ACTIONS: readonly string[] = written(TABLE);

/** Actions as they are written. */
function written(table: ActionTable): string[] {
  return Object.entries(table).map(([name, { form }]) =>
    form ? `${name}:${form}` : name,
  );
}

/**
 * Why this is no action, or undefined when it is one; no value is undefined. `more` are
 * actions of one app alone, which its own command knows.
 */
export function actionFault(
  name: string,
  value: string | undefined,
  more: ActionTable = {},
): string | undefined {
  const table = { ...TABLE, ...more };
  const kind = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!kind) return `known actions: ${written(table).join(", ")}`;
  if (kind.pattern) {
    return kind.pattern.test(value ?? "")
      ? undefined
      : `${name} needs ${kind.needs}`;
  }
  return value === undefined ? undefined : `${name} takes no value`;
}

/** Does what was checked with {@link actionFault}; a line when it cannot be done. */
export function act(
  world: World,
  { name, value }: Pick<Action, "name" | "value">,
  more: ActionTable = {},
): string | undefined {
  return (more[name] ?? TABLE[name])!.act(world, value) ?? undefined;
}
