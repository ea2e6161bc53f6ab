import type { Json, World } from "../../engine";
import type { Command } from "./protocol";
import { justRan } from "./run";
import type { SettingsView } from "./settings";

/** Commands that do something to the world that is open, and to nothing else. */
export type WearerAction = Exclude<
  Command,
  {
    readonly do:
      | "start"
      | "open"
      | "kept"
      | "setup"
      | "reset"
      | "same-app"
      | "take"
      | "save"
      | "shown"
      | "speed"
      | "next-cue"
      | "settings"
      | "hold-display"
      | "inspect"
      | "read"
      | "export-state"
      | "import-state"
      | "reload"
      | "ping";
  }
>;

/** What changes the world without the programs' doing, and so is to be saved at once. */
const LASTING: ReadonlySet<Command["do"]> = new Set([
  "link",
  "clock",
  "set-clock",
  "body",
  "run",
]);

/** What nothing comes of while the watch is off. */
const OF_WATCH: ReadonlySet<Command["do"]> = new Set([
  "touch",
  "swipe-back",
  "key",
  "scroll",
  "display",
  "watch",
]);

/** Whether an action is to be saved even if no program notices it. */
export function lasts(action: WearerAction): boolean {
  return LASTING.has(action.do);
}

/** What the wearer of the watch, who also holds the phone, does to the open world. */
export class WearerActions {
  private woke = false;
  /** The battery is empty: nothing wakes the watch until it is charged. */
  private off = false;

  constructor(
    private readonly world: World,
    private readonly settings: SettingsView,
    private readonly propose: (place: string, options: Json) => void,
  ) {}

  /** Has the watch be off where its battery is empty, and on where it is not. */
  followBattery(): void {
    const { faults, watch } = this.world;
    const { battery, charging } = watch.body;
    const off = battery <= 0 && !charging;
    if (off === this.off) return;
    this.off = off;
    if (off) faults.emptyBattery();
    else faults.chargeBattery();
  }

  /** @throws Error when the settings page is another one by now */
  act(action: WearerAction): void {
    if (this.off && OF_WATCH.has(action.do)) return;
    const { world, settings } = this;
    const { watch, phone, link, faults } = world;
    switch (action.do) {
      case "touch":
        return this.touch(action);
      case "swipe-back":
        return watch.swipeBack();
      case "key":
        return watch.key(action.key);
      case "scroll":
        watch.scroll(action.way, action);
        return;
      case "display":
        return watch.setDisplay(action.on);
      case "watch":
        return action.what === "launch" ? watch.launch() : faults.app.kill();
      case "companion":
        return action.what === "launch"
          ? phone.launch()
          : faults.companion.kill();
      case "use":
        return settings.use(action.place, action.input);
      case "suggest":
        return this.propose(
          action.place,
          settings.suggest(action.place, action.typed),
        );
      case "handle":
        return settings.handle(action);
      case "link":
        return action.near ? link.back() : link.away();
      case "clock":
        return faults.jumpClock(action.ms);
      case "set-clock":
        return faults.jumpClock(action.wallMs - world.wallMs);
      case "body":
        Object.assign(watch.body, action.change);
        watch.bodyChanged();
        return this.followBattery();
      case "run":
        return justRan(watch.body, action.minutes);
    }
  }

  /** A touch that wakes the display does nothing else, not even when the finger leaves. */
  private touch({ phase, x, y }: Extract<WearerAction, { do: "touch" }>): void {
    const { watch } = this.world;
    if (phase === "down") this.woke = !watch.display.on;
    if (phase === "down" || !this.woke) watch.touch(phase, x, y);
  }
}
