import { availableParallelism } from "node:os";
import {
  ArgumentError,
  asCommand,
  parseArguments,
  quoted,
} from "fitbit-simulator/run";

/** An argument that a command cannot use; the message is one line and says what is allowed. */
export class OptionError extends ArgumentError {}

/** One option of a command, and how its text becomes a value. */
export interface Option<T> {
  /** How the value looks in the help, such as "N". */
  readonly form: string;
  readonly help: string;
  /** @throws OptionError when the text is not allowed */
  readonly read: (texts: string[], name: string) => T;
}

type Values<O> = {
  [name in keyof O]: O[name] extends Option<infer T> ? T : never;
};

/** A whole number from `least` to `most`; `fallback` when it is left out. */
export function wholeNumber(
  help: string,
  fallback: number,
  least = 1,
  most = 999_999_999,
): Option<number> {
  return {
    form: "N",
    help: `${help} (default ${fallback})`,
    read: ([text], name) => {
      if (text === undefined) return fallback;
      const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
      if (value >= least && value <= most) return value;
      throw new OptionError(
        `--${name} is ${quoted(text)}; allowed: a whole number from ${least} to ${most}`,
      );
    },
  };
}

/** A text, undefined when it is left out. */
export function text(form: string, help: string): Option<string | undefined> {
  return { form, help, read: ([text]) => text };
}

/** Any number of texts. */
export function texts(form: string, help: string): Option<string[]> {
  return { form, help, read: (texts) => texts };
}

// What more than one command has.
/** Seeds are 32 bits wide. */
export const SEED = wholeNumber(
  "seed of everything random",
  1,
  0,
  4_294_967_295,
);
/** Most steps of a life. */
export const STEPS = 60;
export const JOBS = wholeNumber(
  "processes side by side",
  availableParallelism(),
);
export const PACKAGE = text(
  "FILE",
  "the .fba to try (default build/app.fba, built when out of date)",
);

/** The help of a command, a line for each option. */
export function usage(
  command: string,
  options: Readonly<Record<string, Option<unknown>>>,
): string {
  const rows = Object.entries(options).map(
    ([name, { form, help }]) => [`--${name} ${form}`, help] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length));
  return [
    `npm run -s ${command} -- [options]`,
    ...rows.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`),
  ].join("\n");
}

/**
 * The value of every option.
 * @throws ArgumentError for an unknown option or a value that is not allowed
 */
export function parseOptions<
  O extends Readonly<Record<string, Option<unknown>>>,
>(options: O, args: string[]): Values<O> {
  const names = Object.keys(options);
  const given = parseArguments({
    args,
    options: Object.fromEntries(
      names.map((name) => [name, { type: "string", multiple: true } as const]),
    ),
  }).values;
  const values = names.map((name) => {
    const texts = (given[name] ?? []) as string[];
    return [name, options[name]!.read(texts, name)] as const;
  });
  return Object.fromEntries(values) as Values<O>;
}

/** Exit code of every command that could not do its work, as for arguments that it cannot use. */
const NOT_DONE = 2;

/**
 * Runs a command: prints its help when asked for it, reads its options, and
 * ends the process with the exit code that `run` returns.
 */
export async function runCommand<
  O extends Readonly<Record<string, Option<unknown>>>,
>(
  name: string,
  options: O,
  run: (values: Values<O>) => number | Promise<number>,
): Promise<void> {
  const args = process.argv.slice(2);
  await asCommand(() => {
    if (!args.includes("--help")) return run(parseOptions(options, args));
    console.log(usage(name, options));
    return 0;
  }, NOT_DONE);
}
