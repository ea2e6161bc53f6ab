import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { WEB } from "../../tools/page/build-web";
import { serve } from "../../tools/page/site";
import { type Place, visit } from "./support/place";
import type { Visit } from "./support/visit";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

/** As strict as a host can be: scripts and all else from the page's own folder alone. */
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Answer = (path: string, response: ServerResponse) => void;

/** A plain web server on a port of its own; its answers can become other ones. */
class PlainServer {
  private readonly server = createServer((request, response) =>
    this.answer((request.url ?? "").replace(/\?.*/, ""), response),
  );

  private constructor(public answer: Answer) {}

  static start(answer: Answer): Promise<PlainServer> {
    const plain = new PlainServer(answer);
    return new Promise((resolve) =>
      plain.server.listen(0, "127.0.0.1", () => resolve(plain)),
    );
  }

  /** Ends with a slash. */
  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Serves the built page in a folder. */
function pageIn(folder: string): Answer {
  return (path, response) => {
    const inside = path.startsWith(folder) ? path.slice(folder.length) : "?";
    const file = join(WEB, inside === "" ? "index.html" : inside);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[/\w+$/.exec(file)?.[0] ?? ""];
    response.writeHead(200, {
      ...(type !== undefined && { "content-type": type }),
      "content-security-policy": STRICT,
      "x-content-type-options": "nosniff",
    });
    createReadStream(file).pipe(response);
  };
}

/** Another project, on the port that the page was on before. */
function otherProject(path: string, response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": path === "/" ? "text/html" : "text/plain",
    "cache-control": "no-store",
  });
  response.end(path === "/" ? "<h1>Another project</h1>" : `their ${path}`);
}

/** What all caches of a page's origin hold: addresses without the origin. */
function cached({ page }: Visit): Promise<string[]> {
  return page.evaluate(`(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) found.push(new URL(url).pathname);
    }
    return found;
  })()`);
}

/** A visit whose browser keeps the page for a time without a server. */
const KEEPING = { serviceWorkers: "allow" } as const;

export function serving(place: Place): void {
  test("works without the server once it was there, also a session on a phone", () =>
    visit(
      place,
      async (on) => {
        const { page, context } = on;
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        await context.setOffline(true);
        await on.load();
        await on.button("Do it on this phone").click();
        await page.locator(".mat-begin .primary:enabled").click();
        await on.says("Get ready");
        await page.getByText("Then: Reverse hip raise").waitFor();
        await on.button("Close").click();
        await on.button("Next cue").waitFor();
      },
      { ...KEEPING, viewport: { width: 390, height: 844 } },
    ));

  test("is served beside another one on a port of its own, and ends with it", async () => {
    const second = await serve(undefined, ["--model", "higgs"]);
    expect(second.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#model=higgs$/);
    expect(second.address).not.toContain(place.address());
    const answer = await fetch(second.address);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(await second.stop()).toBe(0);
    await expect(fetch(second.address)).rejects.toThrow("fetch failed");
  });

  test("works from any folder of a plain web server with a strict policy, under the name of the app", async () => {
    const server = await PlainServer.start(pageIn("/some/folder/"));
    try {
      const address = () => `${server.address}some/folder/`;
      await visit({ ...place, address }, async (on) => {
        await on.button("Do it on this phone").click();
        await on.page.locator(".mat-begin .primary:enabled").click();
        await on.page.getByText("Then: Reverse hip raise").waitFor();
        // Installed, it has the name and the icons of the app.
        const manifest = (await on.page.evaluate(
          `fetch(document.querySelector("link[rel=manifest]").href).then((answer) => answer.json())`,
        )) as { name: string; start_url: string; icons: { src: string }[] };
        expect(manifest.name).toBe("Runner's Core");
        expect(manifest.start_url).toBe("./#phone");
        for (const { src } of manifest.icons) {
          const icon = await fetch(new URL(src, address()));
          expect([src, icon.status]).toEqual([src, 200]);
        }
      });
    } finally {
      server.stop();
    }
  });

  test("leaves another project alone that is on its port later, and caches that are not its own", async () => {
    const server = await PlainServer.start(pageIn("/"));
    try {
      const address = () => server.address;
      await visit(
        { ...place, address },
        async (on) => {
          const { page, context } = on;
          await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
          await page.evaluate(
            `caches.open("theirs").then((cache) => cache.put("/kept.txt", new Response("theirs")))`,
          );
          // Controlled by the worker from the second load on.
          await on.load();
          // The package for older watches is kept once it was asked for.
          const older = "/app-sdk4.fba";
          expect(await cached(on)).not.toContain(older);
          await page.evaluate(`fetch("${older}").then(({ status }) => status)`);
          expect(await cached(on)).toContain(older);
          server.answer = otherProject;
          await page.goto(server.address);
          await page.getByText("Another project").waitFor();
          const get = (path: string) =>
            page.evaluate(
              `fetch("${path}").then((answer) => answer.text(), () => "no answer")`,
            );
          expect(await get("/data.txt")).toBe("their /data.txt");
          expect(await get("/app.fba")).toBe("their /app.fba");
          const held = await cached(on);
          expect(held).toContain("/kept.txt");
          expect(held).not.toContain("/data.txt");
          await context.setOffline(true);
          expect(await get("/data.txt")).toBe("no answer");
          expect(await get("/app.fba")).not.toMatch(/their/);
          await context.setOffline(false);
          // The browser notes each request that it could not make; nothing else was wrong.
          for (const fault of on.faults.splice(0)) {
            expect(fault).toMatch(/ERR_INTERNET_DISCONNECTED/);
          }

          // A newer page is fetched whole and offered; it takes the place of the older one, and of
          // nothing else, when someone wants it.
          const worker = readFileSync(join(WEB, "sw.js"), "utf8");
          server.answer = (path, response) =>
            path === "/sw.js"
              ? response
                  .writeHead(200, { "content-type": "text/javascript" })
                  .end(worker.replace(/(KEPT_VERSION=")\w+/, "$1next"))
              : pageIn("/")(path, response);
          await on.load();
          await page.evaluate(
            `navigator.serviceWorker.getRegistration().then((one) => one.update())`,
          );
          const names = () =>
            page.evaluate("caches.keys()") as Promise<string[]>;
          await on.button("Update now").waitFor();
          const both = await names();
          expect(both.some((name) => name.endsWith(" next"))).toBe(true);
          const loaded = page.waitForEvent("load");
          await on.button("Update now").click();
          await loaded;
          await on.picture.waitFor();
          const left = await names();
          expect(left.some((name) => name.endsWith(" next"))).toBe(true);
          expect(left).toHaveLength(both.length - 1);
          expect(await cached(on)).toContain("/kept.txt");
        },
        KEEPING,
      );
    } finally {
      server.stop();
    }
  });
}
