import type { Json, World } from "../../engine";
import type { Command } from "./protocol";
import { justRan } from "./run";
import type { SettingsView } from "./settings";

/** Commands that do something to the world that is open, and to nothing else. */
export type Deed = Exclude<
  Command,
  {
    readonly do:
      | "start"
      | "open"
      | "setup"
      | "reset"
      | "save"
      | "speed"
      | "next-cue"
      | "settings"
      | "ping";
  }
>;

/** What changes the world without the programs' doing, and so is to be kept at once. */
const LASTING: ReadonlySet<Command["do"]> = new Set([
  "link",
  "clock",
  "body",
  "run",
]);

/** Whether a deed is to be kept even if no program notices it. */
export function lasts(deed: Deed): boolean {
  return LASTING.has(deed.do);
}

/** The hands of whoever wears the watch and holds the phone. */
export class Hands {
  private woke = false;

  constructor(
    private readonly world: World,
    private readonly settings: SettingsView,
    private readonly propose: (place: string, options: Json) => void,
  ) {}

  /** @throws Error when the settings page is another one by now */
  act(deed: Deed): void {
    const { world, settings } = this;
    const { watch, phone, link } = world;
    switch (deed.do) {
      case "touch":
        return this.touch(deed);
      case "swipe-back":
        return watch.swipeBack();
      case "scroll":
        watch.scroll(deed.way, deed);
        return;
      case "display":
        return watch.setDisplay(deed.on);
      case "watch":
        return deed.what === "launch" ? watch.launch() : watch.kill();
      case "companion":
        return deed.what === "launch" ? phone.launch() : phone.kill();
      case "use":
        return settings.use(deed.place, deed.input);
      case "suggest":
        return this.propose(
          deed.place,
          settings.suggest(deed.place, deed.typed),
        );
      case "handle":
        return settings.handle(deed);
      case "link":
        return deed.near ? link.back() : link.away();
      case "clock":
        return world.jumpClock(deed.ms);
      case "body":
        Object.assign(watch.body, deed.change);
        return watch.bodyChanged();
      case "run":
        return justRan(watch.body, deed.minutes);
    }
  }

  /** A touch that wakes the display does nothing else, not even when the finger leaves. */
  private touch({ phase, x, y }: Extract<Deed, { do: "touch" }>): void {
    const { watch } = this.world;
    if (phase === "down") this.woke = !watch.display.on;
    if (phase === "down" || !this.woke) watch.touch(phase, x, y);
  }
}
