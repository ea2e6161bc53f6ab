import type { Body, PhoneState, WatchState, World } from "../../engine";
import type { Setup } from "./protocol";

/** What stays of a world when the page is closed; survives a structured clone. */
export interface SavedState {
  readonly version: 1;
  readonly watch: WatchState;
  readonly phone: PhoneState;
  /** The watch's wall clock, epoch milliseconds. */
  readonly wallMs: number;
  readonly near: boolean;
  readonly body: Body;
  readonly setup: Setup;
}

/** The state of a world as it is now. */
export function saveWorld(world: World, setup: Setup): SavedState {
  return {
    version: 1,
    watch: world.exportState().watch,
    phone: world.exportState().phone,
    wallMs: world.wallMs,
    near: world.link.near,
    body: structuredClone(world.watch.body),
    setup,
  };
}

/** Puts a state into a world that has not started yet. */
export function restoreWorld(world: World, saved: SavedState): void {
  if (!saved.near) world.link.away();
  Object.assign(world.watch.body, structuredClone(saved.body));
  world.importState({ watch: saved.watch });
  world.importState({ phone: saved.phone });
}

/** Reads what {@link saveWorld} gave; undefined when it is nothing of the kind. */
export function readSavedState(value: unknown): SavedState | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  // Written by this page alone, into a place of its own: the version says what it holds.
  return (value as { version?: unknown }).version === 1
    ? (value as SavedState)
    : undefined;
}
