import { History } from "../phone/history/history";
import {
  ASK_KEY,
  EXPORT_KEY,
  FEEL_KEY,
  IMPORT_KEY,
  SUMMARY_KEY,
} from "../phone/settings/keys";
import { Keyed } from "../phone/keyed";
import { readSettings } from "../phone/settings/settings";
import { writeDefaults } from "../phone/settings/defaults";
import { readLinkState, writeLinkState } from "../phone/link-state";
import { Summary, summaryText } from "../phone/history/summary";
import { WatchState, packMessage } from "../common/wire/link";
import { answerExport } from "./export-answer";
import { Ports, Received } from "./ports";
import { RoutineOut, isJustBefore } from "./routine-sender";
import { SessionIn } from "./session-receiver";

/** Changes that follow each other faster are one change, in ms. */
const BURST = 1000;
/** Cues asked for this many ms ago are still wanted. */
const WANTED = 10000;

/** The phone's half: settings to the watch, sessions into the history. */
export class Phone {
  private history: History | undefined;
  private local: Keyed;
  private routine: RoutineOut;
  private inbox: SessionIn;
  private goal = 0;
  /** A file has come that `seen` does not know of. */
  private came = false;
  private feel: Summary["feel"] = "";
  /** The request for cues that was passed on. */
  private played = "";

  constructor(private ports: Ports) {
    this.history = History.open(ports.local);
    this.local = roomy(ports.local, this.history);
    this.routine = new RoutineOut(ports, this.local);
    this.inbox = new SessionIn(ports, this.local, this.history, (watch) =>
      this.heard(watch),
    );
  }

  /** `changing` tells that the settings page is open and being used. */
  start(changing: boolean): void {
    if (changing) this.settleSoon();
    this.settle(!changing);
    if (changing) this.play(false);
    const unanswered = this.ports.settings.getItem(EXPORT_KEY) === null;
    if (unanswered) this.safely(() => this.export());
  }

  /** A settings key was changed by the page; null when all were cleared. */
  changed(key: string | null): void {
    if (key === FEEL_KEY) this.play(true);
    else if (key === ASK_KEY) this.safely(() => this.export());
    else if (key === SUMMARY_KEY) this.tell();
    else if (key !== EXPORT_KEY && key !== IMPORT_KEY) this.settleSoon();
  }

  /** Takes one file from the watch. */
  take(file: Received): void {
    this.came = true;
    this.safely(() => this.inbox.take(file));
  }

  /** All files that were there are taken. */
  taken(): void {
    if (this.came) {
      this.came = false;
      this.safely(() => {
        const seen = Math.floor(this.ports.now() / 1000);
        writeLinkState(this.local, { ...readLinkState(this.local), seen });
      });
    }
    this.tell();
  }

  private settleSoon(): void {
    this.ports.settleAfter(BURST, () => this.settle(true));
  }

  private settle(send: boolean): void {
    const { settings } = this.ports;
    const read = readSettings((key) => settings.getItem(key));
    this.goal = read.routine.goal;
    this.safely(() => send && this.routine.settle(read));
    this.safely(() => writeDefaults(settings, read));
    this.tell();
  }

  private heard(watch: WatchState): void {
    const link = readLinkState(this.local);
    const before = link.watch;
    if (before && isJustBefore(watch.at, before.at)) return;
    const same = before && before.revision === watch.revision;
    const since = same ? link.since : watch.at;
    // First: a death in between must not make the next report the second one.
    this.routine.heard(watch, !before);
    writeLinkState(this.local, { ...link, watch, since });
  }

  /** The watch app is there to be talked to. */
  opened(): void {
    this.play(false);
  }

  /**
   * Has the cues played that the page asked for. The request may have started
   * the companion, and it may come before the line to the watch is open.
   */
  private play(asked: boolean): void {
    const { ports } = this;
    const request = ports.settings.getItem(FEEL_KEY) || "";
    const fresh = Math.abs(ports.now() - Number(request)) < WANTED;
    if (!asked && (!fresh || request === this.played)) return;
    const sent = ports.say(packMessage("feel"));
    if (sent) this.played = request;
    this.feel = sent ? "sent" : "closed";
    this.tell();
  }

  private export(): void {
    answerExport(this.ports.settings, this.history);
  }

  /** Writes the page's summary. */
  private tell(): void {
    const text = summaryText(this.local, this.history, {
      now: Math.floor(this.ports.now() / 1000),
      offset: this.ports.offset(),
      goal: this.goal,
      trouble: this.inbox.trouble,
      feel: this.feel,
    });
    const { settings } = this.ports;
    this.safely(() => {
      if (settings.getItem(SUMMARY_KEY) !== text) {
        settings.setItem(SUMMARY_KEY, text);
      }
    });
  }

  /** A full storage must not keep the rest from going on. */
  private safely(action: () => void): void {
    try {
      action();
    } catch (error) {
      console.error(String(error));
    }
  }
}

/** A storage that gives up old details when it is full. */
function roomy(local: Keyed, history: History | undefined): Keyed {
  if (!history) return local;
  return {
    get length() {
      return local.length;
    },
    key: (index) => local.key(index),
    getItem: (key) => local.getItem(key),
    setItem: (key, value) => history.put(key, value),
    removeItem: (key) => local.removeItem(key),
  };
}
