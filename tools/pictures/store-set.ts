import { watchModel } from "fitbit-simulator";

/** Where the set is that a gallery of apps asks for. */
export const STORE = "docs/store";

/** A model for each size of screen: what models of one size show is the same. */
export const STORE_MODELS = ["atlas", "meson", "higgs"];

/** The folder of a model's screens, by their size. */
export function storeFolder(model: string): string {
  const { width, height } = watchModel(model)!.screen;
  return `${width}x${height}`;
}

/** The screens that say most, in the order in which they are shown. */
export const STORE_SCREENS = ["home", "lift", "side-left", "next", "summary"];
