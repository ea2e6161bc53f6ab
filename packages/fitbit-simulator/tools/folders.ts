import { join, resolve } from "node:path";

/** The package's own folder. */
export const PACKAGE = resolve(__dirname, "..");
export const SOURCES = join(PACKAGE, "src");
export const DIST = join(PACKAGE, "dist");
/** The bundles for Node; their files expect to lie two folders below the package's own. */
export const NODE = join(DIST, "node");
/** Type declarations. */
export const TYPES = join(DIST, "types");
/** The page. */
export const WEB = join(DIST, "web");
/** The licence notices; of all that is built they are written last. */
export const NOTICES = join(DIST, "THIRD-PARTY.txt");
