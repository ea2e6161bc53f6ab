import { dirname, join, relative, resolve } from "node:path";
import remapping, { type SourceMapInput } from "@jridgewell/remapping";
import {
  rollup,
  type GetModuleInfo,
  type OutputChunk,
  type Plugin,
} from "rollup";
import { CommandFailure } from "fitbit-simulator/run";
import ts from "typescript";
import { inlineConstants } from "./constants";
import type { Module } from "./merge-cases";
import { mergeFunctions } from "./merge-functions";

// The watch app as few functions with short names, in place of its sources: the
// step before the official toolchain.

/** What the compiler made of a source. */
interface Compiled {
  readonly code: string;
  readonly map: string;
}

/** The sources of an app in ES5, by path. @throws CommandFailure with what does not compile */
function compile(entry: string, settings: string): Map<string, Compiled> {
  const { config } = ts.readConfigFile(settings, ts.sys.readFile) as {
    config: unknown;
  };
  const parsed = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(settings),
  );
  const program = ts.createProgram([entry, ...parsed.fileNames], {
    ...parsed.options,
    noEmit: false,
    importHelpers: false,
  });
  const errors = ts.getPreEmitDiagnostics(program);
  if (errors.length) {
    const host: ts.FormatDiagnosticsHost = {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => process.cwd(),
      getNewLine: () => "\n",
    };
    throw new CommandFailure(ts.formatDiagnostics(errors, host).trim());
  }
  const made = new Map<string, { code?: string; map?: string }>();
  program.emit(undefined, (name, text) => {
    const source = resolve(name.replace(/\.js(\.map)?$/, ".ts"));
    const one = made.get(source) ?? {};
    if (name.endsWith(".map")) one.map = text;
    else one.code = text;
    made.set(source, one);
  });
  return made as Map<string, Compiled>;
}

/** Gives the bundler what the compiler made. */
function compiled(files: ReadonlyMap<string, Compiled>): Plugin {
  return {
    name: "compiled",
    resolveId(id, importer) {
      if (!importer) return id;
      // What is no path is a module of the system.
      if (!id.startsWith(".")) return { id, external: true };
      return resolve(dirname(importer), `${id}.ts`);
    },
    load: (id) => files.get(id),
  };
}

/** Writes constants where they are used. */
export const constants: Plugin = {
  name: "constants",
  renderChunk(code) {
    const text = inlineConstants(code, this.parse(code, {}) as never);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
};

/** Merges small functions of all chunks, and keeps the source maps true. */
export const merging: Plugin = {
  name: "merging",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle) as OutputChunk[];
    const modules = new Map<string, Module>();
    // What is loaded when it is needed is read by the names of its source.
    const read = new Set(
      chunks.flatMap(({ code }) =>
        [...code.matchAll(/\.(\w+)/g)].map(([, name]) => name),
      ),
    );
    for (const { fileName, code, isEntry, isDynamicEntry, exports } of chunks) {
      const open = isEntry
        ? exports
        : exports.filter((name) => isDynamicEntry && read.has(name));
      const program = this.parse(code, {}) as unknown as Module["program"];
      modules.set(fileName, { code, program, open: new Set(open) });
    }
    for (const [file, text] of mergeFunctions(modules)) {
      const chunk = bundle[file] as OutputChunk;
      const steps = [text.generateMap({ hires: true }), chunk.map!];
      chunk.code = text.toString();
      chunk.map = remapping(steps as SourceMapInput[], () => null) as never;
    }
  },
};

/** The modules that come with one, without those that are loaded when needed. */
function reachedFrom(entry: string, infoOf: GetModuleInfo): Set<string> {
  const reached = new Set([entry]);
  // What is added on the way is visited too.
  for (const id of reached)
    infoOf(id)!.importedIds.forEach((other) => reached.add(other));
  return reached;
}

/**
 * Which part of the app holds which module. What the part that runs sessions holds
 * stays in it though others, which are loaded after it, use it too: by itself it
 * would be a part of its own, which costs memory. What the main part reaches is its own.
 */
function partsOf(root: string, infoOf: GetModuleInfo): Map<string, string> {
  const from = (name: string) => reachedFrom(join(root, "app", name), infoOf);
  return new Map([
    ...[...from("session-runner.ts")].map(
      (id) => [id, "session-runner"] as const,
    ),
    ...[...from("index.ts")].map((id) => [id, "main"] as const),
  ]);
}

/**
 * Bundles the watch app for the official toolchain.
 * @param root the project's folder
 * @returns the files of the app's folder, by name, with a source map each
 * @throws CommandFailure with what does not compile
 */
export async function watchApp(root: string): Promise<Map<string, string>> {
  const entry = join(root, "app", "index.ts");
  const files = compile(entry, join(root, "app", "tsconfig.json"));
  const bundle = await rollup({
    input: entry,
    // The main chunk stays apart from the entry, which a watch may load twice.
    preserveEntrySignatures: "strict",
    plugins: [compiled(files), constants, merging],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  let parts: ReadonlyMap<string, string> | undefined;
  const { output } = await bundle.generate({
    format: "es",
    sourcemap: true,
    // From the project's folder, with slashes on any system.
    sourcemapPathTransform: (path) =>
      relative(root, resolve(path)).replaceAll("\\", "/"),
    chunkFileNames: "[name].js",
    hoistTransitiveImports: false,
    // What one chunk takes from another has a name of one letter.
    minifyInternalExports: true,
    manualChunks(id, { getModuleInfo }) {
      parts ??= partsOf(root, getModuleInfo);
      return parts.get(id);
    },
  });
  const made = new Map<string, string>();
  for (const chunk of output as OutputChunk[]) {
    made.set(chunk.fileName, chunk.code);
    made.set(`${chunk.fileName}.map`, String(chunk.map));
  }
  return made;
}
