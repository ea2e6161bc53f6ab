import { signal } from "@preact/signals";
import { askFor, attempt } from "./host";

/** A newer version of the page is there, whole, and waits until someone wants it. */
export const updateWaits = signal(false);

let waiting: ServiceWorker | null = null;

/**
 * Keeps the page for times without a network, where the server is one that browsers trust: https, or
 * this machine. A newer version is fetched whole beside the one in use, and offered.
 */
export function keepPage(): void {
  askFor(async () => {
    const { serviceWorker } = navigator;
    // The first version takes over a page that is already the same.
    const updating = serviceWorker.controller !== null;
    const kept = await serviceWorker.register(
      new URL("sw.js", document.baseURI),
    );
    const offer = () => {
      if (!updating || kept.waiting === null) return;
      waiting = kept.waiting;
      updateWaits.value = true;
    };
    offer();
    kept.addEventListener("updatefound", () => {
      kept.installing?.addEventListener("statechange", offer);
    });
    if (!updating) return;
    // In every tab at once: none goes on with a page whose files are gone.
    serviceWorker.addEventListener("controllerchange", () => location.reload());
  });
}

/** Goes over to the newer version: the page is loaded anew. */
export function applyUpdate(): void {
  attempt(() => waiting?.postMessage("take over"));
}
