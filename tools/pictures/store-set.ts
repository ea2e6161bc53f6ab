import { modelName } from "fitbit-simulator";
import manifest from "../../package.json";
import { WATCH_SCREEN } from "./picture";

/** Where the set is that a gallery of apps asks for. */
export const STORE = "docs/store";

/** Watches of the package by code name, and their folders, e.g. `versa-3`. */
export const STORE_WATCHES = manifest.fitbit.buildTargets.map(
  (target) =>
    [target, modelName(target).toLowerCase().replaceAll(" ", "-")] as const,
);

/** The screens that say most, in the order in which they are shown. */
export const STORE_SCREENS = ["home", "lift", "side-left", "next", "summary"];

/** A gallery cuts the corners itself. */
export const STORE_SHAPE = { ...WATCH_SCREEN, cornerRadius: 0 };
