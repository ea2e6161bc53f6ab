import type { Body, PhoneState, WatchState, World } from "../../engine";
import type { Setup } from "./protocol";

/** What stays of a world when the page is closed; survives a structured clone. */
export interface Kept {
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
export function takeKept(world: World, setup: Setup): Kept {
  return {
    version: 1,
    watch: world.watch.exportState(),
    phone: world.phone.exportState(),
    wallMs: world.wallMs,
    near: world.link.near,
    body: structuredClone(world.watch.body),
    setup,
  };
}

/** Puts a state into a world that has not started yet. */
export function restore(world: World, kept: Kept): void {
  if (!kept.near) world.link.away();
  Object.assign(world.watch.body, structuredClone(kept.body));
  world.watch.importState(kept.watch);
  world.phone.importState(kept.phone);
}

/** Reads what {@link takeKept} gave; undefined when it is nothing of the kind. */
export function readKept(value: unknown): Kept | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  // Written by this page alone, into a place of its own: the version says what it holds.
  return (value as { version?: unknown }).version === 1
    ? (value as Kept)
    : undefined;
}
