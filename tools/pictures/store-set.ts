import { WATCH_SCREEN } from "./picture";

/** Where the set is that a gallery of apps asks for. */
export const STORE = "docs/store";

/** A folder for each size of screen: what models of one size show is the same. */
export const STORE_FOLDERS = ["336x336"];

/** The screens that say most, in the order in which they are shown. */
export const STORE_SCREENS = ["home", "lift", "side-left", "next", "summary"];

/** A gallery cuts the corners itself. */
export const STORE_SHAPE = { ...WATCH_SCREEN, cornerRadius: 0 };
