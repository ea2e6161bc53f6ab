import { stepsOf } from "../../phone/coach/steps";
import { ArgumentError, parseArguments, quoted } from "fitbit-simulator/run";

/** What `npm run coach` was asked to do. */
export interface CoachOptions {
  file: string;
  /** Steps at the start, by exercise. */
  steps: { readonly [exercise: string]: number };
  settingsFile: string | undefined;
}

/** What the command says when it is asked for help. */
export const USAGE = `npm run -s coach -- FILE [options]
  FILE                  sessions as npm run -s phone -- --export json prints them,
                        with their checks; taken in the order of the file
  --steps LIST          where exercises begin: hip-raise=1,plank=2 (default: the level's)
  --settings FILE       settings as a JSON object of strings: {"coach":"auto"}
prints a line of JSON for each session: what the coach decided and why`;

/** @throws {ArgumentError} When it is no list of steps. */
function parseSteps(text: string): CoachOptions["steps"] {
  const steps: { [exercise: string]: number } = {};
  text.split(",").forEach((one) => {
    const [exercise = "", number = ""] = one.split("=");
    const most = stepsOf(exercise).length - 1;
    if (most < 0) {
      throw new ArgumentError(
        `--steps has ${quoted(exercise)}; allowed: an exercise with steps, such as plank=2`,
      );
    }
    if (!/^\d+$/.test(number) || Number(number) > most) {
      throw new ArgumentError(
        `--steps has ${quoted(one)}; allowed: ${exercise}=0 to ${most}`,
      );
    }
    steps[exercise] = Number(number);
  });
  return steps;
}

/**
 * The command's options, or that it was asked for help.
 * @throws {ArgumentError} With a message of one line.
 */
export function parseCoachOptions(args: string[]): CoachOptions | "help" {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: {
      steps: { type: "string" },
      settings: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "help";
  const [file] = positionals;
  if (positionals.length !== 1 || file === undefined) {
    throw new ArgumentError(
      `${positionals.length} files are given; allowed: one FILE of sessions`,
    );
  }
  return {
    file,
    steps: values.steps === undefined ? {} : parseSteps(values.steps),
    settingsFile: values.settings,
  };
}
