import { freshPage } from "../../packages/fitbit-simulator/tools/page";
import {
  ArgumentError,
  asStoppableCommand,
  quoted,
} from "fitbit-simulator/run";
import { serveUntilStopped } from "fitbit-simulator/serve";
import { freshBuild } from "../build/fresh-build";

/** Builds what is stale and serves the page with this app until someone ends it. */
async function main(stopped: AbortSignal): Promise<number> {
  const port = portFrom(process.env["PORT"]);
  const packageFile = freshBuild();
  await freshPage();
  await serveUntilStopped({ packageFile, port }, stopped);
  return 0;
}

/** @throws ArgumentError when it is no port */
function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new ArgumentError(
    `PORT is ${quoted(text)}; allowed: a whole number from 1 to 65535`,
  );
}

void asStoppableCommand(main);
