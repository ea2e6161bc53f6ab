import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE, SOURCES } from "./folders";

/** True when a built file is missing or older than what the package is built from. */
export function isStale(built: string): boolean {
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  const inputs = [SOURCES, join(PACKAGE, "tools")].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) =>
      join(folder, String(name)),
    ),
  );
  inputs.push(join(PACKAGE, "../../package-lock.json"));
  return inputs.some((file) => statSync(file).mtimeMs > mtimeMs);
}
