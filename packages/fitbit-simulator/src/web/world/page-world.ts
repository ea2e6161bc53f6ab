import { type FitbitPackage, openPackage, type WorldEvent } from "../../engine";
import { modelName } from "../../engine/watch/models";
import { aboutPackage } from "./about";
import { SettingsPageOpening } from "./settings-page-opening";
import { type WearerAction, WearerActions, lasts } from "./wearer-actions";
import { StateSaver } from "./state-saver";
import { type StateOwner, StateOwners } from "./state-owner";
import { type OtherPackage, OwnPackages } from "./own-packages";
import { readStateFile, writeStateFile } from "./state-file";
import { StateFileFault } from "./state-fields";
import { type SavedState, restoreWorld, saveWorld } from "./saved-state";
import { TimeFlow, type RealTime } from "./time-flow";
import type { Command, Report, SetupChange } from "./protocol";
import { changed, localeFor } from "./setup";
import { EventBuffer } from "./event-buffer";
import { OpenWorld, type WorldOrigin } from "./open-world";
import { contentOf } from "./file-content";
import { ReportPace } from "./report-pace";
import type { PageDatabase } from "./page-database";

/** After so many ms a package that is being written is looked at again. */
const HALF_WRITTEN_MS = 1000;
/** Thirty frames a second. */
const FRAME_MS = 33;
/** Events after which the state is saved: the programs have changed what they store. */
const KEEP_AFTER: ReadonlySet<WorldEvent["type"]> = new Set([
  "file",
  "transfer",
  "storage",
  "exit",
]);

/** What the world of the page needs of the place it runs in. */
export interface Environment extends RealTime {
  /** Epoch milliseconds. */
  wallMs(): number;
  /** Minutes east of Greenwich. */
  zoneMinutes(): number;
  /** The languages of the browser's user, the best first. */
  languages(): readonly string[];
  /** Bytes of a file by its address. @throws when there is none */
  load(address: string): Promise<Uint8Array>;
  readonly database: PageDatabase;
  /** Returns once what is stored is this page's to change. */
  acquire(): Promise<void>;
  /** Takes it from another tab. */
  take(): Promise<void>;
  report(report: Report): void;
}

/** Owns the world behind the page: obeys its commands and reports what happens. */
export class PageWorld {
  private current: OpenWorld | undefined;
  private wearer: WearerActions | undefined;
  private own: OwnPackages;
  private readonly settingsPage = new SettingsPageOpening();
  private readonly timeFlow: TimeFlow;
  private readonly pace: ReportPace;
  private readonly saver: StateSaver;
  private readonly owners: StateOwners;
  private owner: StateOwner | undefined;
  private readonly events = new EventBuffer();
  private frame: (() => void) | undefined;
  /** The page wants the watch's display to stay on. */
  private lit = false;
  /** The page shows the screen's elements. */
  private inspected = false;

