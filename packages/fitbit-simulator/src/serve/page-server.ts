import { readFile } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { POLICY } from "../web/policy";
import { CHANGES, PackageWatch } from "./package-watch";
import {
  PAGE_FOLDER,
  pageFiles,
  servedFile,
  type ServedFile,
} from "./page-folder";

const HOST = "127.0.0.1";
/**
 * The port that is tried first when none is asked for: no other tool's default, since pages of one
 * port share what the browser keeps for them.
 */
const FIRST_PORT = 26_417;
const LAST_PORT = 65_535;

const HEADERS = {
  "Content-Security-Policy": `${POLICY}; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
};

/** The asked port belongs to another program. */
export class PortTakenError extends Error {}

/** What to serve, and where. */
export interface PageServerOptions {
  /** The package that the page opens; read anew each time the page is loaded. */
  readonly packageFile: string;
  /**
   * Packages of the same app for other watches, which are served under their own names: the page
   * opens those that it names itself. None when left out.
   */
  readonly otherPackages?: readonly string[];
  /** Tried first; 26417 when left out, 0 for any. */
  readonly port?: number;
  /** The folder of the page; that of the simulator when left out. */
  readonly folder?: string;
  /**
   * An address of this machine in its network, such as 192.168.1.20: the page is served there too, on
   * the same port, to all who can reach it. To nobody else when left out.
   */
  readonly lan?: string;
  /** Take no other port than this one. */
  readonly strictPort?: boolean;
}

/** The page as it is served, to this machine alone unless asked otherwise. */
export interface PageServer {
  /** Such as `http://127.0.0.1:26417/`. */
  readonly address: string;
  /** The same for others in the network; undefined where it is not served there. */
  readonly lanAddress: string | undefined;
  /** Ends it; open connections too. */
  close(): Promise<void>;
}

/**
 * Serves the page around a package.
 * @throws PortTakenError
 * @throws CommandFailure when the page is not built
 */
export async function servePage(
  options: PageServerOptions,
): Promise<PageServer> {
  const files = pageFiles(options.folder ?? PAGE_FOLDER);
  const { packageFile, otherPackages = [], lan } = options;
  files.set("/app.fba", servedFile(packageFile));
  for (const file of otherPackages) {
    files.set(`/${basename(file)}`, servedFile(file));
  }
  const watch = new PackageWatch([packageFile, ...otherPackages]);
  const serving = () =>
    createServer((request, response) => {
      void answer({ files, watch, lan }, request, response);
    });
  const servers = [serving()];
  const [server] = servers as [Server];
  const port = options.port ?? FIRST_PORT;
  await listen(server, HOST, port, options.strictPort ? port : LAST_PORT);
  const { port: taken } = server.address() as AddressInfo;
  const close = async () => {
    watch.close();
    await Promise.all(servers.map(closed));
  };
  if (lan !== undefined) {
    const outer = serving();
    try {
      await listen(outer, lan, taken, taken);
    } catch (error) {
      await close();
      throw error;
    }
    servers.push(outer);
  }
  return {
    address: `http://${HOST}:${taken}/`,
    lanAddress: lan === undefined ? undefined : `http://${lan}:${taken}/`,
    close,
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Takes the first free port of an address from `port` to `last`. */
function listen(
  server: Server,
  host: string,
  port: number,
  last: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = port;
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") reject(error);
      else if (next < last) server.listen(++next, host);
      else reject(new PortTakenError(`port ${next} is taken`));
    });
    server.listen(next, host, () => resolve());
  });
}

/** What is served, and to whom. */
interface Serving {
  readonly files: ReadonlyMap<string, ServedFile>;
  readonly watch: PackageWatch;
  readonly lan: string | undefined;
}

async function answer(
  { files, watch, lan }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, headers = {}, body?: Buffer | string) =>
    response.writeHead(status, { ...HEADERS, ...headers }).end(body);
  if (!isOwnHost(request.headers.host, lan)) return void send(403);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return void send(405, { Allow: "GET, HEAD" });
  }
  const path = pathOf(request.url ?? "");
  if (path === undefined) return void send(400);
  if (path === `/${CHANGES}` && request.method === "GET") {
    return watch.add(response, HEADERS);
  }
  const found = files.get(path);
  const read = found && (await readFile(found.file).catch(() => undefined));
  const bytes =
    read && found.type.startsWith("text/html") ? marked(read) : read;
  if (!found || !bytes) return void send(404);
  if (isEmptyRange(request.headers.range, bytes.length)) {
    return void send(416, { "Content-Range": `bytes */${bytes.length}` });
  }
  send(
    200,
    { "Content-Type": found.type, "Content-Length": bytes.length },
    request.method === "HEAD" ? undefined : bytes,
  );
}

/** The page, told that this server says when the package is another one. */
function marked(page: Buffer): Buffer {
  const mark = `<meta name="package-changes" content="${CHANGES}" />`;
  return Buffer.from(
    page.toString("utf8").replace("</head>", `${mark}</head>`),
  );
}

/** The path of an address, decoded; undefined when it is not encoded as addresses are. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*/s, ""));
  } catch {
    return undefined;
  }
}

/** True for a range of bytes that ends before it begins, or begins behind the end. Files go out whole. */
function isEmptyRange(range: string | undefined, length: number): boolean {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (match === null) return false;
  const [first, last] = [Number(match[1]), match[2]];
  return first >= length || (last !== "" && Number(last) < first);
}

/** Other names for this machine belong to pages from elsewhere, which must not read ours. */
function isOwnHost(host: string | undefined, lan: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "");
  return name === HOST || name === "localhost" || name === lan;
}
