import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, SOURCES } from "../../tools/build/fresh-build";
import { makePackage } from "../../tools/build/make-package";
import type { Mutation } from "./list";

/**
 * The text of the mutation's file with the mutation in it.
 * @throws Error when the text to replace does not stand in the file exactly once
 */
export function mutatedText({ name, file, search, replace }: Mutation): string {
  const parts = readFileSync(join(ROOT, file), "utf8").split(search);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(
    `"${name}": its text stands ${parts.length - 1} times in ${file}, not once: ${search}`,
  );
}

/** Builds the mutated package in a copy of the sources, uses it, and deletes it. */
export async function withMutation<T>(
  mutation: Mutation,
  use: (packageFile: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mutation-"));
  try {
    for (const name of SOURCES) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, mutation.file), mutatedText(mutation));
    await makePackage(folder, 6);
    return await use(join(folder, "build", "app.fba"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
