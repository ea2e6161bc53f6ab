import { spawn } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { buildWeb, isWebStale, WEB } from "./build-web";
import { freshBuild } from "../build/fresh-build";

const HOST = "127.0.0.1";
const PORT = 4173;

/** Builds what is stale and serves the page until someone ends it. */
async function main(): Promise<void> {
  const app = freshBuild();
  if (isWebStale()) await buildWeb();
  await copyFile(app, join(WEB, "app.fba"));

  const { preview } = await import("vite");
  const { default: config, POLICY } =
    await import("../../packages/fitbit-simulator/src/web/vite.config.js");
  const server = await preview({
    ...config,
    preview: {
      host: HOST,
      port: portFrom(process.env["PORT"]),
      strictPort: false,
      headers: {
        "Content-Security-Policy": `${POLICY}; frame-ancestors 'none'`,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
      },
    },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the server has no address");
  process.stdout.write(`${address}\n`);
  if (process.stdout.isTTY && !process.env["CI"]) openBrowser(address);

  const stop = () => {
    void server.close().finally(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function portFrom(text: string | undefined): number {
  if (text === undefined || text === "") return PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${text}"; allowed: 1 to 65535`);
}

/** Where there is no browser, the printed address is enough. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : hasDesktop()
          ? ["xdg-open"]
          : [];
  if (command === undefined) return;
  const browser = spawn(command, [...args, address], {
    stdio: "ignore",
    detached: true,
  });
  browser.on("error", () => undefined);
  browser.unref();
}

/** Else `xdg-open` would look for a browser inside the terminal. */
function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