  constructor(private readonly environment: Environment) {
    this.own = this.ownPackages("", []);
    this.saver = new StateSaver(environment.database, () => this.current);
    this.owners = new StateOwners(environment.database);
    this.pace = new ReportPace(environment, () => this.report());
    this.timeFlow = new TimeFlow(environment, {
      world: () => this.current?.world,
      idle: () => this.current?.idle !== undefined,
      fast: () => this.holdDisplay(),
      ran: () => this.ran(),
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

  /** Saves everything and ends the world. */
  async end(): Promise<void> {
    await this.saver.save();
    this.timeFlow.stop();
    this.current = undefined;
    this.wearer = undefined;
  }

  private async do(command: Command): Promise<void> {
    switch (command.do) {
      case "ping":
        return this.environment.report({ kind: "pong" });
      case "shown":
        return this.pace.shown(command.tookMs);
      case "start":
        this.own = this.ownPackages(command.home, command.others);
        await this.environment.acquire();
        await this.environment.database.claim();
        return this.start(command.fresh);
      case "open":
        return this.openFile(command.name, command.bytes);
      case "kept":
        return this.openKept(command.open);
      case "setup":
        return this.rebuild(command.change);
      case "reset":
        return this.reset();
      case "same-app":
        return this.joinSameApp();
      case "take":
        return this.environment.take();
      case "save":
        return this.saver.save();
      case "hold-display":
        this.lit = command.on;
        return this.holdDisplay();
      case "inspect":
        this.inspected = command.on;
        this.current?.redraw();
        return this.timeFlow.wake();
      case "read":
        return this.tellContent(command.name);
      case "export-state":
        return this.exportState();
      case "import-state":
        return this.importState(command.name, command.text);
      case "reload":
        return this.reloadHome();
      case "speed":
        this.current?.stir();
        return this.timeFlow.setSpeed(command.speed);
      case "next-cue":
        this.current?.stir();
        return this.timeFlow.seekCue();
      case "settings":
        this.settingsPage.want(command.open);
        return this.timeFlow.wake();
      default:
        return this.act(command);
    }
  }

  private holdDisplay(): void {
    this.current?.world.watch.holdDisplay(this.lit || this.timeFlow.fast);
  }

  private tellContent(name: string): void {
    const bytes = this.current?.world.watch.files.get(name);
    const value = bytes === undefined ? undefined : contentOf(bytes);
    this.environment.report({ kind: "content", name, value });
  }

  private act(action: WearerAction): void {
    this.timeFlow.catchUp();
    this.current?.stir();
    this.wearer?.act(action);
    if (lasts(action)) void this.saver.changed();
    this.current?.redraw();
    this.timeFlow.wake();
  }

  private async start(fresh: boolean): Promise<void> {
    const given = fresh ? undefined : await this.saver.givenFile();
    if (given === undefined) return this.openHome();
    this.environment.report({ kind: "kept", file: given.name });
  }

  /** Opens the file that was open last where the page says so, else the page's own package. */
  private async openKept(open: boolean): Promise<void> {
    const given = open ? await this.saver.givenFile() : undefined;
    if (given === undefined) return this.openHome();
    return this.openFile(given.name, given.bytes);
  }

  private async openHome(): Promise<void> {
    try {
      await this.installOwn();
      await this.saver.keepFile(undefined);
    } catch (error) {
      this.refuse("The package", error);
    }
  }

  private async openFile(name: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.installFile(bytes, name);
      await this.saver.keepFile({ name, bytes });
    } catch (error) {
      this.refuse(name, error);
      if (this.current === undefined) await this.openHome();
    }
  }

  private ownPackages(home: string, others: readonly OtherPackage[]) {
    return new OwnPackages(home, others, (address) =>
      this.environment.load(address),
    );
  }

  /** Opens the page's own app on the model that was chosen. */
  private async installOwn(): Promise<void> {
    const first = await this.own.openFirst();
    const owner = this.owners.own(first.manifest.appId);
    const chosen = (await this.saver.stateOf(owner.key))?.setup.target;
    const origin = { pkg: first, file: undefined };
    const pkg =
      chosen === undefined ? first : await this.packageFor(origin, chosen);
    await this.saver.save();
    const saved = await this.saver.stateOf(owner.key);
    this.owner = owner;
    await this.build(pkg, undefined, saved, 0);
  }

  /**
   * The package for a model, where it is another one of the page's own app; else the one given.
   * @throws Error when it cannot be had
   */
  private async ownPackageFor(
    { pkg, file }: Pick<WorldOrigin, "pkg" | "file">,
    target: string,
  ): Promise<FitbitPackage> {
    if (file !== undefined || pkg.targets.includes(target)) return pkg;
    return (await this.own.openFor(target)) ?? pkg;
  }

  /** The same of a stored state; when the package cannot be had, that is told, and it is the one given. */
  private async packageFor(
    origin: Pick<WorldOrigin, "pkg" | "file">,
    target: string,
  ): Promise<FitbitPackage> {
    try {
      return await this.ownPackageFor(origin, target);
    } catch (error) {
      const { pkg } = origin;
      const why = `${(error as Error).message}; the watch is ${modelName(pkg.targets[0] ?? "")} instead`;
      this.refuse(modelName(target), new Error(why));
      return pkg;
    }
  }

  private async installFile(bytes: Uint8Array, file: string): Promise<void> {
    const pkg = openPackage(bytes);
    await this.saver.save();
    const owner = await this.owners.ofFile(pkg.manifest.appId, file, bytes);
    const saved = await this.saver.stateOf(owner.key);
    this.owner = owner;
    await this.build(pkg, file, saved, 0);
    if (owner.key === undefined) {
      this.environment.report({ kind: "unkept", why: "file" });
    }
  }

  /** The user says that a file is another app's next version, such as a build of today. */
  private async joinSameApp(): Promise<void> {
    const { current } = this;
    if (current === undefined || this.owner?.sameId === undefined) return;
    this.owner = await this.owners.join(this.owner);
    const saved = await this.saver.stateOf(this.owner.key);
    await this.build(current.origin.pkg, current.origin.file, saved, 0);
  }

  private async rebuild(change: SetupChange): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    const setup = changed(current.setup, change);
    const pkg = await this.packageToChangeTo(current, setup.target);
    // Another tab may have taken what is stored meanwhile.
    if (pkg === undefined || this.current !== current) return;
    this.timeFlow.catchUp();
    const saved = { ...saveWorld(current.world, current.setup), setup };
    // First saved, then shown.
    await this.saver.keep(current.origin.stateKey, saved);
    await this.build(pkg, current.origin.file, saved, current.nowMs);
  }

  /** The package for a model that was chosen; undefined, and told, when that cannot be had. */
  private async packageToChangeTo(
    { origin }: OpenWorld,
    target: string,
  ): Promise<FitbitPackage | undefined> {
    try {
      const pkg = await this.ownPackageFor(origin, target);
      // A damaged bundle is refused while all is as it was.
      pkg.watch(target);
      return pkg;
    } catch (error) {
      const why = `${(error as Error).message}; the watch stays as it is`;
      this.refuse(modelName(target), new Error(why));
      return undefined;
    }
  }

  private exportState(): void {
    const { current } = this;
    if (current === undefined) return;
    this.timeFlow.catchUp();
    const { origin, world, setup } = current;
    const saved = saveWorld(world, setup);
    const text = writeStateFile(saved, origin.pkg.manifest.appId);
    this.environment.report({ kind: "state", text });
  }

  private async importState(name: string, text: string): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    try {
      const { origin, setup, world } = current;
      const { file, stateKey } = origin;
      const here = saveWorld(world, setup);
      const read = readStateFile(text, origin.pkg.manifest.appId, here);
      const pkg = await this.packageFor(origin, read.saved.setup.target);
      // Another tab may have taken what is stored meanwhile.
      if (this.current !== current) return;
      await this.saver.keep(stateKey, read.saved);
      await this.build(pkg, file, read.saved, 0);
      if (read.ofFolder) this.environment.report({ kind: "copied", name });
    } catch (error) {
      if (!(error instanceof StateFileFault)) throw error;
      const why = `${error.message}; all that is here stays as it is`;
      this.refuse(name, new Error(why));
    }
  }

