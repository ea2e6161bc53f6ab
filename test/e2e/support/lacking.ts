import type { BrowserContext } from "playwright-core";

/** A script that takes something from a browser. */
type Loss = string;

/**
 * Makes a browser that lacks or refuses what others offer, for the page and for the worker behind it.
 * A service worker would bring the worker's script past this; a visit has none by itself.
 */
export function lacking(loss: { page?: Loss; worker?: Loss }) {
  return async (context: BrowserContext): Promise<void> => {
    if (loss.page !== undefined) await context.addInitScript(loss.page);
    await context.route(/\/assets\/worker-/, async (route) => {
      try {
        const response = await route.fetch();
        const body = `${loss.worker ?? ""};${await response.text()}`;
        await route.fulfill({ response, body });
      } catch {
        // The page was closed while it loaded: nobody waits for the answer any more.
      }
    });
  };
}
