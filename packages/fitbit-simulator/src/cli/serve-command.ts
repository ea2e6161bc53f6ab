import { ArgumentError, parseArguments, requireWhole } from "../run";
import { PortTakenError, serveUntilStopped } from "../serve";
import { WENT_WELL } from "./exit-codes";
import { requirePackageArgument } from "./package-argument";

const USAGE = `fitbit-sim serve FILE.fba [options]
Serves the simulator's page with this package, to this machine alone, until it is
interrupted. Prints the address; opens it in a browser when started in a terminal.
  --port N              this port, 0 for any (default the first free one from 26417)

Exit code: 0 interrupted, 1 the server failed, 2 bad arguments or the port is taken`;

/**
 * `fitbit-sim serve`.
 * @param stopped ends the server
 * @returns its exit code
 * @throws ArgumentError
 */
export async function serveCommand(
  args: string[],
  stopped: AbortSignal,
): Promise<number> {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: { port: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(USAGE);
    return WENT_WELL;
  }
  const port =
    values.port === undefined
      ? undefined
      : requireWhole("port", values.port, 0, 65_535);
  const { file } = requirePackageArgument(positionals);
  try {
    await serveUntilStopped(
      { packageFile: file, port, strictPort: port !== undefined },
      stopped,
    );
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    throw new ArgumentError(`--port: ${error.message}; choose another one`);
  }
  return WENT_WELL;
}
