import { openBrowser } from "./browser";
import {
  type PageServer,
  type PageServerOptions,
  servePage,
} from "./page-server";

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
  await untilStopped(await servePage(options), stopped);
}

/** The same for a page that is served already. */
export async function untilStopped(
  server: PageServer,
  stopped: AbortSignal,
): Promise<void> {
  process.stdout.write(`${server.address}\n`);
  if (process.stdout.isTTY && !process.env["CI"]) openBrowser(server.address);
  if (!stopped.aborted) {
    await new Promise((resolve) => stopped.addEventListener("abort", resolve));
  }
  await server.close();
}
