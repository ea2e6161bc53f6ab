import { join } from "node:path";
import { MODELS } from "fitbit-simulator";
import {
  asStoppableCommand,
  parseArguments,
  requireOneOf,
  requireWhole,
} from "fitbit-simulator/run";
import { servePage, untilStopped } from "fitbit-simulator/serve";
import { freshBuild, ROOT } from "../build/fresh-build";
import { PACKAGES } from "../build/packages";
import { buildOwnPage } from "./build-web";
import { lanAddress, lanNotes } from "./lan";

const USAGE = `npm start [-- options]
Serves this app's page, to this machine alone, until it is interrupted. Prints the
address; opens it in a browser when started in a terminal.
  --port N  try this port first (default 26417)
  --model NAME
            open it on this watch: ${MODELS.join(", ")}
  --lan     serve the local network too; prints the address and a QR code of it
  --help    this text`;

/** Builds what is stale and serves the page with this app until someone ends it. */
async function main(stopped: AbortSignal): Promise<number> {
  const { values } = parseArguments({
    args: process.argv.slice(2),
    options: {
      port: { type: "string" },
      model: { type: "string" },
      lan: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const port =
    values.port === undefined
      ? undefined
      : requireWhole("port", values.port, 1, 65_535);
  const model =
    values.model === undefined
      ? undefined
      : requireOneOf("model", values.model, MODELS);
  const packageFile = freshBuild();
  const folder = await buildOwnPage();
  const lan = values.lan ? lanAddress() : undefined;
  const served = {
    packageFile,
    otherPackages: [join(ROOT, PACKAGES[4])],
    folder,
    port,
    lan,
  };
  const server = await servePage(served);
  if (server.lanAddress !== undefined) {
    process.stdout.write(lanNotes(server.lanAddress));
  }
  const place = model === undefined ? "" : `#model=${model}`;
  const address = server.address + place;
  await untilStopped({ ...server, address }, stopped);
  return 0;
}

void asStoppableCommand(main);
