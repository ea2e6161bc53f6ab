import { openBrowser } from "./browser";
import { type PageServerOptions, servePage } from "./page-server";

/**
 * Serves the page for a command: prints its address, opens it where a person has started the
 * command, and ends the process with code 0 when the command is interrupted.
 * @throws PortTakenError
 * @throws Error when the page is not built
 */
export async function serveUntilInterrupted(
  options: PageServerOptions,
): Promise<void> {
  const server = await servePage(options);
  process.stdout.write(`${server.address}\n`);
  if (process.stdout.isTTY && !process.env["CI"]) openBrowser(server.address);
  const stop = () => void server.close().finally(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
