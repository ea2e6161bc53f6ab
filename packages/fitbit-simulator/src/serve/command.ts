import { openBrowser } from "./browser";
import { type PageServerOptions, servePage } from "./page-server";

/**
 * Serves the page for a command until it is stopped: prints its address, and opens it where a
 * person has started the command.
 * @throws PortTakenError
 * @throws CommandFailure when the page is not built
 */
export async function serveUntilStopped(
  options: PageServerOptions,
  stopped: AbortSignal,
): Promise<void> {
  const server = await servePage(options);
  process.stdout.write(`${server.address}\n`);
  if (process.stdout.isTTY && !process.env["CI"]) openBrowser(server.address);
  if (!stopped.aborted) {
    await new Promise((resolve) => stopped.addEventListener("abort", resolve));
  }
  await server.close();
}
