import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACKAGE } from "../../tools/folders";

/** Without what npm tells the programs that it starts, so that these are called as by a person. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
);

/** What a command has done. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder elsewhere, with nothing but the packed simulator installed in it. */
export class Installed {
  readonly folder = mkdtempSync(join(tmpdir(), "fitbit-sim-"));
  /** Paths inside the tarball. */
  readonly packed: readonly string[];

  constructor() {
    // What `prepack` builds is fresh.
    const packed = this.npm(
      PACKAGE,
      ...["pack", "--ignore-scripts", "--json"],
      ...["--pack-destination", this.folder],
    );
    const [{ filename, files }] = JSON.parse(packed) as [
      { filename: string; files: { path: string }[] },
    ];
    this.packed = files.map(({ path }) => path);
    this.file("package.json", '{ "private": true }');
    this.npm(this.folder, "install", "--no-audit", "--no-fund", filename);
  }

  /** A new file in the folder; gives its path. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** `npx fitbit-sim` with these arguments. */
  npx(...args: string[]): Ran {
    return this.run("npx", "--offline", "fitbit-sim", ...args);
  }

  /** The installed command without npx, which takes its time. */
  command(...args: string[]): Ran {
    const bin = join(this.folder, "node_modules/.bin/fitbit-sim");
    return this.run(process.execPath, bin, ...args);
  }

  run(command: string, ...args: string[]): Ran {
    return spawnSync(command, args, { ...this.place, encoding: "utf8" });
  }

  /** `npx fitbit-sim serve` until `use` is done; it has ended when this returns. */
  async serving(
    args: string[],
    use: (address: string) => Promise<void>,
  ): Promise<void> {
    const server = spawn("npx", ["--offline", "fitbit-sim", "serve", ...args], {
      ...this.place,
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    // Not before the command itself has ended, which npx does not wait for.
    const ended = new Promise((resolve) => server.once("close", resolve));
    try {
      const address = await new Promise<string>((resolve, reject) => {
        server.stdout.once("data", (said) => resolve(String(said).trim()));
        void ended.then((code) => reject(new Error(`ended with ${code}`)));
      });
      await use(address);
    } finally {
      // As Ctrl-C does: the command, and npx around it.
      if (server.exitCode === null) process.kill(-server.pid!, "SIGINT");
    }
    await ended;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private get place() {
    return { cwd: this.folder, env: ENVIRONMENT };
  }

  /** npm with no network and nothing downloaded before. */
  private npm(cwd: string, ...args: string[]): string {
    const cache = join(this.folder, "cache");
    const offline = ["--offline", "--cache", cache];
    return execFileSync("npm", [...args, ...offline], {
      cwd,
      env: ENVIRONMENT,
      encoding: "utf8",
    });
  }
}
