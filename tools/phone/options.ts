import { isSessionId } from "../../common/record";
import { ArgumentError, parseArguments, quoted } from "fitbit-simulator/run";

const EXPORT_FORMATS = ["csv", "json", "exercises", "checks", "weeks"] as const;

/** The history as a table of sessions, as JSON, or as one of the other tables. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What `npm run phone` was asked to do with the phone of a state folder. */
export interface PhoneOptions {
  stateFolder: string;
  what:
    | { kind: "overview" }
    | { kind: "export"; format: ExportFormat }
    | { kind: "routine-code" }
    | { kind: "import"; code: string }
    | { kind: "add"; code: string }
    | { kind: "choose"; routine: string }
    | { kind: "restore"; file: string }
    | { kind: "delete"; id: string }
    | { kind: "undo-delete"; id: string };
}

/** What the command says when it is asked for help. */
export const USAGE = `npm run -s phone -- --state DIR [one of these]
  --state DIR           what npm run session --state DIR left behind
                        (alone: routine, revision, the other routines, totals
                        and sessions as JSON)
  --export csv|json     the history
  --export exercises|checks|weeks
                        as tables (CSV) of exercises, of days without a session,
                        and of weeks
  --routine-code        the routine as a short text
  --import CODE         a routine code in the place of the routine
  --add CODE            a routine code as one more routine, for the watch
  --choose ROUTINE      another routine for the watch, by its id
  --restore FILE        takes in a history that was exported as JSON
  --delete ID           deletes the session of this id
  --undo-delete ID      takes that back, for a week`;

function parseFormat(text: string): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === text);
  if (format) return format;
  const allowed = EXPORT_FORMATS.join(", ");
  throw new ArgumentError(`--export is ${quoted(text)}; allowed: ${allowed}`);
}

/** @throws {ArgumentError} When it is no session's id. */
function parseId(option: string, text: string): string {
  if (isSessionId(text)) return text;
  throw new ArgumentError(
    `--${option} is ${quoted(text)}; allowed: the id of a session, as the command prints it`,
  );
}

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
      add: { type: "string" },
      choose: { type: "string" },
      restore: { type: "string" },
      delete: { type: "string" },
      "undo-delete": { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "help";
  if (!values.state) throw new ArgumentError("--state DIR is needed");
  const { import: code, add, choose, restore: file } = values;
  const change = (kind: "delete" | "undo-delete") => {
    const id = values[kind];
    return id === undefined ? [] : [{ kind, id: parseId(kind, id) }];
  };
  const asked: PhoneOptions["what"][] = [
    ...(values.export === undefined
      ? []
      : [{ kind: "export" as const, format: parseFormat(values.export) }]),
    ...(values["routine-code"] ? [{ kind: "routine-code" as const }] : []),
    ...(code === undefined ? [] : [{ kind: "import" as const, code }]),
    ...(add === undefined ? [] : [{ kind: "add" as const, code: add }]),
    ...(choose === undefined
      ? []
      : [{ kind: "choose" as const, routine: choose }]),
    ...(file === undefined ? [] : [{ kind: "restore" as const, file }]),
    ...change("delete"),
    ...change("undo-delete"),
  ];
  if (asked.length > 1) {
    throw new ArgumentError(
      "--export, --routine-code, --import, --add, --choose, --restore, --delete and --undo-delete exclude each other",
    );
  }
  return { stateFolder: values.state, what: asked[0] ?? { kind: "overview" } };
}
