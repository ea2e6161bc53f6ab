import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { ENTRIES } from "./bundles";
import { PACKAGE, SOURCES, TYPES } from "./folders";

/** The one library whose types are in signatures; what they hold is nobody's business outside. */
const OPAQUE = "quickjs-emscripten";

/** Modules of Node whose types are in signatures. */
const NODE = ["node:util", "node:stream"];

/**
 * Writes the type declarations of the entries, and of what these import, into `dist/types`. They
 * need no other package: the types of the engine's library become opaque ones.
 * The sources are not type-checked.
 * @throws Error when a type cannot be declared or a signature names another library's type
 */
export function buildTypes(): void {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(PACKAGE, "../../tsconfig.json"),
    {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      stripInternal: true,
      rootDir: SOURCES,
      outDir: TYPES,
    },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: failWith },
  )!;
  const entries = Object.entries(ENTRIES).filter(([name]) => name !== "cli");
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    config.options,
  );
  const declarations = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (file, text) =>
    declarations.set(join(file), text),
  );
  if (diagnostics[0]) failWith(diagnostics[0]);
  const roots = entries.map(([, file]) =>
    join(TYPES, relative(SOURCES, file).replace(/\.ts$/, ".d.ts")),
  );
  rmSync(TYPES, { recursive: true, force: true });
  const opaque = new Set<string>();
  for (const file of reachable(roots, declarations)) {
    write(file, withoutLibrary(file, declarations.get(file)!, opaque));
  }
  const types = [...opaque]
    .sort()
    .map((name) => `export type ${name} = unknown;`);
  write(join(TYPES, "opaque.d.ts"), types.join("\n") + "\n");
}

function failWith(fault: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The declarations that the roots import, and these in turn; the roots too. */
function reachable(
  roots: readonly string[],
  declarations: ReadonlyMap<string, string>,
): Set<string> {
  const found = new Set(roots);
  for (const file of found) {
    const { importedFiles } = ts.preProcessFile(declarations.get(file)!);
    for (const { fileName } of importedFiles) {
      if (!fileName.startsWith(".")) {
        // Who uses `./run` and `./bridge` writes a command for Node and has its types.
        if (fileName === OPAQUE || NODE.includes(fileName)) continue;
        throw new Error(`${file} names a type of ${fileName}`);
      }
      const path = join(dirname(file), fileName);
      const target = [`${path}.d.ts`, join(path, "index.d.ts")].find((name) =>
        declarations.has(name),
      );
      if (target === undefined) throw new Error(`${path} has no declarations`);
      found.add(target);
    }
  }
  return found;
}

/** A declaration with imports of the opaque types; adds their names to `opaque`. */
function withoutLibrary(
  file: string,
  text: string,
  opaque: Set<string>,
): string {
  const own = relative(dirname(file), join(TYPES, "opaque"))
    .split(sep)
    .join("/");
  return text.replace(
    new RegExp(`^import (?:type )?\\{([^}]*)\\} from "${OPAQUE}";`, "gm"),
    (_, names: string) => {
      for (const name of names.split(",")) {
        opaque.add(name.replace(/^\s*type\s/, "").trim());
      }
      return `import type {${names.replace(/\btype /g, "")}} from "${own.startsWith(".") ? own : `./${own}`}";`;
    },
  );
}
