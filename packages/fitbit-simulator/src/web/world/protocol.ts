import type {
  Body,
  DarkReason,
  Json,
  MemoryUse,
  TouchPhase,
  WatchButton,
  Way,
  WorldEvent,
} from "../../engine";

import type { OtherPackage } from "./own-packages";
import type { SeenElement } from "./seen-elements";

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

/** One thing about the setup that is to be another. */
export type SetupChange =
  | { readonly target: string }
  | { readonly locale: string }
  | { readonly permission: string; readonly granted: boolean };

/** What the page asks of the world. */
export type Command =
  /**
   * Opens the package at `home`, or one of `others` for the model that was chosen; unless `fresh` it
   * asks first where a file was open before.
   */
  | {
      readonly do: "start";
      readonly home: string;
      readonly others: readonly OtherPackage[];
      readonly fresh: boolean;
    }
  | {
      readonly do: "open";
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly do: "speed"; readonly speed: Speed }
  /** Runs fast to the next vibration. */
  | { readonly do: "next-cue" }
  | {
      readonly do: "touch";
      readonly phase: TouchPhase;
      readonly x: number;
      readonly y: number;
    }
  /** Scrolls what is at a point of the screen one step on, as wheels and keys do. */
  | {
      readonly do: "scroll";
      readonly way: Way;
      readonly x: number;
      readonly y: number;
    }
  | { readonly do: "swipe-back" }
  | { readonly do: "key"; readonly key: WatchButton }
  | { readonly do: "display"; readonly on: boolean }
  | { readonly do: "watch"; readonly what: "launch" | "kill" }
  | { readonly do: "companion"; readonly what: "launch" | "kill" }
  | { readonly do: "link"; readonly near: boolean }
  /** Opens or closes the settings page on the phone. */
  | { readonly do: "settings"; readonly open: boolean }
  /** Someone uses a widget of the settings page, found by its place on it. */
  | { readonly do: "use"; readonly place: string; readonly input: Json }
  /** Asks a TextInput for proposals. */
  | { readonly do: "suggest"; readonly place: string; readonly typed: string }
  /** Calls a handler of a widget, and stores a value under its key where there is one. */
  | {
      readonly do: "handle";
      readonly place: string;
      readonly handler: string;
      readonly args: readonly Json[];
      readonly store?: string;
    }
  | { readonly do: "clock"; readonly ms: number }
  /** Sets the watch's clock to epoch milliseconds. */
  | { readonly do: "set-clock"; readonly wallMs: number }
  /** Asks for the state as the text of a file. */
  | { readonly do: "export-state" }
  | {
      readonly do: "import-state";
      readonly name: string;
      readonly text: string;
    }
  /** The package at `home` is another one by now. */
  | { readonly do: "reload" }
  | { readonly do: "body"; readonly change: BodyChange }
  /** A run of so many minutes has just ended: steps and heart rate by the minute. */
  | { readonly do: "run"; readonly minutes: number }
  | { readonly do: "setup"; readonly change: SetupChange }
  | { readonly do: "reset" }
  /** Answers `kept`: whether that file is opened, or the package at `home`. */
  | { readonly do: "kept"; readonly open: boolean }
  /** The file that is open is the same app as the other one of its id: it goes on with that state. */
  | { readonly do: "same-app" }
  /** Takes what is stored from the tab that holds it. */
  | { readonly do: "take" }
  | { readonly do: "save" }
  /** Whether the watch's display stays on although nobody touches it. */
  | { readonly do: "hold-display"; readonly on: boolean }
  /** Whether the screen's elements are told as well. */
  | { readonly do: "inspect"; readonly on: boolean }
  /** Asks for the content of a file that the app keeps on the watch. */
  | { readonly do: "read"; readonly name: string }
  /** What the last `tick` told is on the page; that kept its thread busy for so long. */
  | { readonly do: "shown"; readonly tookMs: number }
  | { readonly do: "ping" };

/** The package that is open. */
export interface About {
  readonly name: string;
  readonly appId: string;
  readonly kind: "app" | "clockface";
  /** Models that it can be opened on, also by another package of the page's own app. */
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
  /** Which other app carries its id and keeps something here; undefined when none does. */
  readonly sameId: string | undefined;
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
  /** Something on it can be scrolled. */
  readonly scrolls: boolean;
  /** All that is written on it, top to bottom. */
  readonly texts: readonly string[];
  /** Paths of the images on it, as the app names them. */
  readonly images: readonly string[];
  /** Its elements while they are inspected, else undefined. */
  readonly elements: readonly SeenElement[] | undefined;
}

