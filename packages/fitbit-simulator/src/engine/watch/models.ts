/** What distinguishes the watch models of SDK 6. A new model is one more line of {@link WATCH_MODELS}. */
export interface WatchModel {
  /** Name in shops, e.g. `Versa 3`. */
  readonly name: string;
  /** Metal of the case, for those who draw the watch. */
  readonly case: "aluminium" | "steel";
}

/** Watch models by the code name that a package's `buildTargets` use. */
const WATCH_MODELS: Readonly<Record<string, WatchModel>> = {
  atlas: { name: "Versa 3", case: "aluminium" },
  vulcan: { name: "Sense", case: "steel" },
  rhea: { name: "Sense 2", case: "steel" },
  hera: { name: "Versa 4", case: "aluminium" },
};

/** Pixels of the screen of every model above; for bundles whose manifest names no size. */
export const WATCH_SCREEN = { width: 336, height: 336 };

/** The model with a code name; undefined when the table does not know it. */
export function watchModel(target: string): WatchModel | undefined {
  return Object.hasOwn(WATCH_MODELS, target) ? WATCH_MODELS[target] : undefined;
}

/** What a watch is called in shops; its code name when the table does not know it. */
export function modelName(target: string): string {
  return watchModel(target)?.name ?? target;
}
