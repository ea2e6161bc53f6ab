import { parseArgs } from "node:util";
import { ACTIONS, type Action, actionFault } from "./actions";

/** What `npm run session` was asked to do. */
export interface SessionOptions {
  packageFile: string | undefined;
  routineFile: string | undefined;
  /** The phone's settings before the launch, as the platform stores them. */
  settingsFile: string | undefined;
  /** Virtual seconds a real second, or Infinity for as fast as it goes. */
  speed: number;
  seed: number;
  jitterMs: number;
  display: "on" | "off" | "auto";
  format: "ndjson" | "text";
  untilSeconds: number | undefined;
  stateFolder: string | undefined;
  /** Undefined: tap `start`, and `done` once the summary shows. */
  actions: Action[] | undefined;
}

/** An argument that makes no sense; the message says which and why. */
export class ArgumentError extends Error {}

/** Text in lines that fit behind the option names. */
function folded(text: string): string {
  const indent = " ".repeat(24);
  return text.replace(/(.{1,54})(?: |$)/g, `${indent}$1\n`).trimEnd();
}

/** The options of the command, for people. */
export const USAGE = `npm run -s session -- [options]
  --package FILE        any SDK 6 .fba (default build/app.fba, built when stale)
  --routine FILE        the routine to play, as JSON
  --settings FILE       the phone's settings: a JSON object of strings
  --speed max|N         virtual seconds a second (default max)
  --seed N              seed of all chance (default 1)
  --jitter MS           each timer fires up to MS late (default 0)
  --display on|off|auto auto goes dark 10 s after a touch (default auto)
  --format ndjson|text  (default ndjson)
  --until SECONDS       end there
  --state DIR           keep what watch and phone hold between runs
  --do "SECONDS:ACTION" any number; ACTION is
${folded(ACTIONS.join(", "))}`;

/** What was given, as a message of one line can show it. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

function numberFrom(
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

function oneOf<T extends string>(
  option: string,
  text: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((value) => value === text);
  if (found) return found;
  throw new ArgumentError(
    `--${option} is ${quoted(text)}; allowed: ${allowed.join(", ")}`,
  );
}

function action(text: string): Action {
  const match = /^(\d+(?:\.\d+)?):([a-z-]+)(?::(.*))?$/s.exec(text);
  const wrong = (why: string): never => {
    throw new ArgumentError(`--do is ${quoted(text)}; ${why}`);
  };
  if (!match) return wrong('allowed: "SECONDS:ACTION", such as "1:tap:start"');
  const [, seconds, name, value] = match;
  const fault = actionFault(name!, value);
  if (fault) return wrong(fault);
  return { at: Number(seconds), name: name!, value: value ?? "" };
}

/**
 * Refuses what only looks like many short options: taking it apart costs the square of its length.
 * @throws ArgumentError
 */
export function refuseShortOptions(args: string[]): void {
  const found = args.find((arg) => /^-[^-].{20}/s.test(arg));
  if (found === undefined) return;
  const start = quoted(found.slice(0, 20));
  throw new ArgumentError(`Unknown option ${start}; options begin with --`);
}

/** Reads the command's arguments; throws an ArgumentError of one line. */
export function sessionOptions(args: string[]): SessionOptions | "help" {
  refuseShortOptions(args);
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        package: { type: "string" },
        routine: { type: "string" },
        settings: { type: "string" },
        speed: { type: "string", default: "max" },
        seed: { type: "string", default: "1" },
        jitter: { type: "string", default: "0" },
        display: { type: "string", default: "auto" },
        format: { type: "string", default: "ndjson" },
        until: { type: "string" },
        state: { type: "string" },
        do: { type: "string", multiple: true },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    const [first] = (error as Error).message.split("\n");
    const negative = /^Option '(--\w+)/.exec(first!);
    throw new ArgumentError(
      first!.includes("ambiguous") && negative
        ? `${negative[1]} has no value, or a negative one, which is never allowed`
        : first,
    );
  }
  if (values.help) return "help";
  const actions = values.do?.map(action).sort((a, b) => a.at - b.at);
  return {
    packageFile: values.package,
    routineFile: values.routine,
    settingsFile: values.settings,
    speed:
      values.speed === "max"
        ? Infinity
        : numberFrom("speed", values.speed, 0.01, 1e6),
    seed: numberFrom("seed", values.seed, 0, 4294967295),
    jitterMs: numberFrom("jitter", values.jitter, 0, 60000),
    display: oneOf("display", values.display, ["on", "off", "auto"]),
    format: oneOf("format", values.format, ["ndjson", "text"]),
    untilSeconds:
      values.until === undefined
        ? undefined
        : numberFrom("until", values.until, 0, 1e7),
    stateFolder: values.state,
    actions,
  };
}
