/** A button of the case that programs hear, by the name that its key events have. */
export type WatchButton = "back" | "up" | "down";

/** What distinguishes the watch models. A new model is one more line of {@link WATCH_MODELS}. */
export interface WatchModel {
  /** Name in shops, e.g. `Versa 3`. */
  readonly name: string;
  /** Metal of the case, for those who draw the watch. */
  readonly case: "aluminium" | "steel";
  /** Its shape: `round` edges all about, `square` with a strap as wide, `angular` and wide. */
  readonly body: "round" | "square" | "angular";
  /** Pixels. */
  readonly screen: ScreenSize;
  /** The SDK whose packages it runs. */
  readonly sdk: 4 | 6;
  readonly buttons: readonly WatchButton[];
  /** Modules of sensors that it does not have. */
  readonly lacks: readonly string[];
}

/** Pixels across and down. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels of the screen of SDK 6; for bundles whose manifest names no size, too. */
export const WATCH_SCREEN: ScreenSize = { width: 336, height: 336 };

const NEWER = {
  body: "round",
  screen: WATCH_SCREEN,
  sdk: 6,
  // Their one button is the system's.
  buttons: [],
  lacks: [],
} as const;

const VERSA = {
  case: "aluminium",
  body: "square",
  screen: { width: 300, height: 300 },
  sdk: 4,
} as const;

/**
 * Watch models by the code name that a package's `buildTargets` use, the newest generation first.
 * Screens are those of the SDK; buttons and sensors those of the makers' product pages.
 */
const WATCH_MODELS: Readonly<Record<string, WatchModel>> = {
  atlas: { name: "Versa 3", case: "aluminium", ...NEWER },
  vulcan: { name: "Sense", case: "steel", ...NEWER },
  hera: { name: "Versa 4", case: "aluminium", ...NEWER },
  rhea: { name: "Sense 2", case: "steel", ...NEWER },
  mira: {
    name: "Versa 2",
    ...VERSA,
    buttons: ["back"],
    lacks: ["gyroscope", "orientation"],
  },
  gemini: {
    name: "Versa Lite",
    ...VERSA,
    buttons: ["back"],
    lacks: ["gyroscope", "orientation", "barometer"],
  },
  meson: {
    name: "Versa",
    ...VERSA,
    buttons: ["back", "up", "down"],
    lacks: [],
  },
  higgs: {
    name: "Ionic",
    case: "aluminium",
    body: "angular",
    screen: { width: 348, height: 250 },
    sdk: 4,
    buttons: ["back", "up", "down"],
    lacks: [],
  },
};

/** Code names of all models. */
export const MODELS: readonly string[] = Object.keys(WATCH_MODELS);

/** The model with a code name; undefined when the table does not know it. */
export function watchModel(target: string): WatchModel | undefined {
  return Object.hasOwn(WATCH_MODELS, target) ? WATCH_MODELS[target] : undefined;
}

/** What a watch is called in shops; its code name when the table does not know it. */
export function modelName(target: string): string {
  return watchModel(target)?.name ?? target;
}
