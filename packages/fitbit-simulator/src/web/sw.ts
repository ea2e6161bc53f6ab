// Keeps the page usable without a network. It answers for the files of this page alone: others on the
// same origin, and their caches, are none of its business.

/** Filled in by the build: every file of the page, and a name for what is in them. */
declare const KEPT_FILES: readonly string[];
declare const KEPT_VERSION: string;

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
const addressOf = (file: string) => new URL(file, scope.location.href).href;

/** Caches are shared by the whole origin, on which this page may be in several folders. */
const OWN_CACHES = `fitbit-simulator ${addressOf("./")} `;
const CACHE = `${OWN_CACHES}${KEPT_VERSION}`;
const KEPT: ReadonlySet<string> = new Set(KEPT_FILES.map(addressOf));
/** The one file that is another one from time to time without a new page around it. */
const PACKAGE = addressOf("app.fba");

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  // What the browser still has may be of an older page with files of the same names.
  await cache.addAll(
    [...KEPT].map((address) => new Request(address, { cache: "no-cache" })),
  );
  await scope.skipWaiting();
}

async function forgetOld(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(
    (name) => name.startsWith(OWN_CACHES) && name !== CACHE,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** The address of a file of the page that is asked for; undefined for anything else. */
function keptAddress({ method, mode, url }: Request): string | undefined {
  if (method !== "GET") return undefined;
  const address = new URL(url);
  address.hash = "";
  if (mode === "navigate") address.search = "";
  return KEPT.has(address.href) ? address.href : undefined;
}

/**
 * Files whose names carry a hash come from the cache; others from the server, and from the cache when
 * it does not answer.
 */
async function answer(request: Request, address: string): Promise<Response> {
  const kept = await keptAnswer(address);
  if (kept !== undefined && address.startsWith(addressOf("assets/"))) {
    return kept;
  }
  try {
    const fresh = await fetch(request);
    if (address === PACKAGE) await keepPackage(fresh.clone());
    return fresh;
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}

async function keptAnswer(address: string): Promise<Response | undefined> {
  try {
    const cache = await caches.open(CACHE);
    // A server may answer with `Vary: Origin`; files that were stored without an origin must match all the same.
    return await cache.match(address, { ignoreVary: true });
  } catch {
    // The browser refuses its storage: the page is as good as its network.
    return undefined;
  }
}

async function keepPackage(fresh: Response): Promise<void> {
  const rule = fresh.headers.get("cache-control") ?? "";
  if (!fresh.ok || /\bno-store\b/i.test(rule)) return;
  try {
    await (await caches.open(CACHE)).put(PACKAGE, fresh);
  } catch {
    // Full or refused: the older one stays.
  }
}

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event) => event.waitUntil(forgetOld()));
scope.addEventListener("fetch", (event) => {
  const address = keptAddress(event.request);
  if (address !== undefined) event.respondWith(answer(event.request, address));
});
