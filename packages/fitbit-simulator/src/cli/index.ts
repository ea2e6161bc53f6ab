import { ArgumentError, errorText, quoted } from "../run";
import { BAD_ARGUMENTS, DIED, WENT_WELL } from "./exit-codes";
import { runCommand } from "./run-command";
import { serveCommand } from "./serve-command";
import { version } from "./version";

const USAGE = `fitbit-sim runs a Fitbit OS package (.fba of SDK 6) without a watch, a phone or a login.

  fitbit-sim run FILE.fba [options]    in the terminal, on virtual time
  fitbit-sim serve FILE.fba [options]  in a browser
  fitbit-sim run --help                its options; so with serve
  fitbit-sim --version`;

function command(args: string[]): number | Promise<number> {
  const [name, ...rest] = args;
  switch (name) {
    case "run":
      return runCommand(rest);
    case "serve":
      return serveCommand(rest);
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
        `unknown command ${quoted(name)}; known: run, serve, --help, --version`,
      );
  }
}

async function main(): Promise<number> {
  try {
    return await command(process.argv.slice(2));
  } catch (error) {
    const known = error instanceof ArgumentError;
    console.error(errorText(error, known));
    return known ? BAD_ARGUMENTS : DIED;
  }
}

void main().then((code) => (process.exitCode = code));
