import type { World } from "../engine";

/** One thing that happens to watch or phone at a moment of the run. */
export interface Action {
  /** Seconds since the first launch. */
  readonly at: number;
  readonly name: string;
  /** What stands behind the name, such as the id to tap; "" without. */
  readonly value: string;
}

/** What there is to know of the actions of one name. */
export interface ActionKind {
  /** How the value is written in the help; the action takes none when left out. */
  readonly form?: string;
  /** What a right value matches. */
  readonly pattern?: RegExp;
  /** What the action needs, for the message that refuses another value. */
  readonly needs?: string;
  /** Does it; gives a line that says why when it cannot be done. */
  act(world: World, value: string): string | void;
}

/** Actions by name, in the order of the help. */
export type ActionTable = Readonly<Record<string, ActionKind>>;
