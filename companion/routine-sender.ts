import { Settings } from "../phone/settings/settings";
import {
  RoutineState,
  contentOf,
  packedOf,
  readRoutineState,
  writeRoutineState,
} from "../phone/link-state";
import { KeyValueStore } from "../phone/key-value-store";
import { ROUTINE_FILE, WatchState } from "../common/wire/link";
import { Ports } from "./ports";

/**
 * Revisions that a phone installed anew stays clear of: so many routines of the
 * one before it may still be on their way to the watch.
 */
const AHEAD = 1000;
/** Seconds for which files may overtake each other on their way. */
const OVERTAKING = 120;

/**
 * True when something is just a little older, so that it was overtaken. What
 * is much older comes from a clock that was set back.
 */
export function isJustBefore(at: number, other: number): boolean {
  return at < other && other - at < OVERTAKING;
}

/**
 * Sees to it that the watch gets the routine that the settings say. The state
 * is stored before the file is handed over and marked after: killed in
 * between, the next start hands the same file over again.
 */
export class RoutineOut {
  /** The revision that was sent again, at most once a life. */
  private again = -1;

  constructor(
    private ports: Ports,
    private local: KeyValueStore,
  ) {}

  /** Takes the settings over; raises the revision only for new content. */
  settle(settings: Settings): void {
    if (settings.empty) return;
    const content = contentOf(settings.routine);
    let state = readRoutineState(this.local);
    if (state.content !== content) {
      const revision = state.revision + 1;
      state = { ...state, revision, content, sent: false };
      writeRoutineState(this.local, state);
    }
    if (!state.sent) this.send(state);
  }

  /**
   * Hears which revision the watch has. One newer than the phone's, or any in
   * the `first` report it ever hears, means that the phone lost its own: what
   * it sends from now on is newer than all it has forgotten. An older one means
   * that the watch lost its routine, unless the file is still on its way.
   */
  heard(watch: WatchState, first: boolean): void {
    const state = readRoutineState(this.local);
    const forgotten = first && watch.revision > 0;
    if (watch.revision > state.revision || forgotten) {
      const revision = Math.max(watch.revision, state.revision) + AHEAD;
      const ahead = { ...state, revision, sent: false };
      writeRoutineState(this.local, ahead);
      if (state.content) this.send(ahead);
      return;
    }
    const early = isJustBefore(watch.at - 1, state.sentAt);
    if (watch.revision === state.revision || !state.sent || early) return;
    if (this.again === state.revision) return;
    this.again = state.revision;
    const resend = (pending: boolean): void => {
      if (!pending) this.send(state);
    };
    this.ports.pending(ROUTINE_FILE).then(resend, () => resend(false));
  }

  private send(state: RoutineState): void {
    const sentAt = Math.floor(this.ports.now() / 1000);
    const done = (): void => {
      const now = readRoutineState(this.local);
      if (now.revision !== state.revision) return;
      writeRoutineState(this.local, { ...now, sent: true, sentAt });
    };
    this.ports
      .send(ROUTINE_FILE, packedOf(state))
      .then(done)
      // Handed over at the next start: the state still says it was not.
      .catch(() => undefined);
  }
}
