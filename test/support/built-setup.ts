import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import setUpSimulator from "../../packages/fitbit-simulator/test/support/built-setup";

/** Builds the simulator and its page with this app, for tests of what is built. */
export default function setUp(): void {
  setUpSimulator();
  const build = ["--import", "tsx", "tools/page/build-web.ts"];
  const cwd = resolve(__dirname, "../..");
  execFileSync(process.execPath, build, { cwd, stdio: "inherit" });
}
