import type { World } from "../../engine";

/** What the phone keeps for an app: the companion's `localStorage` and the settings. */
export interface PhoneStorages {
  local: Record<string, string>;
  settings: Record<string, string>;
}

/** A file between watch and phone: sent, or arrived and not read yet. */
export interface SentFile {
  readonly to: "watch" | "phone";
  readonly name: string;
  readonly data: Uint8Array;
}

/** The app that a state belongs to. */
export interface StateOwner {
  readonly id: string;
  readonly name: string;
}

/** What a run leaves for the next one. */
export interface StoredState {
  /** Undefined as long as no app has run with this state. */
  readonly app: StateOwner | undefined;
  /** The wall clock in ms since 1970: the next run goes on from here. Undefined before the first. */
  readonly wallMs: number | undefined;
  /** Undefined as long as there is no phone. */
  readonly phone: PhoneStorages | undefined;
  /** The app's files on the watch, by name. */
  readonly watchFiles: ReadonlyMap<string, Uint8Array>;
  readonly queue: readonly SentFile[];
  readonly inbox: readonly SentFile[];
}

/** The state before anything has happened. */
export const NO_STATE: StoredState = {
  app: undefined,
  wallMs: undefined,
  phone: undefined,
  watchFiles: new Map(),
  queue: [],
  inbox: [],
};

/** What watch, phone and link of a world hold now. */
export function stateOf(
  world: World,
  app: StateOwner | undefined,
): StoredState {
  const { watch, phone } = world.exportState();
  return {
    app,
    wallMs: world.wallMs,
    phone: { settings: { ...phone.settings }, local: { ...phone.local } },
    watchFiles: watch.files,
    queue: [...watch.queue, ...phone.queue],
    inbox: [
      ...watch.inbox.map((file) => ({ to: "watch" as const, ...file })),
      ...phone.inbox.map((file) => ({ to: "phone" as const, ...file })),
    ],
  };
}

/** Puts a state into a world that has not been launched yet. */
export function putState(world: World, state: StoredState): void {
  const { queue, inbox, watchFiles } = state;
  const to = (end: string) => (file: SentFile) => file.to === end;
  const { settings, local } = state.phone ?? { settings: {}, local: {} };
  world.importState({
    watch: {
      files: new Map(watchFiles),
      queue: queue.filter(to("phone")),
      inbox: inbox.filter(to("watch")),
    },
    phone: {
      settings,
      local,
      queue: queue.filter(to("watch")),
      inbox: inbox.filter(to("phone")),
    },
  });
}
