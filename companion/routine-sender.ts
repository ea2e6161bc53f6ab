import { defaultRoutine } from "../common/default-routine";
import type { Routine } from "../common/routine";
import { ROUTINE_FILE, WatchReport } from "../common/wire/link";
import { KeyValueStore } from "../phone/key-value-store";
import {
  RoutineState,
  contentOf,
  isKnown,
  isSameOut,
  knowing,
  outOf,
  outWhere,
  packedRoutine,
  readForeign,
  readLinkState,
  readRoutineState,
  writeForeign,
  writeRoutineState,
} from "../phone/link-state";
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
   * Sends a routine of the settings with the next revision when its content
   * is new, or with its own revision when it was not sent yet. Nothing is sent
   * while the runner is asked about another routine on the watch, unless the
   * settings have become that one. What is shut goes as left out: so it stays out
   * on a watch to which the coach's file has not come.
   * @throws When there is no room to write its state.
   */
  sendChanged(routine: Routine, shut: ReadonlyArray<string>): void {
    const content = contentOf(routine);
    const out = outWhere(routine, shut);
    let state = readRoutineState(this.local);
    if (state.content !== content || !isSameOut(state.out, out)) {
      // A phone that has met no watch stays below every routine that somebody made.
      const { watch } = readLinkState(this.local);
      const revision = watch ? state.revision + 1 : state.revision || 1;
      const changed = { ...state, revision, content, out, sent: false };
      state = knowing(changed, content);
      writeRoutineState(this.local, state);
    }
    const foreign = readForeign(this.local);
    if (foreign && foreign.content === content) {
      if (isSameOut(foreign.out, out))
        return this.taken(state, foreign.revision);
      writeForeign(this.local, undefined);
      this.send(this.goAhead(state, foreign.revision));
    } else if (!foreign && !state.sent) this.send(state);
  }

  /**
   * Lets the routine of the settings, which is then to be sent, replace the one on
   * the watch that the runner was asked about, if that is of this revision.
   * @throws When there is no room to write its state.
   */
  replaceForeign(revision: number): void {
    const foreign = readForeign(this.local);
    if (!foreign || foreign.revision !== revision) return;
    const state = knowing(readRoutineState(this.local), foreign.content);
    this.goAhead(state, revision);
    writeForeign(this.local, undefined);
  }

  /**
   * Does what a report of the watch asks for. `first` tells that the phone knows
   * of no report before.
   *
   * A routine that somebody made and this phone does not know stays, and the
   * runner is asked. With a known one, a revision newer than the phone's, or
   * any but 0 in a first report, means that the phone has lost its own: it goes
   * on well above both. An older one means that the watch has lost its routine,
   * unless the file is still to be delivered.
   * @throws When there is no room to write the state.
   */
  answerReport(report: WatchReport, first: boolean): void {
    const state = readRoutineState(this.local);
    const { revision, more } = report;
    const content = more && contentOf(more.routine);
    const out = more ? outOf(more.routine) : [];
    if (content !== undefined && content !== state.content) {
      const made = revision > 0 && content !== contentOf(defaultRoutine());
      if (made && !isKnown(state, content))
        return writeForeign(this.local, { revision, content, out });
    }
    writeForeign(this.local, undefined);
    const same = content === state.content && isSameOut(out, state.out);
    if (same && revision >= state.revision) return this.taken(state, revision);
    const forgotten = first && revision > 0;
    const newer = revision > state.revision;
    const other = content !== undefined && revision === state.revision;
    if (newer || forgotten || other)
      this.sendIfAny(this.goAhead(state, revision));
    else this.sendAgain(state, report);
  }

  /** The watch has the routine of the settings under a revision of its own. */
  private taken(state: RoutineState, revision: number): void {
    if (revision !== state.revision || !state.sent)
      writeRoutineState(this.local, { ...state, revision, sent: true });
    writeForeign(this.local, undefined);
  }

  /** Goes on well above a revision of the watch and the phone's own. */
  private goAhead(state: RoutineState, revision: number): RoutineState {
    const ahead = Math.max(revision, state.revision) + AHEAD;
    const written = { ...state, revision: ahead, sent: false };
    writeRoutineState(this.local, written);
    return written;
  }

  private sendIfAny(state: RoutineState): void {
    if (state.content) this.send(state);
  }

  /** Sends a routine again that the watch seems to have lost. */
  private sendAgain(state: RoutineState, report: WatchReport): void {
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
      if (now.revision !== state.revision || now.content !== state.content)
        return;
      writeRoutineState(this.local, { ...now, sent: true, sentAt });
    };
    this.ports
      .send(ROUTINE_FILE, packedRoutine(state))
      .then(done)
      // The state still says that it was not sent: the next start sends it.
      .catch(() => undefined);
  }
}
