import {
  RUN_HELP,
  RUN_OPTIONS,
  type RunOptions,
  parseArguments,
  runOptions,
} from "fitbit-simulator/run";
import { ANSWERS, OWN_ACTIONS } from "./answers";

/** What `npm run session` was asked to do. */
export interface SessionOptions extends RunOptions {
  readonly packageFile: string | undefined;
  readonly routineFile: string | undefined;
}

const ANSWER_HELP = ANSWERS.map((one) => " ".repeat(24) + one).join("\n");

/** The options of the command, for people. */
export const USAGE = `npm run -s session -- [options]
  --package FILE        any .fba of SDK 4 to 6 (default this app for the model, built when stale)
  --routine FILE        the routine to play, as JSON
${RUN_HELP}
                        and answer:QUESTION:WORD, of which there are
${ANSWER_HELP}`;

/**
 * Reads the command's arguments. Without actions, the session is started and its summary left.
 * @throws ArgumentError
 */
export function sessionOptions(args: string[]): SessionOptions | "help" {
  const { values } = parseArguments({
    args,
    options: {
      package: { type: "string" },
      routine: { type: "string" },
      ...RUN_OPTIONS,
    },
  });
  if (values.help) return "help";
  return {
    packageFile: values.package,
    routineFile: values.routine,
    ...runOptions(values, OWN_ACTIONS),
  };
}
