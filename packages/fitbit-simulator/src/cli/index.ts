import { ArgumentError, asStoppableCommand, quoted } from "../run";
import { WENT_WELL } from "./exit-codes";
import { runCommand } from "./run-command";
import { serveCommand } from "./serve-command";
import { version } from "./version";

const USAGE = `fitbit-sim runs a Fitbit OS package (.fba of SDK 4 to 6) without a watch, a phone or a login.

  fitbit-sim run FILE.fba [options]    in the terminal, on virtual time
  fitbit-sim serve FILE.fba [options]  in a browser
  fitbit-sim watch COMMAND             a real watch on USB: list, install, log, …
  fitbit-sim run --help                its options; so with the others
  fitbit-sim --version`;

async function command(args: string[], stopped: AbortSignal): Promise<number> {
  const [name, ...rest] = args;
  switch (name) {
    case "run":
      return runCommand(rest, stopped);
    case "serve":
      return serveCommand(rest, stopped);
    case "watch": {
      // What it needs is much, and nothing else needs it.
      const { leaveSoon, watchCommand } = await import("../bridge");
      return watchCommand(rest, stopped).finally(leaveSoon);
    }
    case "--help":
      console.log(USAGE);
      return WENT_WELL;
    case "--version":
      console.log(version());
      return WENT_WELL;
    case undefined:
      throw new ArgumentError(USAGE);
    default:
      throw new ArgumentError(
        `unknown command ${quoted(name)}; known: run, serve, watch, --help, --version`,
      );
  }
}

void asStoppableCommand((stopped) => command(process.argv.slice(2), stopped));
