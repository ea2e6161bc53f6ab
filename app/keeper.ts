import { SessionRecord } from "../common/record";
import { exists } from "./device/files";
import { saveLast } from "./device/last";
import { report, send } from "./device/link";
import {
  acknowledge,
  MERGING,
  keepSpare,
  readRecord,
  recordFile,
  saveRecord,
  setBrokenAside,
  waiting,
} from "./device/records";
import { forgetRunning } from "./device/running";

/** Most transfers at a time: each costs the watch memory until it is over. */
const WINDOW = 64;

/** Ms after which a write has surely reached the watch's storage. */
const SETTLED = 2000;

/**
 * Sees to it that a finished session is never lost: its journal is kept until
 * its record has been found whole, or the phone has it.
 */
export class Keeper {
  /** The finished session whose journal is still there. */
  unsettled = "";
  /** Files handed to the system since it last had a chance to lose them. */
  private sent: { [name: string]: boolean } = {};

  /** `notice` is called with the key of what the runner should know. */
  constructor(private notice: (key: string) => void) {}

  /** Stores a record and hands it to the system; makes room where needed. */
  keep(record: SessionRecord): void {
    this.unsettled = record.id;
    const minutes = Math.round(record.activeSeconds / 60);
    saveLast(record.start, minutes);
    if (saveRecord(record)) this.send(recordFile(record.id));
    else this.makeRoom(record);
  }

  /**
   * Sums up the oldest sessions that wait for the phone. What they were goes
   * only once the summary is on file for good; this record comes after that,
   * and until then its journal stands for it.
   */
  private makeRoom(record: SessionRecord): void {
    this.notice("notice-full");
    void import("./device/merge").then((merge) => {
      if (!merge.mergeOldest()) return;
      setTimeout(() => {
        merge.finishMerge();
        keepSpare();
        if (saveRecord(record)) this.send(recordFile(record.id));
      }, SETTLED);
    });
  }

  /**
   * Ends what a kill cut off, or takes room for the day there is none and looks
   * through what waits.
   */
  tidy(): void {
    if (exists(MERGING)) {
      void import("./device/merge").then((merge) => merge.finishMerge());
      return;
    }
    keepSpare();
    if (setBrokenAside()) this.notice("notice-damaged");
  }

  /** Lets go of the journal once the record is known to be whole. */
  settle(): void {
    if (this.unsettled && readRecord(this.unsettled)) this.forget();
  }

  /** The phone has stored this session: nothing of it is needed here. */
  acknowledged(id: string): void {
    acknowledge(id);
    delete this.sent[recordFile(id)];
    if (id === this.unsettled) this.forget();
  }

  /** Drops the session that is under way, or the journal of one that is kept. */
  forget(): void {
    this.unsettled = "";
    forgetRunning();
  }

  /** Begins anew to send what the phone has not acknowledged. */
  sendAgain(revision: number): void {
    this.sent = {};
    this.sendMore(revision, true);
  }

  /**
   * Sends some of what waits. Tells the phone how the watch is doing when
   * asked to, and when the last acknowledgement has come.
   */
  sendMore(revision: number, tell: boolean): void {
    const names = waiting();
    const { sent } = this;
    let room = WINDOW - names.filter((name) => sent[name]).length;
    names.forEach((name) => {
      if (!sent[name] && room-- > 0) this.send(name);
    });
    if (names.length && !tell) return;
    const at = Math.floor(Date.now() / 1000);
    report({ revision, waiting: names.length, at });
  }

  private send(name: string): void {
    this.sent[name] = true;
    send(name);
  }
}
