import { type SavedState, readSavedState, saveWorld } from "./saved-state";
import type { OpenWorld } from "./open-world";
import type { PageDatabase } from "./page-database";

const PACKAGE = "package";

/** A package that someone gave to the page. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Saves what is there again after a reload: the package that was given, and each app's state. */
export class StateSaver {
  private unsaved = false;
  private saving = false;

  /** @param current what is open, if anything is */
  constructor(
    private readonly database: PageDatabase,
    private readonly current: () => OpenWorld | undefined,
  ) {}

  /** Saves the state as soon as possible, and again if it changed meanwhile. */
  async changed(): Promise<void> {
    this.unsaved = true;
    if (this.saving) return;
    this.saving = true;
    try {
      // After the work at hand, of which this change may be the first of many.
      await Promise.resolve();
      while (this.unsaved) await this.save();
    } finally {
      this.saving = false;
    }
  }

  /** Saves the state as it is now. */
  async save(): Promise<void> {
    this.unsaved = false;
    const current = this.current();
    if (current === undefined) return;
    await this.keep(
      current.origin.stateKey,
      saveWorld(current.world, current.setup),
    );
  }

  /** Saves a state that a world will start from. */
  async keep(key: string | undefined, saved: SavedState): Promise<void> {
    if (key !== undefined) await this.database.put(key, saved);
  }

  async stateOf(key: string | undefined): Promise<SavedState | undefined> {
    if (key === undefined) return undefined;
    return readSavedState(await this.database.get(key));
  }

  async forget(key: string | undefined): Promise<void> {
    if (key !== undefined) await this.database.delete(key);
  }

  async givenFile(): Promise<GivenFile | undefined> {
    const value = await this.database.get(PACKAGE);
    if (typeof value !== "object" || value === null) return undefined;
    const { name, bytes } = value as Record<string, unknown>;
    return typeof name === "string" && bytes instanceof Uint8Array
      ? { name, bytes }
      : undefined;
  }

  keepFile(file: GivenFile | undefined): Promise<void> {
    return file === undefined
      ? this.database.delete(PACKAGE)
      : this.database.put(PACKAGE, file);
  }
}
