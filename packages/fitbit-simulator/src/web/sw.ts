// Keeps the page usable without a network. It answers for the files of this page alone: others on the
// same origin, and their caches, are none of its business.

/**
 * Filled in by the build: every file of the page, those that are kept once they were asked for, a name
 * for what is in them, and whether the app's package is one of them or may change by itself.
 */
declare const KEPT_FILES: readonly string[];
declare const KEPT_LATER: readonly string[];
declare const KEPT_VERSION: string;
declare const KEPT_WHOLE: boolean;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Event {
  readonly data: unknown;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install", act: (event: Extendable) => void): void;
  addEventListener(type: "activate", act: (event: Extendable) => void): void;
  addEventListener(type: "message", act: (event: Told) => void): void;
  addEventListener(type: "fetch", act: (event: Fetching) => void): void;
}

const scope = self as unknown as Scope;
const addressOf = (file: string) => new URL(file, scope.location.href).href;

/** Caches are shared by the whole origin, on which this page may be in several folders. */
const OWN_CACHES = `fitbit-simulator ${addressOf("./")} `;
const CACHE = `${OWN_CACHES}${KEPT_VERSION}`;
const FILES = KEPT_FILES.map(addressOf);
const LATER: ReadonlySet<string> = new Set(KEPT_LATER.map(addressOf));
const KEPT: ReadonlySet<string> = new Set([...FILES, ...LATER]);
/** What is another one from time to time without a new page around it. */
const isPackage = (address: string) => address.endsWith(".fba");

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  // What the browser still has may be of an older page with files of the same names.
  await cache.addAll(
    FILES.map((address) => new Request(address, { cache: "no-cache" })),
  );
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

/** What the page's own index.html says of itself. */
const MARK = '<meta name="generator" content="fitbit-simulator"';
/** A server that has not answered by then is as good as none, in milliseconds. */
const PATIENCE_MS = 4000;

/** At the page's address is another one by now: its files are none of this worker's business. */
let foreign = false;

/** The page of this version, unless its address shows another project by now. */
async function answerPage(
  request: Request,
  address: string,
): Promise<Response> {
  const kept = await keptAnswer(address);
  if (kept === undefined) return fetch(request);
  try {
    const fresh = await Promise.race([fetch(request), tooLate()]);
    const text = await fresh.clone().text();
    foreign = fresh.ok && !text.includes(MARK);
    return foreign ? fresh : kept;
  } catch {
    return kept;
  }
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new Error("no answer")), PATIENCE_MS),
  );
}

/**
 * All files of a version come from its cache, so that none is ever beside one of another version. A
 * package that may change by itself comes from the server, and from the cache when it does not answer.
 */
async function answer(request: Request, address: string): Promise<Response> {
  const kept = await keptAnswer(address);
  const ours = !foreign && (KEPT_WHOLE || !isPackage(address));
  if (kept !== undefined && ours) return kept;
  try {
    const fresh = await fetch(request);
    const keeps = LATER.has(address) || (isPackage(address) && !KEPT_WHOLE);
    if (keeps && !foreign) await keepPackage(address, fresh.clone());
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

async function keepPackage(address: string, fresh: Response): Promise<void> {
  const rule = fresh.headers.get("cache-control") ?? "";
  if (!fresh.ok || /\bno-store\b/i.test(rule)) return;
  try {
    await (await caches.open(CACHE)).put(address, fresh);
  } catch {
    // Full or refused: the older one stays.
  }
}

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));
// Someone wants the newer version, which has waited until then.
scope.addEventListener("message", ({ data }) => {
  if (data === "take over") void scope.skipWaiting();
});
scope.addEventListener("activate", (event) => event.waitUntil(forgetOld()));
scope.addEventListener("fetch", (event) => {
  const address = keptAddress(event.request);
  if (address === undefined) return;
  const { request } = event;
  const page = request.mode === "navigate";
  event.respondWith((page ? answerPage : answer)(request, address));
});
