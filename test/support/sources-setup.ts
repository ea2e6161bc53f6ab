import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Builds the app's package once, before test workers could do so side by side. */
export default function setUp(): void {
  const build = ["--import", "tsx", "tools/build/fresh-build.ts"];
  const cwd = resolve(__dirname, "../..");
  execFileSync(process.execPath, build, { cwd, stdio: "inherit" });
}