  /** Opens the page's own package anew, unless another one is open; what it has stored stays. */
  private async reloadHome(again = true): Promise<void> {
    const { current, environment } = this;
    if (current !== undefined && current.origin.file !== undefined) return;
    try {
      await this.installOwn();
    } catch (error) {
      // It may be half written by now.
      if (again) {
        environment.later(HALF_WRITTEN_MS, () => void this.reloadHome(false));
        return;
      }
      const why = error instanceof Error ? error.message : String(error);
      this.refuse(
        "The new package",
        new Error(`${why}; the one before goes on`),
      );
    }
  }

  private async reset(): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    const { pkg, file, stateKey } = current.origin;
    await this.saver.forget(stateKey);
    const first = file === undefined ? this.own.first : undefined;
    await this.build(first ?? pkg, file, undefined, 0);
  }

  private async build(
    pkg: FitbitPackage,
    file: string | undefined,
    saved: SavedState | undefined,
    beforeMs: number,
  ): Promise<void> {
    const { environment, timeFlow } = this;
    const wallMs = environment.wallMs();
    const zoneMinutes = environment.zoneMinutes();
    const stateKey = this.owner?.key;
    const origin = { pkg, file, stateKey, beforeMs, wallMs, zoneMinutes };
    const locale = localeFor(environment.languages());
    const current = await OpenWorld.open(origin, saved, locale, (event) =>
      this.happened(event),
    );
    // What the page was not ready for belongs to the world before.
    this.report();
    timeFlow.stop();
    this.current?.world.dispose();
    this.current = current;
    this.events.clear();
    const { world, settings, setup, images } = current;
    this.wearer = new WearerActions(world, settings, (place, options) =>
      environment.report({ kind: "proposals", place, options }),
    );
    if (saved !== undefined) this.putBack(current, saved);
    current.passMinutes();
    this.holdDisplay();
    const sameId = this.owner?.sameId?.name;
    const targets = file === undefined ? this.own.targets : pkg.targets;
    const about = aboutPackage(pkg, targets, setup, file, sameId, images);
    environment.report({ kind: "opened", about });
    this.wearer.followBattery();
    world.watch.launch();
    this.settingsPage.begin(world, saved === undefined);
    timeFlow.wake();
  }

  /** When a state cannot be put back, the app starts with the part that could. */
  private putBack({ world }: OpenWorld, saved: SavedState): void {
    try {
      restoreWorld(world, saved);
    } catch (error) {
      this.refuse("What was kept", error);
    }
  }

  private happened(event: WorldEvent): void {
    this.events.push(event);
    if (isOfWatch(event)) this.current?.stir();
    if (event.type === "vibrate") this.timeFlow.cue();
    this.settingsPage.happened(event);
    if (KEEP_AFTER.has(event.type)) void this.saver.changed();
  }

  private ran(): void {
    const { current } = this;
    if (current === undefined) return;
    current.passMinutes();
    this.settingsPage.move(current.world);
    this.pace.tell();
  }

  /** Tells the page all that is new; false when nothing is open. */
  private report(): boolean {
    const { current, timeFlow } = this;
    if (current === undefined) return false;
    const events = this.events.take();
    const { screen, moves } = current.takeScreen(this.inspected);
    this.environment.report({
      kind: "tick",
      state: {
        ...current.state(this.settingsPage.waits),
        speed: timeFlow.speed,
        rate: timeFlow.rate,
      },
      screen,
      events,
      settings: current.settings.take(),
    });
    if (moves) this.planFrame();
    return true;
  }

  /** Draws again soon, while something on the screen moves by itself. */
  private planFrame(): void {
    if (this.timeFlow.rate === 0) return;
    this.frame ??= this.environment.later(FRAME_MS, () => {
      this.frame = undefined;
      this.current?.redraw();
      this.timeFlow.wake();
    });
  }

  private refuse(what: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.environment.report({ kind: "refused", what, why });
  }
}

/** Whether something happened on the watch; the phone may go on by itself for ever. */
function isOfWatch(event: WorldEvent): boolean {
  return "from" in event ? event.from === "watch" : true;
}
