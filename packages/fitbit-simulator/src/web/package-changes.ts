import { attempt } from "./host";

/** Names the address at which a server tells that the page's own package is another one. */
const NAMED = 'meta[name="package-changes"]';

/**
 * Tells each time the server has another package in the place of the page's own. Only a server that
 * says that it does so is asked: others know no such address.
 */
export function followPackage(changed: () => void): void {
  const address = document.querySelector<HTMLMetaElement>(NAMED)?.content;
  if (address === undefined) return;
  const begin = () => {
    if (!navigator.onLine) {
      window.addEventListener("online", begin, { once: true });
      return;
    }
    const source = attempt(
      () => new EventSource(new URL(address, document.baseURI)),
    );
    if (source === undefined) return;
    source.onmessage = changed;
    // A server that is gone is not asked again and again, but when somebody looks.
    source.onerror = () => {
      source.close();
      window.addEventListener("focus", begin, { once: true });
    };
  };
  begin();
}
