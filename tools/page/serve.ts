import { freshPage } from "../../packages/fitbit-simulator/tools/page";
import {
  asStoppableCommand,
  parseArguments,
  requireWhole,
} from "fitbit-simulator/run";
import { serveUntilStopped } from "fitbit-simulator/serve";
import { freshBuild } from "../build/fresh-build";

const USAGE = `npm start [-- options]
Serves the simulator's page with this app, to this machine alone, until it is
interrupted. Prints the address; opens it in a browser when started in a terminal.
  --port N  try this port first (default 26417)
  --help    this text`;

/** Builds what is stale and serves the page with this app until someone ends it. */
async function main(stopped: AbortSignal): Promise<number> {
  const { values } = parseArguments({
    args: process.argv.slice(2),
    options: { port: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const port =
    values.port === undefined
      ? undefined
      : requireWhole("port", values.port, 1, 65_535);
  const packageFile = freshBuild();
  await freshPage();
  await serveUntilStopped({ packageFile, port }, stopped);
  return 0;
}

void asStoppableCommand(main);
