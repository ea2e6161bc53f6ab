import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ArgumentError, quoted } from "../arguments";
import { readEarlierFolder, removeEarlierFolder } from "./earlier-folder";
import { FolderHeldError, FolderLock } from "./folder-lock";
import { StateFault } from "./read-parts";
import { parseState, readableParts, stateText } from "./state-text";
import { NO_STATE, type StateOwner, type StoredState } from "./stored-state";
import { makeFolder, writeWholeFile } from "./whole-file";

const STATE = "state.json";

/** What `act` gives; an error about the folder as an ArgumentError that names it. */
function about<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw folderError(folder, error);
  }
}

/** An error of the system, or of what the folder holds, as an ArgumentError; any other as it is. */
function folderError(folder: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined && !(error instanceof StateFault)) return error;
  const why = WORDS[code ?? ""] ?? message.split("\n")[0];
  return new ArgumentError(`--state ${quoted(folder)}: ${why}`);
}

const NO_FOLDER = "there is a file of this name, not a folder";
const NOT_WRITABLE = "the folder cannot be written; name another one";

/** What the system's error codes mean for a folder. */
const WORDS: Readonly<Record<string, string>> = {
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  ENOENT: "the folder cannot be made; name another one",
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: NOT_WRITABLE,
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
};

function stateIn(folder: string): StoredState {
  const file = join(folder, STATE);
  if (!existsSync(file)) return readEarlierFolder(folder) ?? NO_STATE;
  const text = readFileSync(file, "utf8");
  try {
    return parseState(text);
  } catch (error) {
    if (!(error instanceof StateFault)) throw error;
    const good = readableParts(text).join(", ") || "nothing";
    const rest = "Nothing was changed; move the file away to begin anew";
    throw new StateFault(
      `${STATE}: ${error.message}. Still good in it: ${good}. ${rest}`,
    );
  }
}

/** @throws ArgumentError when another run holds the folder, or it cannot be locked */
function hold(folder: string, command: string): FolderLock {
  try {
    return FolderLock.hold(folder, command);
  } catch (error) {
    if (!(error instanceof FolderHeldError)) throw folderError(folder, error);
    throw new ArgumentError(
      `--state ${quoted(folder)} is in use by ${error.message}; nothing of this run would be kept, so it does not start. Wait for the other one, or name another folder`,
    );
  }
}

/**
 * What a folder holds, whoever else uses it: the state that was saved last.
 * @throws ArgumentError when it cannot be read or holds something else
 */
export function readState(folder: string): StoredState {
  return about(folder, () => stateIn(folder));
}

/**
 * A folder that keeps the state of watch and phone from one run to the next, in one file. It is
 * held until {@link StateFolder.close}: nobody else writes to it meanwhile.
 */
export class StateFolder {
  private saved: string | undefined;

  private constructor(
    private readonly folder: string,
    private readonly lock: FolderLock,
    /** What the folder held when it was opened. */
    readonly state: StoredState,
  ) {}

  /**
   * Makes the folder when it is missing, and holds it.
   * @param command what this run was started as, for others who want the folder
   * @throws ArgumentError when another run holds it, it cannot be written or holds something else
   */
  static open(folder: string, command: string): StateFolder {
    about(folder, () => makeFolder(folder));
    const lock = hold(folder, command);
    try {
      return new StateFolder(folder, lock, readState(folder));
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /**
   * Checks that the state is an app's own.
   * @throws ArgumentError when it is another app's
   */
  requireOwner({ id, name }: StateOwner): void {
    const { app } = this.state;
    if (app === undefined || app.id === id) return;
    throw new ArgumentError(
      `--state ${quoted(this.folder)} belongs to ${quoted(app.name)} (${quoted(app.id)}), not to ${quoted(name)} (${quoted(id)}); name another folder`,
    );
  }

  /**
   * Puts a state in place of the one that is there, if anything but the clock is different.
   * @throws ArgumentError when it cannot be written; the folder then has the state saved before
   */
  save(state: StoredState): void {
    const text = stateText({ ...state, wallMs: undefined });
    if (text === this.saved) return;
    this.saveAll(state);
    this.saved = text;
  }

  /** As {@link save}, also when the clock alone is different. */
  saveAll(state: StoredState): void {
    about(this.folder, () => {
      writeWholeFile(join(this.folder, STATE), stateText(state));
      removeEarlierFolder(this.folder);
    });
  }

  /** Lets go of the folder. */
  close(): void {
    this.lock.release();
  }
}
