import { type DisplayMode, modelName, MODELS } from "../engine";
import type { Action, ActionTable } from "./action";
import { ACTIONS, actionFault } from "./actions";
import {
  ArgumentError,
  quoted,
  requireNumber,
  requireOneOf,
  requireWhole,
} from "./arguments";

/** What a run is asked to do with a package. */
export interface RunOptions {
  /** The phone's settings before the launch, as the platform stores them. */
  readonly settingsFile: string | undefined;
  /** Virtual seconds a real second, or Infinity for as fast as it goes. */
  readonly speed: number;
  readonly seed: number;
  /** Code name of the watch model; the package's first one when undefined. */
  readonly model: string | undefined;
  readonly jitterMs: number;
  readonly display: DisplayMode;
  readonly format: "ndjson" | "text";
  /** Where the run ends, in virtual seconds. */
  readonly untilSeconds: number | undefined;
  readonly stateFolder: string | undefined;
  /** What happens when, in order of time; undefined when none was given. */
  readonly actions: readonly Action[] | undefined;
}

/** The options of a run as {@link parseArguments} takes them. */
export const RUN_OPTIONS = {
  settings: { type: "string" },
  speed: { type: "string", default: "max" },
  seed: { type: "string", default: "1" },
  model: { type: "string" },
  jitter: { type: "string", default: "0" },
  display: { type: "string", default: "auto" },
  format: { type: "string", default: "ndjson" },
  until: { type: "string" },
  state: { type: "string" },
  do: { type: "string", multiple: true },
  help: { type: "boolean", default: false },
} as const;

/** What {@link parseArguments} makes of {@link RUN_OPTIONS}. */
export interface RunValues {
  readonly settings?: string;
  readonly speed: string;
  readonly seed: string;
  readonly model?: string;
  readonly jitter: string;
  readonly display: string;
  readonly format: string;
  readonly until?: string;
  readonly state?: string;
  readonly do?: string[];
}

/** Seconds of virtual time at the most: four months. */
const MOST_SECONDS = 1e7;

/** Text in lines that fit behind the option names. */
function folded(text: string): string {
  const indent = " ".repeat(24);
  return text.replace(/(.{1,54})(?: |$)/g, `${indent}$1\n`).trimEnd();
}

/** Models as help tells them. */
function modelNames(): string {
  return MODELS.map((model) => `${model} (${modelName(model)})`).join(", ");
}

/** The options of a run, for people. */
export const RUN_HELP = `  --settings FILE       the phone's settings: a JSON object of strings
  --speed max|N         virtual seconds a second (default max)
  --seed N              seed of all chance (default 1)
  --model NAME          a watch model of the package (default its first):
${folded(modelNames())}
  --jitter MS           each timer fires up to MS late (default 0)
  --display on|off|auto auto goes dark 10 s after a touch (default auto)
  --format ndjson|text  (default ndjson)
  --until SECONDS       end there
  --state DIR           keep what watch and phone hold between runs
  --do "SECONDS:ACTION" any number; ACTION is
${folded(ACTIONS.join(", "))}`;

/**
 * The action that a text such as `1:tap:start` asks for.
 * @throws ArgumentError
 */
function parseAction(text: string, more: ActionTable): Action {
  const match = /^(\d+(?:\.\d+)?):([a-z-]+)(?::(.*))?$/s.exec(text);
  const wrong = (why: string): never => {
    throw new ArgumentError(`--do is ${quoted(text)}; ${why}`);
  };
  const [, seconds, name, value] = match ?? [];
  if (!match || Number(seconds) > MOST_SECONDS) {
    return wrong(
      `allowed: "SECONDS:ACTION", such as "1:tap:start", SECONDS from 0 to ${MOST_SECONDS}`,
    );
  }
  const fault = actionFault(name!, value, more);
  if (fault) return wrong(fault);
  return { at: Number(seconds), name: name!, value: value ?? "" };
}

/**
 * Checks the values of a run's options. `more` are actions of one app alone.
 * @throws ArgumentError for the first one that is not allowed
 */
export function runOptions(
  values: RunValues,
  more: ActionTable = {},
): RunOptions {
  const actions = values.do
    ?.map((text) => parseAction(text, more))
    .sort((a, b) => a.at - b.at);
  return {
    settingsFile: values.settings,
    speed:
      values.speed === "max"
        ? Infinity
        : requireNumber("speed", values.speed, 0.01, 1e6),
    seed: requireWhole("seed", values.seed, 0, 4294967295),
    model:
      values.model === undefined
        ? undefined
        : requireOneOf("model", values.model, MODELS),
    jitterMs: requireNumber("jitter", values.jitter, 0, 60000),
    display: requireOneOf("display", values.display, ["on", "off", "auto"]),
    format: requireOneOf("format", values.format, ["ndjson", "text"]),
    untilSeconds:
      values.until === undefined
        ? undefined
        : requireNumber("until", values.until, 0, MOST_SECONDS),
    stateFolder: values.state,
    actions,
  };
}
