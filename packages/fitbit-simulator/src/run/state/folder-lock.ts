import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { StateFault } from "./read-parts";

/** Who holds a folder, as it says itself. */
export interface Holder {
  readonly pid: number;
  /** What it was started as, such as `npm run session`. */
  readonly command: string;
  /** When it began, as an ISO date. */
  readonly since: string;
}

/** The folder is held by another run. */
export class FolderHeldError extends Error {}

/** The file that is locked; it stays, and says who holds the folder. */
const LOCK = "lock";

/**
 * Holds a folder, alone, until {@link FolderLock.release}. The system itself keeps the lock for an
 * open file and ends it with the process, however that dies; what the file says is for messages.
 */
export class FolderLock {
  private constructor(private readonly opened: number) {}

  /**
   * @param command what this run was started as
   * @throws FolderHeldError whose message says who holds the folder
   * @throws StateFault where the system has no locks
   * @throws Error of the system when the folder cannot be written or locked
   */
  static hold(folder: string, command: string): FolderLock {
    const { tryLock } = loadLocks();
    const file = join(folder, LOCK);
    const opened = openSync(file, "a+");
    try {
      if (!tryLock(opened)) throw new FolderHeldError(heldBy(file));
      const since = new Date().toISOString();
      const holder: Holder = { pid: process.pid, command, since };
      ftruncateSync(opened);
      writeSync(opened, `${JSON.stringify(holder)}\n`);
      return new FolderLock(opened);
    } catch (error) {
      closeSync(opened);
      throw error;
    }
  }

  release(): void {
    ftruncateSync(this.opened);
    closeSync(this.opened);
  }
}

/** What is used of the library. */
interface Locks {
  /** Locks an open file until it is closed; false when another opening of it has it locked. */
  tryLock(opened: number): boolean;
}

/**
 * The library is loaded only by who needs a lock: its native part is not there for every system.
 * @throws StateFault when it is not
 */
function loadLocks(): Locks {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import is not lazy
    return require("fs-native-extensions") as Locks;
  } catch {
    const system = `${process.platform}-${process.arch}`;
    throw new StateFault(
      `a folder cannot be locked on this system (${system})`,
    );
  }
}

/** Who holds a folder, in words. */
function heldBy(file: string): string {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Holder;
    return `process ${holder.pid} (${holder.command}, since ${holder.since})`;
  } catch {
    // It has the lock already and is about to say who it is.
    return "another run";
  }
}
