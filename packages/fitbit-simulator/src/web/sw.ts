// Keeps the page usable without a network: what the server answers is used, and what was stored is
// used when there is no answer. Files whose names carry a hash never change and are not asked for again.

/** Filled in by the build: every file of the page, and a name for this set of them. */
declare const KEPT_FILES: readonly string[];
declare const KEPT_NAME: string;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install", act: (event: Extendable) => void): void;
  addEventListener(type: "activate", act: (event: Extendable) => void): void;
  addEventListener(type: "fetch", act: (event: Fetching) => void): void;
}

const scope = self as unknown as Scope;

async function keepAll(): Promise<void> {
  const cache = await caches.open(KEPT_NAME);
  await cache.addAll(
    KEPT_FILES.map((file) => new URL(file, scope.location.href).href),
  );
  await scope.skipWaiting();
}

async function forgetOld(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name !== KEPT_NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT_NAME);
  // A server may answer with `Vary: Origin`; files that were stored without an origin must match all the same.
  const any = { ignoreSearch: true, ignoreVary: true };
  const kept = await cache.match(request, any);
  if (kept !== undefined && request.url.includes("/assets/")) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event) => event.waitUntil(forgetOld()));
scope.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const own = new URL(url).origin === scope.location.origin;
  if (method === "GET" && own) event.respondWith(answer(event.request));
});
