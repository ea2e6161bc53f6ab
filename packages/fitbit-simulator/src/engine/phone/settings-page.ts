import type { WorldContext } from "../context";
import { Program, StepDeath } from "../program";
import { programOperations } from "../program-operations";
import type { Random } from "../time/random";
import type { QuickJSWASMModule } from "quickjs-emscripten";
import { phoneIntrinsics } from "./intrinsics";
import { DrawingFault, readAnswer, readDrawing } from "./settings-drawing";
import { settingsGuest, settingsOperations } from "./settings-modules";
import {
  allNodes,
  functionOf,
  type Json,
  type SettingsNode,
  textOf,
} from "./settings-tree";
import type { PhoneStorage } from "./storage";
import { useWidget } from "./widgets";

/** Far more than any page needs; stops one that takes memory without end. */
const HEAP_BYTES = 64 * 1024 * 1024;

export interface SettingsPageSetup {
  readonly world: WorldContext;
  readonly code: string | undefined;
  readonly store: PhoneStorage;
  readonly random: Random;
  readonly steps: StepDeath;
  engine(): QuickJSWASMModule;
}

/** The settings page: closed, or open and drawn as plain data. */
export class SettingsPage {
  private program: Program | undefined;
  private drawn: readonly (SettingsNode | string)[] | undefined;
  private stale = false;
  private without = 0;
  /** Called after each time the page was drawn, and when it closed. */
  onRender: (() => void) | undefined;

  constructor(private readonly setup: SettingsPageSetup) {}

  get isOpen(): boolean {
    return this.program !== undefined;
  }

  /** What the page shows; undefined while it is closed or has not registered itself. */
  get tree(): readonly (SettingsNode | string)[] | undefined {
    return this.drawn;
  }

  /** Parts of the page as it was drawn last that are not in {@link tree}: it has too many. */
  get leftOut(): number {
    return this.without;
  }

  /** Opens the page; does nothing when it is open or the package has none. */
  open(): void {
    const { world, code, random, store } = this.setup;
    if (this.program !== undefined || code === undefined) return;
    world.emit({ type: "launch", from: "settings" });
    const program = new Program({
      side: "settings",
      world,
      engine: this.setup.engine(),
      intrinsics: phoneIntrinsics,
      heapLimit: HEAP_BYTES,
      guest: settingsGuest(world.zoneMinutes),
      steps: this.setup.steps,
      wakeUps: new StepDeath(),
      rested: () => undefined,
      ended: (reason, error) => {
        this.program = undefined;
        this.drawn = undefined;
        world.emit({
          type: "exit",
          from: "settings",
          reason,
          ...(error === undefined ? {} : { error }),
        });
        this.onRender?.();
      },
    });
    program.offer({
      ...programOperations(program, random, (path) =>
        path === "settings.js" ? code : undefined,
      ),
      ...settingsOperations({ store, world }),
    });
    this.program = program;
    program.wake("main", "settings.js");
    this.render();
  }

  close(): void {
    this.program?.close("exit");
  }

  /** Frees everything without an event. */
  discard(): void {
    this.program?.discard();
    this.program = undefined;
  }

  /** Draws the page anew; the phone does at each change of the storage. */
  render(): void {
    const { program } = this;
    if (program === undefined) return;
    const drawn = program.wake("render");
    if (!program.running) return;
    this.drawn =
      typeof drawn === "string"
        ? this.checked(() => this.shown(drawn))
        : undefined;
    if (!program.running) return;
    this.stale = false;
    this.onRender?.();
  }

  /** The storage changed: the page is drawn anew as soon as it rests. */
  storageChanged(): void {
    if (this.stale) return;
    this.stale = true;
    this.program?.soon(() => this.render());
  }

  /** Calls a function among the page's props; gives what it gave. */
  call(fn: number, ...args: readonly Json[]): Json | undefined {
    const { program } = this;
    if (program === undefined) return undefined;
    const result = program.wake("call", fn, JSON.stringify(args));
    return typeof result === "string"
      ? this.checked(() => readAnswer(result))
      : undefined;
  }

  /** What was drawn, as far as it is shown; what is left out is told. */
  private shown(drawn: string): readonly (SettingsNode | string)[] {
    const { nodes, leftOut } = readDrawing(drawn);
    if (leftOut > 0 && leftOut !== this.without) {
      const told = `${leftOut} parts of the page are left out: it has too many`;
      this.program?.log("warn", told);
    }
    this.without = leftOut;
    return nodes;
  }

  /** What `read` gives; a page that gave something else than a page is ended. */
  private checked<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DrawingFault)) throw error;
      const why = `what the settings page gave is no page: ${error.message}`;
      this.program?.fail(why);
      return undefined;
    }
  }

  /**
   * Uses the widget with this `settingsKey` as a person does: stores what the platform stores,
   * then calls its handler.
   * @throws Error when the page shows no such widget
   */
  use(key: string, input: Json): void {
    const node = this.find((one) => one.props["settingsKey"] === key);
    if (node === undefined) throw new Error(`no widget for ${key} on the page`);
    const { stored, handler, argument, more = [] } = useWidget(node, input);
    const fn = functionOf(node, handler);
    this.setup.store.set(key, stored, "settings");
    if (fn !== undefined) this.call(fn, argument, ...more);
  }

  /** Presses the button that says `label`. @throws Error when the page shows none */
  press(label: string): void {
    const node = this.find(
      (one) => one.component === "Button" && textOf(one) === label,
    );
    if (node === undefined) throw new Error(`no button "${label}" on the page`);
    const fn = functionOf(node, "onClick");
    if (fn !== undefined) this.call(fn, {});
  }

  /** What the page says, text by text. */
  texts(): string[] {
    return [...allNodes(this.drawn ?? [])]
      .filter(({ component }) => component === "Text" || component === "Link")
      .map((node) => textOf(node));
  }

  private find(
    wanted: (node: SettingsNode) => boolean,
  ): SettingsNode | undefined {
    return [...allNodes(this.drawn ?? [])].find(wanted);
  }
}
