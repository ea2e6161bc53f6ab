import { strFromU8 } from "fflate";
import type {
  FitbitPackage,
  PhoneState,
  WatchState,
  World,
} from "fitbit-simulator";
import { disposeWorlds, observe } from "fitbit-simulator/testing";
import type { BundleFiles } from "../../tools/watch/inbox";
import type { ListeningWatch } from "../../tools/watch/sync";
import { builtPackage, Wearer } from "./host";

type Change = (files: BundleFiles) => BundleFiles;

/** The built package, its bundle as it was installed last. */
function packageWith(change: Change, companion: boolean): FitbitPackage {
  const pkg = builtPackage();
  return {
    ...pkg,
    phone: companion ? pkg.phone : { ...pkg.phone, companion: undefined },
    watch: (target) => {
      const bundle = pkg.watch(target);
      const files = change(Object.fromEntries(bundle.files));
      return {
        ...bundle,
        files: new Map(Object.entries(files)),
        text: (path) => files[path] && strFromU8(files[path]),
      };
    },
  };
}

/** What goes wrong while a watch is synced. */
export interface Trouble {
  /** The cable is out before the app is there, before it is launched, or after so many lines. */
  readonly cut?: "install" | "launch" | number;
  /** The app does not open. */
  readonly asleep?: boolean;
  /** Whether this line of the console is lost. */
  readonly loses?: (line: number) => boolean;
}

/** What else there is while a watch is worn. */
export interface Around {
  /** Hears each line of its console. */
  readonly hear?: (line: string) => void;
  /** A phone beside it, whose companion runs too. */
  readonly phone?: { state: PhoneState | undefined };
  /** Comes before the app is launched. */
  readonly launching?: (world: World) => void;
}

/** A watch that is worn for days, whose app runs now and then: the simulator is its firmware. */
export class WornWatch implements ListeningWatch {
  /** What it holds while no app runs. */
  state: WatchState | undefined;
  /** Its clock, ms since 1970. */
  wallMs = 1_767_250_800_000;
  trouble: Trouble = {};
  private change: Change = (files) => files;

  /** Names of the sessions that no acknowledgement has reached. */
  get sessions(): string[] {
    const names = [...(this.state?.files.keys() ?? [])];
    return names.filter((name) => name.startsWith("s-")).sort();
  }

  /** Has this bundle from now on. */
  gets(files: BundleFiles): void {
    this.change = () => files;
  }

  /** Opens the app, does something, and puts the watch away. */
  async wear<T>(
    doing: (wearer: Wearer) => T,
    { hear, phone, launching }: Around = {},
  ): Promise<T> {
    const pkg = packageWith(this.change, phone !== undefined);
    const observed = await observe(pkg, {
      epochMs: this.wallMs,
      seed: this.wallMs % 100_003,
      onEvent: (event) => {
        if (event.type !== "log" || event.from !== "watch") return;
        hear?.(event.message);
      },
    });
    const { world } = observed;
    world.importState({ watch: this.state, phone: phone?.state });
    if (!phone) world.link.away();
    try {
      const wearer = new Wearer(observed);
      launching?.(world);
      world.watch.launch();
      const result = doing(wearer);
      if (wearer.faults.length) throw new Error(wearer.faults.join("\n"));
      return result;
    } finally {
      const { watch, phone: beside } = world.exportState();
      this.state = watch;
      if (phone) phone.state = beside;
      this.wallMs = world.wallMs + 60_000;
      disposeWorlds();
    }
  }

  /** A session from the first to the last exercise, of the routine in use. */
  async session(): Promise<void> {
    await this.wear((wearer) => {
      wearer.waits(1).taps("start");
      for (let i = 0; i < 400 && wearer.screen !== "summary"; i++) {
        wearer.waits(5);
      }
      wearer.waits(2);
    });
  }

  async take(change: Change, hear: (line: string) => boolean): Promise<void> {
    const { cut, loses = () => false } = this.trouble;
    if (cut === "install") throw new Error("cut");
    this.change = change;
    if (cut === "launch") throw new Error("cut");
    if (this.trouble.asleep) return;
    let lines = 0;
    await this.wear(
      (wearer) => {
        wearer.waits(20);
      },
      {
        hear: (line) => {
          lines += 1;
          if (typeof cut === "number" && lines > cut) return;
          if (!loses(lines)) hear(line);
        },
      },
    );
    if (typeof cut === "number") throw new Error("cut");
  }
}
