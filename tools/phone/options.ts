import { ArgumentError, parseArguments, quoted } from "fitbit-simulator/run";

/** What `npm run phone` was asked to do with the phone of a state folder. */
export interface PhoneOptions {
  stateFolder: string;
  what:
    | { kind: "overview" }
    | { kind: "export"; format: "csv" | "json" }
    | { kind: "routine-code" }
    | { kind: "import"; code: string };
}

/** What the command says when it is asked for help. */
export const USAGE = `npm run -s phone -- --state DIR [one of these]
  --state DIR           what npm run session --state DIR left behind
                        (alone: routine, revision, totals and sessions as JSON)
  --export csv|json     the history
  --routine-code        the routine as a short text
  --import CODE         a routine code in the place of the routine`;

function parseFormat(text: string): "csv" | "json" {
  if (text === "csv" || text === "json") return text;
  throw new ArgumentError(`--export is ${quoted(text)}; allowed: csv, json`);
}

/**
/**
 * The command's options, or that it was asked for help.
 * @throws {ArgumentError} With a message of one line.
 */
export function parsePhoneOptions(args: string[]): PhoneOptions | "help" {
  const { values } = parseArguments({
    args,
    options: {
      state: { type: "string" },
      export: { type: "string" },
      "routine-code": { type: "boolean" },
      import: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "help";
  if (!values.state) throw new ArgumentError("--state DIR is needed");
  const code = values.import;
  const asked: PhoneOptions["what"][] = [
    ...(values.export === undefined
      ? []
      : [{ kind: "export" as const, format: parseFormat(values.export) }]),
    ...(values["routine-code"] ? [{ kind: "routine-code" as const }] : []),
    ...(code === undefined ? [] : [{ kind: "import" as const, code }]),
  ];
  if (asked.length > 1) {
    throw new ArgumentError(
      "--export, --routine-code and --import exclude each other",
    );
  }
  return { stateFolder: values.state, what: asked[0] ?? { kind: "overview" } };
}
