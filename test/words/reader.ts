import { TranslationLoader } from "@fitbit/bison-i18n";
import type { Routine } from "../../common/routine";
import type { FitbitPackage } from "fitbit-simulator";
import type { ViewTree } from "fitbit-simulator/draw";
import { aRoutine } from "../../verification/builders/routines";
import { Wearer, builtPackage } from "../support/host";
import { observe } from "fitbit-simulator/testing";

/**
 * Called with each screen whenever it says something else than before. What
 * comes from the language file stands there as "{key|first value|second}".
 */
export type Look = (tree: ViewTree, screen: string) => void;

/** Nothing that is shown is gone again within so many seconds. */
export const BLINK = 0.25;

/** The app with the keys of its messages in their place. */
function inKeys(pkg: FitbitPackage, keys: readonly string[]): FitbitPackage {
  const loader = new TranslationLoader();
  const po = keys.map((key) => `msgid "${key}"\nmsgstr "{${key}|%1|%2}"\n`);
  loader.loadLanguage("en-US", po.join("\n"));
  const table = new Uint8Array(loader.build().getLanguage("en-US"));
  return {
    ...pkg,
    phone: { companion: undefined, settings: undefined },
    watch: (target) => {
      const bundle = pkg.watch(target);
      const path = bundle.manifest.languages.get("en-us")!;
      return { ...bundle, files: new Map(bundle.files).set(path, table) };
    },
  };
}

/** Somebody who looks at the watch all the time. */
export class Reader {
  private revision = 0;
  private said = new Set<string>();

  constructor(
    readonly made: Wearer,
    private look: Look,
  ) {}

  /** Looks at what is new; numbers that count are looked at once. */
  private see(): void {
    const { made } = this;
    const { tree } = made.watch;
    const says = JSON.stringify([made.screen, made.sees]);
    const shape = says.replace(/\d+/g, (digits) => "0".repeat(digits.length));
    if (tree === undefined || this.said.has(shape)) return;
    this.said.add(shape);
    this.look(tree, made.screen);
  }

  waits(seconds: number): void {
    const { made } = this;
    const end = made.now + seconds;
    while (made.now < end && made.watch.running) {
      made.until(Math.min(end, made.now + BLINK));
      this.see();
    }
    made.until(end);
  }

  waitsFor(screen: string): void {
    for (let waited = 0; this.made.screen !== screen; waited += BLINK) {
      if (waited > 200) throw new Error(`${screen} never comes`);
      this.waits(BLINK);
    }
  }

  taps(...ids: string[]): void {
    for (const id of ids) {
      this.made.taps(id);
      this.waits(1);
    }
  }

  /** Touches a point of the screen, in pixels. */
  touches(x: number, y: number): void {
    this.made.watch.touch("down", x, y);
    this.made.watch.touch("up", x, y);
    this.waits(1);
  }

  opens(): void {
    this.made.watch.launch();
    this.waits(1);
  }

  /** The phone sends a routine, each newer than the one before: else the watch keeps that. */
  gets(routine: Partial<Routine>): void {
    const revision = ++this.revision;
    this.made.getsRoutine(aRoutine({ ...routine, revision }));
  }
}

/** A package for the newer watches when left out, and a model of it, its first when left out. */
export interface Worn {
  readonly pkg?: FitbitPackage;
  readonly target?: string;
}

/** A reader with a new watch, on which the keys of messages stand in their place. */
export async function readerOf(
  keys: readonly string[],
  look: Look,
  { pkg = builtPackage(), target }: Worn = {},
): Promise<Reader> {
  const seen = await observe(inKeys(pkg, keys), { display: "on", target });
  return new Reader(new Wearer(seen), look);
}
