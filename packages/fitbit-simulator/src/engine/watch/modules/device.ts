import { asNumber, asText, type Operations } from "../../context";
import { GuestError } from "../../vm/sandbox";
import { modelName } from "../models";
import type { WorldContext } from "../../context";
import type { PackageManifest } from "../../package/manifest";
import type { WatchBundle } from "../../package/open";
import type { PermissionCheck } from "../../package/permissions";
import type { Body } from "../body";
import type { Display } from "../display";
import type { Program } from "../../program";
import type { Ticks } from "../ticks";

/** Patterns the vibration motor knows, from the SDK's type definitions. */
const PATTERNS = new Set([
  "alert",
  "bump",
  "confirmation",
  "confirmation-max",
  "nudge",
  "nudge-max",
  "ping",
  "ring",
]);

const BRIGHTNESS = new Set(["dim", "normal", "max"]);

/** What the watch's small modules need of it and of the app that runs. */
export interface DeviceContext {
  readonly world: Pick<WorldContext, "emit" | "locale" | "clockDisplay">;
  readonly program: Pick<Program, "log" | "miss" | "requestExit" | "sandbox">;
  readonly manifest: PackageManifest;
  readonly bundle: WatchBundle;
  readonly body: Body;
  readonly display: Display;
  readonly ticks: Ticks;
  readonly counters: { vibrations: number };
  readonly granted: PermissionCheck;
  /** What another launch of the app passed to this one, as text. */
  readonly launchArguments: string | undefined;
  memory(): WatchMemory;
  /** How full the heap is, as `memory.monitor.pressure` tells it. */
  memoryPressure(): MemoryPressure;
  /** The wearer did something, or the app asked for light: the timeout starts anew. */
  noticeActivity(): void;
  /** Whether the system closes an app that nobody touches. */
  timeoutEnabled(): boolean;
  setTimeoutEnabled(on: boolean): void;
  /** Starts the app anew once it has ended, with arguments packed as text. */
  relaunch(args: string | undefined): void;
  /** A message of the app in the wearer's language. */
  translate(message: string): string;
}

/** The watch's heap in whole bytes of JerryScript, the system's part included. */
export interface WatchMemory {
  readonly used: number;
  readonly peak: number;
  readonly total: number;
}

/** How full the heap is: `high` above 75 %, `critical` above 90 %. */
export type MemoryPressure = "normal" | "high" | "critical";

/** The operations of the watch's small modules: haptics, display, appbit, device, settings, memory. */
export function deviceOperations(context: DeviceContext): Operations {
  const { world, program, manifest, bundle, display, ticks, granted } = context;
  const { screen } = bundle.manifest;
  const about: Readonly<Record<string, string | number | undefined>> = {
    modelName: modelName(bundle.target),
    modelId: bundle.target,
    type: "WATCH",
    bodyColor: "black",
    firmwareVersion: "36.128.6.17",
    width: screen.width,
    height: screen.height,
    lastSyncTime: 0,
    applicationId: manifest.appId,
    buildId: manifest.buildId,
    launchArguments: context.launchArguments,
  };
  return {
    vibrate: (pattern) => {
      const name = asText(pattern);
      if (!PATTERNS.has(name)) {
        program.log(
          "warn",
          `unknown vibration pattern ${JSON.stringify(name)}`,
        );
        return false;
      }
      context.counters.vibrations += 1;
      world.emit({ type: "vibrate", pattern: name });
      return true;
    },
    "vibrate.stop": () => world.emit({ type: "stop" }),
    "display.get": (name) => {
      switch (name) {
        case "on":
          return display.on;
        case "autoOff":
          return display.autoOff;
        case "brightnessOverride":
          return display.brightness;
        case "aodAvailable":
          return true;
        case "aodEnabled":
          return display.alwaysOn;
        case "aodAllowed":
          return display.allowsAlwaysOn;
        default:
          return false;
      }
    },
    "display.set": (name, value) => {
      if (name === "on") display.switchByApp(value === true);
      if (name === "autoOff") display.autoOff = value !== false;
      if (name === "aodAllowed") {
        display.allowsAlwaysOn = value === true && granted("access_aod");
      }
      if (name === "brightnessOverride") {
        if (value !== undefined && !BRIGHTNESS.has(asText(value))) {
          throw new GuestError(`no such brightness: ${asText(value)}`);
        }
        display.brightness = value === undefined ? undefined : asText(value);
      }
    },
    "display.poke": () => {
      display.poke();
      context.noticeActivity();
    },
    "app.get": (name) =>
      name === "appTimeoutEnabled"
        ? context.timeoutEnabled()
        : about[asText(name)],
    "app.set": (_name, value) => {
      context.setTimeoutEnabled(value !== false);
    },
    exit: () => program.requestExit(),
    "app.launch": (id, args) => {
      // No other app is installed here: all that can be started is this one, anew.
      if (asText(id) !== manifest.appId) {
        program.miss("function", `system.launchApp ${asText(id)}`);
        return;
      }
      context.relaunch(args === undefined ? undefined : asText(args));
      program.requestExit();
    },
    permission: (name) => granted(asText(name)),
    "device.get": (name) => about[asText(name)],
    "preference.get": (name) => {
      switch (name) {
        case "clockDisplay":
          return world.clockDisplay;
        case "firstDayOfWeek":
          return 1;
        case "language":
          // The watch writes it in small letters, the phone does not.
          return world.locale.toLowerCase();
        case "temperature":
          return "C";
        case "poolLength":
          return 25;
        default:
          return "metric";
      }
    },
    gettext: (message) => context.translate(asText(message)),
    "memory.get": (name) => {
      const { used, peak, total } = context.memory();
      if (name === "used") return used;
      if (name === "peak") return peak;
      return name === "total" ? total : context.memoryPressure();
    },
    "clock.get": () => ticks.granularity,
    "clock.set": (_name, value) => {
      ticks.granularity = asText(value);
    },
    frame: () => ticks.requestFrame(),
    "profile.zone": (bpm) => {
      const most = 220 - context.body.profile.age;
      const share = asNumber(bpm) / most;
      if (share < 0.5) return "out-of-range";
      if (share < 0.7) return "fat-burn";
      return share < 0.85 ? "cardio" : "peak";
    },
  };
}
