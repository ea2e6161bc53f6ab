import { ArgumentError, quoted, requirePackage } from "../run";
import type { FitbitPackage } from "../engine";

/**
 * Opens the one package that a command names.
 * @throws ArgumentError when there is none or more than one, or it is no package
 */
export function requirePackageArgument(names: readonly string[]): {
  file: string;
  pkg: FitbitPackage;
} {
  const [file, more] = names;
  if (file === undefined) throw new ArgumentError("FILE.fba is missing");
  if (more !== undefined) {
    throw new ArgumentError(
      `one package at a time; unexpected ${quoted(more)}`,
    );
  }
  return { file, pkg: requirePackage(quoted(file), file) };
}
