import type { Operations } from "./context";

/** SDK modules that belong together: what a program sees of them, and what the host does for them. */
export interface SdkModule<Context> {
  /** Guest files from the engine's folder, in the order in which they run. */
  readonly guest: readonly string[];
  /** The operations that these files call; none when left out. */
  readonly operations?: (context: Context) => Operations;
}

/** All guest files of these modules, in their order. */
export function guestFilesOf<Context>(
  modules: readonly SdkModule<Context>[],
): string[] {
  return modules.flatMap(({ guest }) => guest);
}

/** All operations of these modules in one table. */
export function operationsOf<Context>(
  modules: readonly SdkModule<Context>[],
  context: Context,
): Operations {
  const tables = modules.map(({ operations }) => operations?.(context) ?? {});
  return Object.assign({}, ...tables) as Operations;
}
