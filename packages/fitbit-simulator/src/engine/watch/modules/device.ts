import { asNumber, asText, type Ops } from "../../context";
import { GuestError } from "../../vm/sandbox";
import { modelName } from "../models";
import type { Process } from "../process";

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

/** The calls of the watch's small modules: haptics, display, appbit, device, settings, memory. */
export function deviceOps(process: Process): Ops {
  const { watch } = process;
  const { world, display, bundle, pkg } = watch;
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
    applicationId: pkg.manifest.appId,
    buildId: pkg.manifest.buildId,
    launchArguments: watch.launchArguments,
  };
  return {
    vibrate: (pattern) => {
      const name = asText(pattern);
      if (!PATTERNS.has(name)) {
        process.program.log(
          "warn",
          `unknown vibration pattern ${JSON.stringify(name)}`,
        );
        return false;
      }
      process.counters.vibrations += 1;
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
        display.allowsAlwaysOn = value === true && watch.granted("access_aod");
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
      process.noticeActivity();
    },
    "app.get": (name) =>
      name === "appTimeoutEnabled"
        ? process.timeoutEnabled
        : about[asText(name)],
    "app.set": (_name, value) => {
      process.timeoutEnabled = value !== false;
    },
    exit: () => process.program.requestExit(),
    "app.launch": (id, args) => {
      // No other app is installed here: all that can be started is this one, anew.
      if (asText(id) !== pkg.manifest.appId) {
        process.program.miss("function", `system.launchApp ${asText(id)}`);
        return;
      }
      watch.relaunch(args === undefined ? undefined : asText(args));
      process.program.requestExit();
    },
    permission: (name) => watch.granted(asText(name)),
    "device.get": (name) => about[asText(name)],
    "preference.get": (name) => {
      switch (name) {
        case "clockDisplay":
          return "24h";
        case "firstDayOfWeek":
          return 1;
        case "language":
          return world.locale;
        case "temperature":
          return "C";
        case "poolLength":
          return 25;
        default:
          return "metric";
      }
    },
    gettext: (message) => watch.strings(asText(message)),
    "memory.get": (name) => {
      const { used, peak, limit } = process.program.sandbox.heap;
      if (name === "used") return used;
      if (name === "peak") return peak;
      return name === "total" ? limit : process.pressure;
    },
    "clock.get": () => process.ticks.granularity,
    "clock.set": (_name, value) => {
      process.ticks.granularity = asText(value);
    },
    frame: () => process.ticks.requestFrame(),
    "profile.zone": (bpm) => {
      const most = 220 - watch.body.profile.age;
      const share = asNumber(bpm) / most;
      if (share < 0.5) return "out-of-range";
      if (share < 0.7) return "fat-burn";
      return share < 0.85 ? "cardio" : "peak";
    },
  };
}
