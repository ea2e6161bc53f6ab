import { ROUTINE_FILE, WatchState } from "../common/wire/link";
import { KeyValueStore } from "../phone/key-value-store";
import {
  RoutineState,
  contentOf,
  packedRoutine,
  readRoutineState,
  writeRoutineState,
} from "../phone/link-state";
import { Settings } from "../phone/settings/settings";
import { Ports } from "./ports";

/**
 * How far a phone that has lost its revisions goes on above the watch's: so
 * many older routines of its own may still be undelivered.
 */
const AHEAD = 1000;
/** A file may be overtaken by one that is up to so many seconds newer. */
const OVERTAKING = 120;

/**
 * True when a moment is just a little before another (both in seconds since
 * 1970), so that a newer file has overtaken an older one. A far earlier moment
 * comes from a clock that was set back.
 */
export function isJustBefore(at: number, other: number): boolean {
  return at < other && other - at < OVERTAKING;
}

/**
 * Makes sure that the watch gets the routine of the settings. The state is
 * written before the file is handed to the system, and marked as sent after:
 * when the companion dies between the two, its next start sends the file again.
 */
export class RoutineSender {
  /** The revision that was sent again, which is done once per launch. */
  private resent = -1;

  constructor(
    private ports: Ports,
    private local: KeyValueStore,
  ) {}

  /**
   * Sends the routine of the settings with the next revision when its content
   * is new, or with its own revision when it was not sent yet.
   * @throws When there is no room to write its state.
   */
  sendChanged(settings: Settings): void {
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
   * Sends the routine again where a report of the watch asks for it. `first`
   * tells that the phone knows of no report before.
   *
   * A revision newer than the phone's, or any but 0 in a first report, means
   * that the phone has lost its own: it goes on well above both. An older one
   * means that the watch has lost its routine, unless the file is still to be
   * delivered.
   * @throws When there is no room to write the state.
   */
  answerReport(report: WatchState, first: boolean): void {
    const state = readRoutineState(this.local);
    const forgotten = first && report.revision > 0;
    if (report.revision > state.revision || forgotten) {
      const revision = Math.max(report.revision, state.revision) + AHEAD;
      const ahead = { ...state, revision, sent: false };
      writeRoutineState(this.local, ahead);
      if (state.content) this.send(ahead);
      return;
    }
    const early = isJustBefore(report.at - 1, state.sentAt);
    if (report.revision === state.revision || !state.sent || early) return;
    if (this.resent === state.revision) return;
    this.resent = state.revision;
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
      .send(ROUTINE_FILE, packedRoutine(state))
      .then(done)
      // The state still says that it was not sent: the next start sends it.
      .catch(() => undefined);
  }
}
