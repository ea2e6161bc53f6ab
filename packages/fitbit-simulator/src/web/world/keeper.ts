import type { FitbitPackage } from "../../engine";
import { type Kept, readKept, takeKept } from "./kept";
import type { Stage } from "./stage";
import type { Store } from "./store";

const PACKAGE = "package";

/** A package that someone gave to the page. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Keeps what is to survive a reload: the package that was given, and each app's state. */
export class Keeper {
  private unsaved = false;
  private saving = false;

  /** @param stage what is open, if anything is */
  constructor(
    private readonly store: Store,
    private readonly stage: () => Stage | undefined,
  ) {}

  /** Keeps the state as soon as that can be done, and again if it changed meanwhile. */
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

  /** Keeps the state as it is now. */
  async save(): Promise<void> {
    this.unsaved = false;
    const stage = this.stage();
    if (stage === undefined) return;
    await this.keep(stage.at.pkg, takeKept(stage.world, stage.setup));
  }

  /** Keeps a state that is about to be. */
  keep(pkg: FitbitPackage, kept: Kept): Promise<void> {
    return this.store.put(key(pkg), kept);
  }

  async stateOf(pkg: FitbitPackage): Promise<Kept | undefined> {
    return readKept(await this.store.get(key(pkg)));
  }

  forget(pkg: FitbitPackage): Promise<void> {
    return this.store.delete(key(pkg));
  }

  async givenFile(): Promise<GivenFile | undefined> {
    const value = await this.store.get(PACKAGE);
    if (typeof value !== "object" || value === null) return undefined;
    const { name, bytes } = value as Record<string, unknown>;
    return typeof name === "string" && bytes instanceof Uint8Array
      ? { name, bytes }
      : undefined;
  }

  keepFile(file: GivenFile | undefined): Promise<void> {
    return file === undefined
      ? this.store.delete(PACKAGE)
      : this.store.put(PACKAGE, file);
  }
}

function key(pkg: FitbitPackage): string {
  return `state ${pkg.manifest.appId}`;
}
