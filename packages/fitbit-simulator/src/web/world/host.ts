import { type FitbitPackage, openPackage, type WorldEvent } from "../../engine";
import { aboutPackage } from "./about";
import { SettingsDoor } from "./door";
import { type Deed, Hands, lasts } from "./hands";
import { Keeper } from "./keeper";
import { type Kept, restore, takeKept } from "./kept";
import { Pace, type RealTime } from "./pace";
import type { Command, Report, SetupChange } from "./protocol";
import { changed } from "./setup";
import { Stage } from "./stage";
import type { Store } from "./store";

/** Thirty frames a second. */
const FRAME_MS = 33;
/** After these, what the programs keep is another one. */
const KEEP_AFTER: ReadonlySet<WorldEvent["type"]> = new Set([
  "file",
  "transfer",
  "storage",
  "exit",
]);

/** What the host needs of the place it runs in. */
export interface Surroundings extends RealTime {
  /** Epoch milliseconds. */
  wallMs(): number;
  /** Minutes east of Greenwich. */
  zoneMinutes(): number;
  /** Bytes of a file by its address. @throws when there is none */
  load(address: string): Promise<Uint8Array>;
  readonly store: Store;
  report(report: Report): void;
}

/** Owns the world behind the page: obeys its commands and reports what happens. */
export class Host {
  private stage: Stage | undefined;
  private hands: Hands | undefined;
  private home = "";
  private readonly door = new SettingsDoor();
  private readonly pace: Pace;
  private readonly keeper: Keeper;
  private events: WorldEvent[] = [];
  private frame: (() => void) | undefined;

  constructor(private readonly around: Surroundings) {
    this.keeper = new Keeper(around.store, () => this.stage);
    this.pace = new Pace(around, {
      world: () => this.stage?.world,
      waits: () => this.stage?.waits === true,
      ran: () => this.tell(),
    });
  }

  /** Does what the page asks; never throws. */
  async obey(command: Command): Promise<void> {
    try {
      await this.do(command);
    } catch (error) {
      this.refuse("The simulator", error);
    }
  }

  private async do(command: Command): Promise<void> {
    switch (command.do) {
      case "ping":
        return this.around.report({ kind: "pong" });
      case "start":
        this.home = command.home;
        return this.start(command.fresh);
      case "open":
        return this.openFile(command.name, command.bytes);
      case "setup":
        return this.rebuild(command.change);
      case "reset":
        return this.reset();
      case "save":
        return this.keeper.save();
      case "speed":
        return this.pace.setSpeed(command.speed);
      case "next-cue":
        return this.pace.seekCue();
      case "settings":
        this.door.want(command.open);
        return this.pace.wake();
      default:
        return this.act(command);
    }
  }

  private act(deed: Deed): void {
    this.pace.catchUp();
    this.hands?.act(deed);
    if (lasts(deed)) void this.keeper.changed();
    this.stage?.redraw();
    this.pace.wake();
  }

  private async start(fresh: boolean): Promise<void> {
    const given = fresh ? undefined : await this.keeper.givenFile();
    if (given !== undefined) return this.openFile(given.name, given.bytes);
    try {
      await this.install(await this.around.load(this.home), undefined);
      await this.keeper.keepFile(undefined);
    } catch (error) {
      this.refuse("The package", error);
    }
  }

  private async openFile(name: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.install(bytes, name);
      await this.keeper.keepFile({ name, bytes });
    } catch (error) {
      this.refuse(name, error);
      if (this.stage === undefined) await this.start(true);
    }
  }

  private async install(
    bytes: Uint8Array,
    file: string | undefined,
  ): Promise<void> {
    const pkg = openPackage(bytes);
    await this.keeper.save();
    await this.build(pkg, file, await this.keeper.stateOf(pkg), 0);
  }

  private async rebuild(change: SetupChange): Promise<void> {
    const { stage } = this;
    if (stage === undefined) return;
    this.pace.catchUp();
    const setup = changed(stage.setup, change);
    const kept = { ...takeKept(stage.world, stage.setup), setup };
    // First kept, then shown.
    await this.keeper.keep(stage.at.pkg, kept);
    await this.build(stage.at.pkg, stage.at.file, kept, stage.nowMs);
  }

  private async reset(): Promise<void> {
    const { stage } = this;
    if (stage === undefined) return;
    await this.keeper.forget(stage.at.pkg);
    await this.build(stage.at.pkg, stage.at.file, undefined, 0);
  }

  private async build(
    pkg: FitbitPackage,
    file: string | undefined,
    kept: Kept | undefined,
    beforeMs: number,
  ): Promise<void> {
    const { around, pace } = this;
    const wallMs = around.wallMs();
    const zoneMinutes = around.zoneMinutes();
    const at = { pkg, file, beforeMs, wallMs, zoneMinutes };
    const stage = await Stage.open(at, kept, (event) => this.happened(event));
    pace.stop();
    this.stage?.world.dispose();
    this.stage = stage;
    this.events = [];
    const { world, settings, setup, images } = stage;
    this.hands = new Hands(world, settings, (place, options) =>
      around.report({ kind: "proposals", place, options }),
    );
    if (kept !== undefined) this.putBack(stage, kept);
    stage.passMinutes();
    const about = aboutPackage(pkg, setup, file, images);
    around.report({ kind: "opened", about });
    world.watch.launch();
    this.door.begin(world, kept === undefined);
    pace.wake();
  }

  /** A state that cannot be put back is let go: the app starts with what could be. */
  private putBack({ world }: Stage, kept: Kept): void {
    try {
      restore(world, kept);
    } catch (error) {
      this.refuse("What was kept", error);
    }
  }

  private happened(event: WorldEvent): void {
    this.events.push(event);
    if (event.type === "vibrate") this.pace.cue();
    this.door.happened(event);
    if (KEEP_AFTER.has(event.type)) void this.keeper.changed();
  }

  private tell(): void {
    const { stage, events, pace } = this;
    if (stage === undefined) return;
    stage.passMinutes();
    this.door.move(stage.world);
    this.events = [];
    const { screen, moves } = stage.takeScreen();
    this.around.report({
      kind: "tick",
      state: {
        ...stage.state(this.door.waits),
        speed: pace.speed,
        rate: pace.rate,
      },
      screen,
      events,
      settings: stage.settings.take(),
    });
    if (moves) this.planFrame();
  }

  /** Draws again soon, while something on the screen moves by itself. */
  private planFrame(): void {
    if (this.pace.rate === 0) return;
    this.frame ??= this.around.later(FRAME_MS, () => {
      this.frame = undefined;
      this.stage?.redraw();
      this.pace.wake();
    });
  }

  private refuse(what: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.around.report({ kind: "refused", what, why });
  }
}
