import { execFileSync } from "node:child_process";
import setUpSimulator from "../../packages/fitbit-simulator/test/support/built-setup";
import { ROOT } from "../../tools/build/fresh-build";

/** Builds the simulator and its page with this app, for tests of what is built. */
export default function setUp(): void {
  setUpSimulator();
  const build = ["--import", "tsx", "tools/page/build-web.ts"];
  execFileSync(process.execPath, build, { cwd: ROOT, stdio: "ignore" });
}
