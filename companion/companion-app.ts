import { Routine, daysBeforeMonday } from "../common/routine";
import { weekOf } from "../common/weeks";
import {
  LAST_FILE,
  WatchReport,
  packLast,
  packMessage,
} from "../common/wire/link";
import { entryStart, firstSideOf } from "../phone/history/entry";
import { readEntries } from "../phone/history/packed-entry";
import { sumsOf } from "../phone/history/sums";
import { countIn } from "../phone/history/week-counts";
import { noteGoal } from "../phone/history/goals";
import { History } from "../phone/history/history";
import { CueDemoAnswer, summaryText } from "../phone/history/summary";
import { KeyValueStore } from "../phone/key-value-store";
import { readLinkState, writeLinkState } from "../phone/link-state";
import { writeDefaults } from "../phone/settings/defaults";
import { forgetDeletedExercises } from "../phone/settings/forget";
import {
  COACH_LOG_KEY,
  COACH_VIEW_KEY,
  SEE_HIDDEN_KEY,
} from "../phone/settings/coach-keys";
import {
  ANSWER_KEY,
  ASK_KEY,
  CHANGE_KEY,
  CORRECT,
  CUE_DEMO_KEY,
  DELETE_KEY,
  EXPORT_KEY,
  IMPORT_KEY,
  OPEN_KEY,
  RESTORE_KEY,
  SUMMARY_KEY,
  UNDO_KEY,
} from "../phone/settings/keys";
import { finishChoice } from "../phone/settings/routine-list";
import { restoreSettings } from "../phone/settings/restore";
import { Settings, readSettings } from "../phone/settings/settings";
import { FIRST_KEY } from "../phone/settings/stand";
import { CoachKeeper } from "./coach-keeper";
import { Corrections } from "./corrections";
import { answerExport } from "./export-answer";
import { HistoryRequests } from "./history-requests";
import { Ports, ReceivedFile } from "./ports";
import { RoutineSender, isJustBefore } from "./routine-sender";
import { SessionReceiver } from "./session-receiver";

/** Changes of the settings within so many ms of each other are one change. */
const BURST = 1000;
/** Keys that are the page's own, or that the companion writes. */
const PAGE_KEYS = [
  EXPORT_KEY,
  IMPORT_KEY,
  UNDO_KEY,
  DELETE_KEY,
  OPEN_KEY,
  FIRST_KEY,
  COACH_LOG_KEY,
  COACH_VIEW_KEY,
  SEE_HIDDEN_KEY,
];
/** For so many ms a request to play the cues may wait for the watch app to open. */
const CUE_DEMO_WAIT = 10000;

/**
 * The phone's side of the app: the settings become a routine on the watch, the
 * watch's sessions become the history, and the page gets a summary of both.
 */
export class CompanionApp {
  private history: History | undefined;
  private local: KeyValueStore;
  private routine: RoutineSender;
  private inbox: SessionReceiver;
  /** Sessions a week that are meant. */
  private goal = 0;
  /** A file has come since the link state was last written. */
  private fileCame = false;
  private requests: HistoryRequests;
  /** Undefined where a newer version of the app wrote the history. */
  private coach: CoachKeeper | undefined;
  private corrections: Corrections;
  private cueDemo: CueDemoAnswer = "";
  /** The newest request for the cue demo that reached the watch. */
  private sentDemo = "";

  constructor(private ports: Ports) {
    this.history = History.open(ports.local);
    this.requests = new HistoryRequests(ports, this.history);
    this.local = shorteningStore(ports.local, this.history);
    this.routine = new RoutineSender(ports, this.local);
    this.coach =
      this.history && new CoachKeeper(ports, this.local, this.history);
    this.corrections = new Corrections(ports, this.history, this.coach);
    this.inbox = new SessionReceiver(
      ports,
      this.local,
      this.history,
      (report) => this.keepReport(report),
    );
  }

