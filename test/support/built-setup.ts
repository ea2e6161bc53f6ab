import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import setUpSimulator from "../../packages/fitbit-simulator/test/support/built-setup";

/** Builds the simulator and its page with this app, for tests of what is built. */
export default function setUp(): void {
  setUpSimulator();
  const cwd = resolve(__dirname, "../..");
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ["--import", "tsx", ...args], {
      ...{ cwd, stdio: "inherit" },
    });
  run("tools/page/build-web.ts");
  // Servers that begin at once would all make it, each in the place of another's.
  run("-e", "require('./tools/page/build-web').buildOwnPage()");
}
