import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { type PageServer, servePage } from "../src/serve";

/** Another address of this machine that only itself can reach: Linux answers at all of 127/8. */
const OTHER = "127.0.0.2";

let folder: string;
let server: PageServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  writeFileSync(join(folder, "index.html"), "<p>page</p>");
  writeFileSync(join(folder, "any.fba"), "package");
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const serve = async (lan?: string): Promise<URL> => {
  const packageFile = join(folder, "any.fba");
  server = await servePage({ packageFile, folder, port: 0, lan });
  return new URL(server.address);
};

/** Whether something takes connections there. */
function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** The status of the page for someone who calls it by this name. */
function status(host: string, port: number, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host: name };
    request({ host, port, path: "/", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

test("without being asked for it, the port is closed at every other address of this machine", async () => {
  const { port } = await serve();
  expect(server?.lanAddress).toBeUndefined();
  const addresses = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(
      ({ family, address }) => family === "IPv4" && address !== "127.0.0.1",
    )
    .map(({ address }) => address);
  if (process.platform === "linux") addresses.push(OTHER);
  for (const address of addresses) {
    expect([address, await isOpen(address, Number(port))]).toEqual([
      address,
      false,
    ]);
  }
  expect(await isOpen("127.0.0.1", Number(port))).toBe(true);
});

// Elsewhere the machine has no second address that is sure to be there.
const onLinux = process.platform === "linux" ? test : test.skip;

onLinux(
  "in the network it answers at that one address, by that one name, and ends with the rest",
  async () => {
    const port = Number((await serve(OTHER)).port);
    expect(server?.lanAddress).toBe(`http://${OTHER}:${port}/`);
    expect(await status(OTHER, port, `${OTHER}:${port}`)).toBe(200);
    expect(await status(OTHER, port, `someone.example:${port}`)).toBe(403);
    expect(await isOpen("127.0.0.3", port)).toBe(false);
    await server?.close();
    expect(await isOpen(OTHER, port)).toBe(false);
    expect(await isOpen("127.0.0.1", port)).toBe(false);
  },
);
