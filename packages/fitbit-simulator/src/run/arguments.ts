import { parseArgs, type ParseArgsConfig } from "node:util";
import { visibleText } from "../visible";

/** An argument that makes no sense; the message is one line that says which and why. */
export class ArgumentError extends Error {}

/** A command cannot do its work, for a reason outside of it; the message says all there is to say. */
export class CommandFailure extends Error {}

/** A given text as a message of one line can show it: in quotes, at most 100 characters of it. */
export function quoted(text: string): string {
  const cut = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return visibleText(JSON.stringify(cut));
}

/**
 * Refuses what only looks like many short options: `parseArgs` takes time in the square of its
 * length.
 * @throws ArgumentError
 */
function refuseShortOptions(args: readonly string[]): void {
  const found = args.find((arg) => /^-[^-].{20}/s.test(arg));
  if (found === undefined) return;
  const start = quoted(found.slice(0, 20));
  throw new ArgumentError(`Unknown option ${start}; options begin with --`);
}

/**
 * Takes a command's arguments apart.
 * @throws ArgumentError for an option that is not known or lacks its value
 */
export function parseArguments<T extends ParseArgsConfig>(
  config: T & { args: string[] },
): ReturnType<typeof parseArgs<T>> {
  refuseShortOptions(config.args);
  try {
    return parseArgs<T>(config);
  } catch (error) {
    const first = (error as Error).message.split("\n")[0]!;
    const negative = /^Option '(--\w+)/.exec(first);
    throw new ArgumentError(
      first.includes("ambiguous") && negative
        ? `${negative[1]} has no value, or a negative one, which is never allowed`
        : first,
    );
  }
}

/**
 * Reads the arguments of a command that has no options of its own.
 * @returns `help` when it was asked for help
 * @throws ArgumentError for any other argument
 */
export function parseNoArguments(args: string[]): "help" | undefined {
  const options = { help: { type: "boolean" } } as const;
  return parseArguments({ args, options }).values.help ? "help" : undefined;
}

/**
 * The number that an option gives, from `min` to `max`.
 * @throws ArgumentError
 */
export function requireNumber(
  option: string,
  text: string,
  min: number,
  max: number,
): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= min && value <= max)) {
    throw new ArgumentError(
      `--${option} is ${quoted(text)}; allowed: a number from ${min} to ${max}`,
    );
  }
  return value;
}

/**
 * The whole number that an option gives, from `min` to `max`, in decimal digits.
 * @throws ArgumentError
 */
export function requireWhole(
  option: string,
  text: string,
  min: number,
  max: number,
): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new ArgumentError(
    `--${option} is ${quoted(text)}; allowed: a whole number from ${min} to ${max}`,
  );
}

/**
 * The word that an option gives, one of those allowed.
 * @throws ArgumentError
 */
export function requireOneOf<T extends string>(
  option: string,
  text: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw new ArgumentError(
    `--${option} is ${quoted(text)}; allowed: ${allowed.join(", ")}`,
  );
}
