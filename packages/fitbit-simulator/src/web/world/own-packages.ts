import { type FitbitPackage, openPackage } from "../../engine";

/** A package beside the page's first one: the same app, built for other watches. */
export interface OtherPackage {
  /** The whole address. */
  readonly address: string;
  /** Code names of the models that it is built for. */
  readonly targets: readonly string[];
}

/** The page's own app: a first package, and those for watches that it is not built for. */
export class OwnPackages {
  /** The first package; undefined before it was opened. */
  first: FitbitPackage | undefined;

  constructor(
    private readonly home: string,
    private readonly others: readonly OtherPackage[],
    /** Bytes by their address. @throws when there are none */
    private readonly load: (address: string) => Promise<Uint8Array>,
  ) {}

  /** Code names of all models that the app is built for, the first package's first. */
  get targets(): readonly string[] {
    const first = this.first?.targets ?? [];
    return [...first, ...this.others.flatMap(({ targets }) => targets)];
  }

  /**
   * Opens the first package, read anew.
   * @throws Error when it cannot be had or opened
   */
  async openFirst(): Promise<FitbitPackage> {
    this.first = openPackage(await this.load(this.home));
    return this.first;
  }

  /**
   * Opens the package for a model; undefined when none is for it.
   * @throws Error that names the package, when it cannot be had or is another app's
   */
  async openFor(target: string): Promise<FitbitPackage | undefined> {
    const { first } = this;
    if (first?.targets.includes(target)) return first;
    const other = this.others.find(({ targets }) => targets.includes(target));
    if (other === undefined) return undefined;
    const name = new URL(other.address).pathname.split("/").pop();
    let bytes: Uint8Array;
    try {
      bytes = await this.load(other.address);
    } catch (error) {
      const why = (error as Error).message;
      throw new Error(`its package, ${name}, is not there (${why})`);
    }
    const pkg = openPackage(bytes);
    // It is given what the first one has stored.
    if (pkg.manifest.appId !== first?.manifest.appId) {
      throw new Error(`its package, ${name}, is another app's`);
    }
    return pkg;
  }
}
