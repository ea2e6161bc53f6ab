import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type FitbitPackage, watchModel } from "fitbit-simulator";
import { Views } from "./views";

const STAND_INS = [
  "time",
  "targets",
  "document",
  "files",
  "modules",
  "memory",
].map((name) => `${name}.js`);

/** A package's watch program in a folder of its own, with the stand-ins beside it. */
export interface Workplace {
  /** Paths of the stand-ins, in the order in which they are run. */
  readonly standIns: readonly string[];
  /** The folder of the program, and its main file. */
  readonly folder: string;
  readonly main: string;
  /** Whether a button of the case leaves a view, as on watches before Versa 3. */
  readonly backButton: boolean;
  readonly views: Views;
  /** Writes a script; answers its path. */
  script(name: string, source: string): string;
  dispose(): void;
}

/**
 * Unpacks what an engine needs. Copies, so that a file that turns out to be
 * no engine gets nothing of the project in its hands.
 */
export function workplace(pkg: FitbitPackage): Workplace {
  const root = mkdtempSync(join(tmpdir(), "bench-"));
  const folder = join(root, "program");
  const bundle = pkg.watch(pkg.targets[0]!);
  for (const [path, data] of bundle.files) {
    if (path.endsWith(".js")) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, data);
    }
  }
  cpSync(join(__dirname, "stand-ins"), join(root, "stand-ins"), {
    recursive: true,
  });
  return {
    standIns: STAND_INS.map((name) => join(root, "stand-ins", name)),
    folder,
    main: bundle.manifest.main,
    backButton: watchModel(bundle.target)?.sdk === 4,
    views: new Views(bundle),
    script: (name, source) => {
      const path = join(root, name);
      writeFileSync(path, source);
      return path;
    },
    dispose: () => rmSync(root, { recursive: true }),
  };
}
