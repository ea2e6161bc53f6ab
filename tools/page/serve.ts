import { freshPage } from "../../packages/fitbit-simulator/tools/page";
import { serveUntilInterrupted } from "fitbit-simulator/serve";
import { freshBuild } from "../build/fresh-build";

/** Builds what is stale and serves the page with this app until someone ends it. */
async function main(): Promise<void> {
  const packageFile = freshBuild();
  await freshPage();
  await serveUntilInterrupted({
    packageFile,
    port: portFrom(process.env["PORT"]),
  });
}

/** @throws Error when it is no port */
function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${text}"; allowed: a whole number from 1 to 65535`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
