import type { Body, WorldEvent } from "../../engine";

/** Virtual seconds a real second; 0 is paused, `max` as fast as the machine goes. */
export type Speed = 0 | 1 | 10 | 60 | "max";

/** Of the wearer and the watch, what the page lets one change. */
export type BodyChange = Partial<
  Pick<Body, "heartRate" | "onWrist" | "battery" | "charging">
>;

/** How watch and phone are set up; a change restarts both, as it would on the real ones. */
export interface Setup {
  /** Watch model by code name. */
  readonly target: string;
  readonly locale: string;
  /** Permissions the wearer has refused. */
  readonly refused: readonly string[];
}

/** What the page asks of the world. */
export type Command =
  /** Opens what was open before a reload, else the package at `home`. */
  | { readonly do: "start"; readonly home: string; readonly fresh: boolean }
  | {
      readonly do: "open";
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly do: "speed"; readonly speed: Speed }
  /** Runs fast to the next vibration. */
  | { readonly do: "next-cue" }
  | { readonly do: "tap"; readonly id: string }
  | {
      readonly do: "touch";
      readonly phase: "down" | "move" | "up" | "cancel";
      readonly x: number;
      readonly y: number;
    }
  | { readonly do: "swipe-back" }
  | { readonly do: "key"; readonly key: "up" | "down" | "back" }
  | { readonly do: "display"; readonly on: boolean }
  | { readonly do: "watch"; readonly what: "launch" | "kill" }
  | { readonly do: "link"; readonly near: boolean }
  | { readonly do: "clock"; readonly ms: number }
  | { readonly do: "body"; readonly change: BodyChange }
  /** A run of so many minutes has just ended: steps and heart rate by the minute. */
  | { readonly do: "run"; readonly minutes: number }
  | { readonly do: "setup"; readonly setup: Setup }
  | { readonly do: "reset" }
  | { readonly do: "save" }
  | { readonly do: "ping" };

/** The package that is open. */
export interface About {
  readonly name: string;
  readonly appId: string;
  readonly kind: "app" | "clockface";
  readonly targets: readonly string[];
  /** Languages the watch app has strings for, e.g. `en-us`. */
  readonly languages: readonly string[];
  readonly permissions: readonly string[];
  readonly setup: Setup;
  readonly screen: { readonly width: number; readonly height: number };
  /** The app's icon as a data URL. */
  readonly icon: string | undefined;
  /** Name of the file that was dropped; undefined for the page's own package. */
  readonly file: string | undefined;
}

/** A place on the screen that takes touches. */
export interface Target {
  readonly id: string;
  /** What it says, for those who do not see it. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the screen shows. */
export interface Screen {
  readonly view: string;
  readonly svg: string;
  readonly targets: readonly Target[];
  /** All that is written on it, top to bottom. */
  readonly texts: readonly string[];
}

/** The world as it is. */
export interface WorldState {
  /** Virtual milliseconds since the page opened this package. */
  readonly nowMs: number;
  /** The watch's wall clock, epoch milliseconds. */
  readonly wallMs: number;
  /** Minutes east of Greenwich. */
  readonly zoneMinutes: number;
  readonly speed: Speed;
  /** Virtual time a unit of real time right now: fast time waits for the wearer. */
  readonly rate: number;
  readonly waiting: boolean;
  readonly running: boolean;
  readonly displayOn: boolean;
  readonly exercise: "started" | "paused" | "stopped";
  readonly near: boolean;
  readonly body: Required<BodyChange>;
  readonly heap: { readonly used: number; readonly limit: number };
}

/** What the world tells the page. */
export type Report =
  | { readonly kind: "opened"; readonly about: About }
  /** Something could not be done; what was there before goes on. */
  | { readonly kind: "refused"; readonly what: string; readonly why: string }
  | {
      readonly kind: "tick";
      readonly state: WorldState;
      /** Null while nothing is shown; undefined when it is as before. */
      readonly screen: Screen | null | undefined;
      readonly events: readonly WorldEvent[];
    }
  | { readonly kind: "pong" };