  /** `changing` tells that the settings page is open and being used. */
  start(changing: boolean): void {
    this.safely(() => this.requests.carryOut());
    this.safely(() => this.corrections.carryOut());
    this.requests.forgetDeleted();
    this.safely(() => restoreSettings(this.local, this.ports.settings));
    this.safely(() => finishChoice(this.ports.settings));
    this.answerQuestion();
    if (changing) this.applySettingsSoon();
    this.applySettings(!changing);
    if (changing) this.askForCueDemo(false);
    const unanswered = this.ports.settings.getItem(EXPORT_KEY) === null;
    if (unanswered) this.safely(() => this.export());
  }

  /** A settings key was changed by the page; null when all were cleared. */
  changed(key: string | null): void {
    if (key === CUE_DEMO_KEY) this.askForCueDemo(true);
    else if (key === ASK_KEY) this.safely(() => this.export());
    else if (key === ANSWER_KEY) this.answered();
    else if (key === CHANGE_KEY || key === RESTORE_KEY) this.changeHistory();
    else if (key !== null && key.indexOf(CORRECT) === 0) this.correct();
    else if (key === SUMMARY_KEY) this.writeSummary();
    else if (key === null || PAGE_KEYS.indexOf(key) < 0)
      this.applySettingsSoon();
  }

  /** A file came from the watch. Whatever is in it, nothing throws. */
  receive(file: ReceivedFile): void {
    this.fileCame = true;
    this.safely(() => this.inbox.receive(file));
  }

  /** Every file that was in the inbox has been received. */
  inboxEmpty(): void {
    if (this.fileCame) {
      this.fileCame = false;
      this.safely(() => {
        const seen = Math.floor(this.ports.now() / 1000);
        writeLinkState(this.local, { ...readLinkState(this.local), seen });
      });
      if (this.updateCoach()) return this.applySettings(true);
      this.safely(() => this.sendPlans(this.readSettings()));
    }
    this.writeSummary();
  }

  /** The watch app has opened and can be sent messages. */
  opened(): void {
    this.askForCueDemo(false);
  }

  private applySettingsSoon(): void {
    this.ports.debounce(BURST, () => this.applySettings(true));
  }

  private readSettings(): Settings {
    return readSettings((key) => this.ports.settings.getItem(key));
  }

  /** Lets the coach decide upon what is new. True when doses or gates have changed. */
  private updateCoach(): boolean {
    let changed = false;
    this.safely(() => {
      if (this.coach) changed = this.coach.update();
    });
    return changed;
  }

  /** Without exercises the watch keeps what it has. */
  private sendRoutine({ empty, routine }: Settings): void {
    if (empty) return;
    const { coach } = this;
    if (coach) this.routine.sendChanged(coach.sent(routine), coach.shut());
    else this.routine.sendChanged(routine, []);
  }

  /** The plans go after the routine, whose revision they have. */
  private sendPlans(read: Settings): void {
    if (this.coach) this.coach.send(read);
  }

  private applySettings(send: boolean): void {
    const { settings } = this.ports;
    this.updateCoach();
    const read = this.readSettings();
    this.goal = read.routine.goal;
    this.safely(() => this.keepWeeks(read.routine));
    this.safely(() => {
      if (!send) return;
      this.sendRoutine(read);
      this.sendPlans(read);
    });
    this.safely(() => forgetDeletedExercises(settings, read));
    this.safely(() => writeDefaults(settings, read));
    this.writeSummary();
  }

  /** The runner's weeks begin on the day of their choice, each with its own goal. */
  private keepWeeks({ goal, weekStart }: Routine): void {
    const before = daysBeforeMonday(weekStart);
    if (this.history) this.history.beginWeeks(before);
    const now = Math.floor(this.ports.now() / 1000);
    noteGoal(this.local, weekOf(now, this.ports.offset(), before), goal);
  }

  private keepReport(report: WatchReport): void {
    const link = readLinkState(this.local);
    const before = link.watch;
    if (before && isJustBefore(report.at, before.at)) return;
    const same = before && before.revision === report.revision;
    const since = same ? link.since : report.at;
    // Answered before it is stored: after a death between the two, the next
    // report must still count as the first.
    if (this.coach) this.coach.watchHas(report.revision);
    this.routine.answerReport(report, !before);
    const { revision, waiting, at } = report;
    const watch = { revision, waiting, at };
    writeLinkState(this.local, { ...link, watch, since });
    this.tellWeek(report);
  }