/** A component of the settings page, ready to be shown. */
export interface Widget {
  /** Where it stands, for `use` and `handle`. */
  readonly place: string;
  readonly component: string;
  /** Props that are plain values. */
  readonly props: Readonly<Record<string, Json>>;
  /** Names of the props that are functions. */
  readonly handlers: readonly string[];
  /** Props that are to be shown rather than read: title, label, description, addAction… */
  readonly parts: Readonly<Record<string, readonly Shown[]>>;
  readonly children: readonly Shown[];
  /** What is stored under its key. */
  readonly stored: string | undefined;
  /** Of the items that an AdditiveList has stored, so many are shown; undefined for other widgets. */
  readonly listed: number | undefined;
  /** How its options or items look where the page draws them itself. */
  readonly items: readonly (readonly Shown[])[] | undefined;
}

/** A component or plain text. */
export type Shown = Widget | string;

/** The phone as it is. */
export interface PhoneStatus {
  readonly near: boolean;
  readonly hasCompanion: boolean;
  readonly hasSettings: boolean;
  /** The settings page opens once the companion has started for the first time. */
  readonly settingsWait: boolean;
  readonly running: boolean;
}

/**
 * Why nothing is going on: the app waits for a touch, it does not run, or nothing has happened on the
 * watch for {@link QUIET_MINUTES}.
 */
export type IdleReason = "touch" | "launch" | "quiet";

/** Minutes of the watch's time without an event or a touch after which nothing is going on. */
export const QUIET_MINUTES = 15;

/** The world as it is. */
export interface WorldStatus {
  /** Virtual milliseconds since the page opened this package. */
  readonly nowMs: number;
  /** The watch's wall clock, epoch milliseconds. */
  readonly wallMs: number;
  /** Minutes east of Greenwich. */
  readonly zoneMinutes: number;
  readonly speed: Speed;
  /** Virtual time a unit of real time right now: fast time waits while nothing is going on. */
  readonly rate: number;
  /** Undefined while something is going on. */
  readonly idle: IdleReason | undefined;
  readonly running: boolean;
  readonly displayOn: boolean;
  /** Why the display is dark; undefined while it is lit. */
  readonly darkReason: DarkReason | undefined;
  readonly exercise: "started" | "paused" | "stopped";
  readonly phone: PhoneStatus;
  readonly body: Required<BodyChange>;
  /** Steps of today, and for how many minutes the watch knows steps and heart rate. */
  readonly activity: { readonly steps: number; readonly minutes: number };
  readonly memory: MemoryUse;
}

/** What is new in the world. */
export interface Tick {
  readonly kind: "tick";
  readonly state: WorldStatus;
  /** Null while nothing is shown; undefined when it is as before. */
  readonly screen: Screen | null | undefined;
  readonly events: readonly WorldEvent[];
  /** Null while the settings page is closed; undefined when it is as before. */
  readonly settings: readonly Shown[] | null | undefined;
}

/** What the world tells the page. */
export type Report =
  | { readonly kind: "opened"; readonly about: About }
  /** This file was open before a reload: the page answers with the command `kept`. */
  | { readonly kind: "kept"; readonly file: string }
  /** Something could not be done; what was there before goes on. */
  | { readonly kind: "refused"; readonly what: string; readonly why: string }
  | Tick
  | {
      readonly kind: "proposals";
      readonly place: string;
      readonly options: Json;
    }
  /** Answers `read`: what a file holds as CBOR; undefined without one, or when it is none. */
  | { readonly kind: "content"; readonly name: string; readonly value: unknown }
  /** Answers `export-state`. */
  | { readonly kind: "state"; readonly text: string }
  /** A copy of what a folder's file holds is here; the folder goes on without it. */
  | { readonly kind: "copied"; readonly name: string }
  /** Something cannot be saved; told each time. */
  | { readonly kind: "unkept"; readonly why: "refused" | "full" | "file" }
  /** Another tab holds what is stored: nothing opens here before that one ends or gives it. */
  | { readonly kind: "elsewhere" }
  /** Another tab has taken what is stored; this world has ended. */
  | { readonly kind: "taken" }
  | { readonly kind: "pong" };
