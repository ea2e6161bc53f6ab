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

/** Ms after which a write has surely reached the watch's storage. */
const SETTLED = 2000;

/**
 * Sees to it that a finished session is never lost: its journal is kept until
 * its record has been found whole, or the phone has it.
 */
export class Keeper {
  /** The finished session whose journal is still there. */
  unsettled = "";

  /** `notice` is called with the key of what the runner should know. */
  constructor(private notice: (key: string) => void) {}

  /** Stores a record and hands it to the system; makes room where needed. */
  keep(record: SessionRecord): void {
    this.unsettled = record.id;
    const minutes = Math.round(record.activeSeconds / 60);
    saveLast([record.start, minutes]);
    if (saveRecord(record)) send(recordFile(record.id));
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
        if (saveRecord(record)) waiting().forEach(send);
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
    if (id === this.unsettled) this.forget();
  }

  /** Drops the session that is under way, or the journal of one that is kept. */
  forget(): void {
    this.unsettled = "";
    forgetRunning();
  }

  /** Sends everything that the phone has not acknowledged. */
  sendAll(revision: number): void {
    waiting().forEach(send);
    this.report(revision);
  }

  /** Tells the phone which routine is in use and what waits here. */
  report(revision: number): void {
    const at = Math.floor(Date.now() / 1000);
    report({ revision, waiting: waiting().length, at });
  }
}