  /**
   * Tells the watch how many sessions there are in its week, and which was the
   * last, where it counts otherwise and the phone has all that it did.
   */
  private tellWeek({ waiting, more }: WatchReport): void {
    if (!this.history || !more || waiting) return;
    const { weeks, recent, tail } = this.history.totals;
    // A phone that never had a session knows less than the watch.
    if (!tail || daysBeforeMonday(more.routine.weekStart) !== weeks.before)
      return;
    const count = countIn(weeks, more.week);
    if (count === more.count) return;
    const newest = readEntries(recent)[0];
    const start = newest ? entryStart(newest) : 0;
    const minutes = newest ? Math.round(sumsOf(newest).active / 600) : 0;
    const first = newest ? firstSideOf(newest) : 0;
    const last = packLast([start, minutes, count, more.week, first]);
    // Without it, the next report is answered so.
    this.ports.send(LAST_FILE, last).catch(() => undefined);
  }

  /**
   * Passes the page's request to play the cues on to the watch. `asked` tells
   * that it was made just now. If not, it may have started the companion, or
   * have come before the watch app was open.
   */
  private askForCueDemo(asked: boolean): void {
    const { ports } = this;
    const request = ports.settings.getItem(CUE_DEMO_KEY) || "";
    const fresh = Math.abs(ports.now() - Number(request)) < CUE_DEMO_WAIT;
    if (!asked && (!fresh || request === this.sentDemo)) return;
    const sent = ports.sendMessage(packMessage("feel"));
    if (sent) this.sentDemo = request;
    this.cueDemo = sent ? "sent" : "closed";
    this.writeSummary();
  }

  /** Does what the page asks for; the export that is open follows. */
  private changeHistory(): void {
    this.safely(() => {
      if (this.requests.carryOut()) this.export();
    });
    this.writeSummary();
  }

  /** Corrects answers; what that shuts goes to the watch. */
  private correct(): void {
    this.safely(() => {
      if (!this.corrections.carryOut()) return;
      this.applySettings(true);
      this.export();
    });
  }

  /** Replaces the watch's routine, if that is the runner's answer. */
  private answerQuestion(): void {
    const { settings } = this.ports;
    const answer = settings.getItem(ANSWER_KEY);
    if (answer === null) return;
    this.safely(() => {
      this.routine.replaceForeign(Number(answer));
      settings.removeItem(ANSWER_KEY);
    });
  }

  private answered(): void {
    this.answerQuestion();
    this.applySettings(true);
  }

  private export(): void {
    answerExport(this.ports.settings, this.local, this.history, this.goal);
  }

  private writeSummary(): void {
    const text = summaryText(this.local, this.history, {
      now: Math.floor(this.ports.now() / 1000),
      offset: this.ports.offset(),
      goal: this.goal,
      trouble: this.inbox.trouble,
      cueDemo: this.cueDemo,
      restored: this.requests.restored,
      uncorrected: this.corrections.refused,
    });
    const { settings } = this.ports;
    this.safely(() => {
      if (settings.getItem(SUMMARY_KEY) !== text) {
        settings.setItem(SUMMARY_KEY, text);
      }
    });
  }

  /** A full store must not keep the rest from going on. */
  private safely(action: () => void): void {
    try {
      action();
    } catch (error) {
      console.error(String(error));
    }
  }
}

/** The store as it is, but a full one shortens old sessions to make room. */
function shorteningStore(
  local: KeyValueStore,
  history: History | undefined,
): KeyValueStore {
  if (!history) return local;
  return {
    get length() {
      return local.length;
    },
    key: (index) => local.key(index),
    getItem: (key) => local.getItem(key),
    setItem: (key, value) => history.writeOther(key, value),
    removeItem: (key) => local.removeItem(key),
  };
}
