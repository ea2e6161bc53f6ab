import type { FitbitPackage, World } from "../../engine";
import { ArgumentError } from "../arguments";
import { StateFolder } from "./state-folder";
import { putState, type StateOwner, stateOf } from "./stored-state";

/** Keeps a world in a folder while it runs; without a folder, nothing. */
export class StateKeeper {
  private world: World | undefined;
  private owner: StateOwner | undefined;
  private warned = false;

  private constructor(
    private readonly folder: StateFolder | undefined,
    private readonly warn: (line: string) => void,
  ) {}

  /**
   * Holds the folder that an option names, if it does.
   * @param warn hears once when the state cannot be kept, in one line
   * @throws ArgumentError as {@link StateFolder.open}
   */
  static open(
    folder: string | undefined,
    command: string,
    warn: (line: string) => void,
  ): StateKeeper {
    const held =
      folder === undefined ? undefined : StateFolder.open(folder, command);
    return new StateKeeper(held, warn);
  }

  /** The wall clock at the end of the run before, in ms since 1970, if there was one. */
  get wallMs(): number | undefined {
    return this.folder?.state.wallMs;
  }

  /** @throws ArgumentError when the state is another app's */
  requireOwner(pkg: FitbitPackage): void {
    const { name } = pkg.watch(pkg.targets[0]!).manifest;
    this.owner = { id: pkg.manifest.appId, name };
    this.folder?.requireOwner(this.owner);
  }

  /** Puts the state into a world that has not been launched yet, and keeps that world. */
  begin(world: World): void {
    this.world = world;
    if (this.folder) putState(world, this.folder.state);
  }

  /** Saves what is new. */
  readonly keep = (): void => {
    this.tried((folder, state) => folder.save(state));
  };

  /** Saves everything; false when it is not kept. */
  saveAll(): boolean {
    return this.tried((folder, state) => folder.saveAll(state));
  }

  /** Lets go of the folder. */
  close(): void {
    this.folder?.close();
  }

  private tried(
    save: (folder: StateFolder, state: ReturnType<typeof stateOf>) => void,
  ): boolean {
    const { folder, world } = this;
    if (folder === undefined || world === undefined) return true;
    try {
      save(folder, stateOf(world, this.owner));
      return true;
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error;
      if (!this.warned) {
        this.warn(`${error.message}; it still holds what was saved before`);
      }
      this.warned = true;
      return false;
    }
  }
}
