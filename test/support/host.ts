import { readFileSync } from "node:fs";
import { SESSION_FILE, ROUTINE_FILE } from "../../common/wire/link";
import { packRoutine } from "../../common/wire/routine";
import { unpackRecord } from "../../common/wire/record";
import { Routine } from "../../common/routine";
import { SessionRecord } from "../../common/record";
import {
  type FitbitPackage,
  type WatchState,
  type World,
  type WorldEvent,
  type WorldOptions,
  openPackage,
} from "fitbit-simulator";
import { PACKAGE } from "../../tools/build/fresh-build";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { type Observed, observe } from "fitbit-simulator/testing";

const opened = new Map<string, FitbitPackage>();

/** A package as `fitbit-build` made it: that for the newer watches, or another file. */
export function builtPackage(file = PACKAGE): FitbitPackage {
  const known =
    opened.get(file) ?? openPackage(new Uint8Array(readFileSync(file)));
  opened.set(file, known);
  return known;
}

/** How the watch and the phone are. */
export interface WearerOptions extends WorldOptions {
  /** The companion runs; else the phone takes files and never answers. */
  companion?: boolean;
  /** The package, where it is not the built one for the newer watches. */
  pkg?: FitbitPackage;
}

/** One vibration: what it was, and its ms since the world began. */
export interface Pulse {
  at: number;
  pattern: string;
}

/** Exits that are the app's own fault. */
const FAULTS = ["error", "endless loop", "out of memory"];

/** Somebody with the built app on the wrist: looks, feels and taps. */
export class Wearer {
  /** Every record that reached the phone, in order. */
  readonly sent: SessionRecord[] = [];
  private onTheWay = new Map<string, Uint8Array>();

  constructor(readonly observed: Observed) {}

  get world(): World {
    return this.observed.world;
  }

  get watch(): World["watch"] {
    return this.world.watch;
  }

  /** Seconds since the world began. */
  get now(): number {
    return this.world.nowMs / 1000;
  }

  /** Notes what leaves the watch; called with each event. */
  notice(event: WorldEvent): void {
    if (event.type !== "transfer" || event.to !== "phone") return;
    const { name } = event;
    if (!name.startsWith(SESSION_FILE)) return;
    if (event.state === "transferring") {
      const { queue } = this.world.exportState().watch;
      this.onTheWay.set(name, queue.find((one) => one.name === name)!.data);
    } else if (event.state === "transferred") {
      const record = unpackRecord(readCbor(this.onTheWay.get(name)!)?.value);
      if (!record.ok) throw new Error(`${name} is no record`);
      this.sent.push(record.value);
    }
  }

  /** The one record that reached the phone, without its id, which is chance. */
  get record(): SessionRecord {
    if (this.sent.length !== 1) throw new Error(`${this.sent.length} records`);
    return { ...this.sent[0]!, id: "" };
  }

  /** Lets time pass until so many seconds since the world began. */
  until(seconds: number): this {
    this.world.run(Math.round(seconds * 1000));
    return this;
  }

  /** Lets so many seconds pass. */
  waits(seconds: number): this {
    return this.until(this.now + seconds);
  }

  /** Touches an element that has to be there. */
  taps(id: string): this {
    const tapped = this.watch.tap(id);
    if (!tapped.ok) throw new Error(`${this.screen}: ${tapped.reason}`);
    return this;
  }

  swipesBack(): this {
    this.watch.swipeBack();
    return this;
  }

  /** The watch dies without a word and is switched on again. */
  dies(secondsAway = 20): this {
    this.world.faults.app.kill();
    this.waits(secondsAway);
    this.watch.launch();
    return this;
  }

  /** The phone puts a file into the watch's inbox; it is read at launch. */
  getsFile(name: string, value: unknown): this {
    this.world.faults.deliver("watch", { name, data: encodeCbor(value) });
    return this;
  }

  getsRoutine(routine: Routine): this {
    return this.getsFile(ROUTINE_FILE, packRoutine(routine));
  }

  /** The open view, such as "work"; "" while the app does not run. */
  get screen(): string {
    return /([a-z-]+)\.(?:view|gui)$/.exec(this.watch.view ?? "")?.[1] ?? "";
  }

  /** What the open view says, by id. */
  get sees(): Record<string, string> {
    return this.watch.texts();
  }

  /** The set that the dots say is under way, as "2/3"; empty without dots. */
  get dots(): string {
    const shown: string[] = [];
    for (let i = 0; i < 10; i++) {
      const dot = this.watch.tree?.byId(`dot-${i}`);
      if (dot?.get("display") === "inline") shown.push(dot.get("fill") ?? "");
    }
    return shown.length ? `${shown.indexOf("white") + 1}/${shown.length}` : "";
  }

  /** Names of the files on the watch. */
  get files(): string[] {
    return [...this.watch.files.keys()].sort();
  }

  /** Vibrations from so many seconds on. */
  felt(fromSeconds = 0): Pulse[] {
    return this.observed
      .of("vibrate")
      .map(({ t, pattern }) => ({ at: Math.round(t * 1000), pattern }))
      .filter(({ at }) => at >= fromSeconds * 1000);
  }

  /** What the app did wrong: deaths of its own, errors it logged. */
  get faults(): string[] {
    return this.observed.events.flatMap((event) => {
      if (event.type === "exit" && FAULTS.includes(event.reason)) {
        return [`${event.t} ${event.reason}: ${event.error}`];
      }
      const logged = event.type === "log" && event.level === "error";
      return logged || event.type === "missing" ? [JSON.stringify(event)] : [];
    });
  }
}

/** The watch on somebody's wrist, the app not launched yet. */
export async function wearer(options: WearerOptions = {}): Promise<Wearer> {
  const { companion, pkg = builtPackage(), ...world } = options;
  const alone = { ...pkg, phone: { ...pkg.phone, companion: undefined } };
  const wearer: Wearer = new Wearer(
    await observe(companion ? pkg : alone, {
      ...world,
      onEvent: (event) => wearer.notice(event),
    }),
  );
  return wearer;
}

/** The same, with the app at its first screen. */
export async function atHome(options: WearerOptions = {}): Promise<Wearer> {
  const made = await wearer(options);
  made.watch.launch();
  return made;
}

/** A second later, with a session just started: its time is the world's minus 1 s. */
export async function inSession(
  routine?: Routine,
  options: WearerOptions = {},
): Promise<Wearer> {
  const made = await wearer(options);
  if (routine) made.getsRoutine(routine);
  made.watch.launch();
  return made.until(1).taps("start");
}

/** What a sudden death at this moment would leave; the app itself lives on. */
export function deathLeaves(world: World): WatchState {
  const files = world.faults.storage.afterDeath();
  return { ...world.exportState().watch, files };
}

/**
 * A watch that found itself in such a state when it was switched on again, so
 * many seconds after it died. Its time starts anew; its clock does not.
 */
export async function afterDeath(
  died: Wearer,
  left: WatchState,
  secondsAway = 20,
): Promise<Wearer> {
  const made = await wearer({
    display: "off",
    epochMs: died.world.wallMs + secondsAway * 1000,
    seed: died.world.nowMs,
  });
  made.world.importState({ watch: left });
  made.watch.launch();
  made.watch.setDisplay(true);
  return made;
}
