import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "../build/fresh-build";

/** The page as `npm start` serves it. */
export interface Site {
  readonly address: string;
  /** Ends it as Ctrl-C does; gives its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the command behind `npm start` and waits for its address.
 * @param root the checkout whose page it is; this one when left out
 * @param options of the command
 */
export function serve(
  root: string = ROOT,
  options: readonly string[] = [],
): Promise<Site> {
  // Without tsx in between, which gives up on a busy server that is to stop.
  const command = ["--import", "tsx", "tools/page/serve.ts", ...options];
  const server = spawn(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (part) => (said += String(part)));
    server.stdout.on("data", (part) => {
      const address = /http:\/\/\S+/.exec(String(part))?.[0];
      if (address !== undefined) resolve({ address, stop: () => stop(server) });
    });
    server.once("exit", (code) =>
      reject(new Error(`the server ended with ${code}: ${said}`)),
    );
  });
}

function stop(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return Promise.resolve(server.exitCode);
  return new Promise((resolve) => {
    server.once("exit", resolve);
    server.kill("SIGINT");
  });
}
