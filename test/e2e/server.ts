import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { WEB } from "../../tools/page/build-web";
import { serve } from "../../tools/page/site";
import { type Place, visit } from "./support/place";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

/** A plain web server with the built page in a folder of it. */
function folderServer(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    const inside = path.startsWith(folder) ? path.slice(folder.length) : "?";
    const file = join(WEB, inside === "" ? "index.html" : inside);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[/\w+$/.exec(file)?.[0] ?? ""];
    response.writeHead(200, type === undefined ? {} : { "content-type": type });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(server)),
  );
}

export function serving(place: Place): void {
  test("works without the server once it was there, also as the watch", () =>
    visit(
      place,
      async (on) => {
        const { page, context } = on;
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        await context.setOffline(true);
        await on.load();
        await on.button("Use as watch").click();
        await page.locator(".handheld").waitFor();
        await on.touch("start");
        await on.says("Get ready");
        await on.button("Close").click();
        await on.button("Next cue").waitFor();
      },
      { viewport: { width: 390, height: 844 } },
    ));

  test("is served beside another one on a port of its own, and ends with it", async () => {
    const second = await serve();
    expect(second.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(second.address).not.toBe(place.address());
    const answer = await fetch(second.address);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(await second.stop()).toBe(0);
    await expect(fetch(second.address)).rejects.toThrow("fetch failed");
  });

  test("works from any folder of a plain web server", async () => {
    const server = await folderServer("/some/folder/");
    try {
      const { port } = server.address() as AddressInfo;
      const address = `http://127.0.0.1:${port}/some/folder/`;
      await visit({ ...place, address: () => address }, async (on) => {
        await on.touch("start");
        await on.says("Get ready");
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}
