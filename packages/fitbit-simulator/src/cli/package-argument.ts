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
  const file = requireOne("FILE.fba", names);
  return { file, pkg: requirePackage(quoted(file), file) };
}

/**
 * The one argument that is no option.
 * @param what it is, for the message
 * @throws ArgumentError when there is none or more than one
 */
export function requireOne(what: string, names: readonly string[]): string {
  const [one, more] = names;
  if (one === undefined) throw new ArgumentError(`${what} is missing`);
  if (more !== undefined) {
    throw new ArgumentError(
      `one package at a time; unexpected ${quoted(more)}`,
    );
  }
  return one;
}
