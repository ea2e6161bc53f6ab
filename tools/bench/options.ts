import { ArgumentError, parseArguments } from "fitbit-simulator/run";
import type { Engines } from "./jerryscript/rows";

/** What `npm run bench` was asked to measure. */
export type BenchOptions =
  | { of: "page"; before?: string }
  | { of: "models"; jerryscript?: string }
  | ({ of: "package" } & Engines);

/** The options of the command, for people. */
export const USAGE = `npm run bench -- [options]
  --jerryscript FILE     also what the app leaves of the memory of a watch, in
                         a JerryScript of 32 bits with a heap of 64 KB
                         (what it has to offer: docs/jerryscript.md)
  --jerryscript-64 FILE  also the instructions that it takes, in a JerryScript
                         of 64 bits with a large heap; needs valgrind
  --page                 instead, what the simulator's page costs in a browser
  --before FOLDER        with --page: instead, how long it takes to open this
                         app's package and to play its session, of what the page
                         of another checkout takes, which has its dependencies
  --models               instead, a default session on each of the eight models,
                         as a table; with --jerryscript another one of what
                         both packages leave of the memory of a watch
  --help                 this text`;

/**
 * The command's options, or that it was asked for help.
 * @throws ArgumentError with a message of one line
 */
export function benchOptions(args: string[]): BenchOptions | "help" {
  const { values } = parseArguments({
    args,
    options: {
      jerryscript: { type: "string" },
      "jerryscript-64": { type: "string" },
      page: { type: "boolean" },
      before: { type: "string" },
      models: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "help";
  const { before, jerryscript, "jerryscript-64": jerryscript64 } = values;
  if (values.page) {
    if (
      values.models ||
      jerryscript !== undefined ||
      jerryscript64 !== undefined
    ) {
      throw new ArgumentError(
        "--page measures the page alone: it goes with no other option but --before",
      );
    }
    return { of: "page", before };
  }
  if (before !== undefined) {
    throw new ArgumentError("--before goes with --page only");
  }
  if (!values.models) return { of: "package", jerryscript, jerryscript64 };
  if (jerryscript64 !== undefined) {
    throw new ArgumentError(
      "--models counts no instructions: it does not go with --jerryscript-64",
    );
  }
  return { of: "models", jerryscript };
}
