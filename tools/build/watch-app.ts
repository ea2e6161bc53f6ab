import { basename, dirname, join, relative, resolve } from "node:path";
import remapping, { type SourceMapInput } from "@jridgewell/remapping";
import { rollup, type OutputChunk, type Plugin } from "rollup";
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

/** A further copy of a part that is let go of once it is over: that of the part, and its number. */
const COPY = /^\.\/([a-z-]+)-\d$/;

/** A source that is only one function which runs once; see `merge-cases`. */
function runsOnce(code: string): boolean {
  return code.includes("@once") && code.match(/^export /gm)?.length === 1;
}

/**
 * The sources that go into the main part, and that other parts take from there. What
 * runs once has no name left there: other parts have their own.
 */
function mainSources(
  root: string,
  files: ReadonlyMap<string, Compiled>,
): ReadonlySet<string> {
  const reached = new Set([join(root, "app", "index.ts")]);
  // What is added on the way is visited too.
  for (const id of reached) {
    for (const [, to] of files.get(id)!.code.matchAll(/ from "(\..*?)"/g))
      reached.add(resolve(dirname(id), `${to}.ts`));
  }
  return new Set([...reached].filter((id) => !runsOnce(files.get(id)!.code)));
}

/**
 * Gives the bundler what the compiler made. A part that is loaded when it is needed
 * has all that it uses and the main part does not use for itself, so that it can be
 * let go of by itself: its modules have its name behind a question mark.
 */
function compiled(
  files: ReadonlyMap<string, Compiled>,
  main: ReadonlySet<string>,
): Plugin {
  return {
    name: "compiled",
    resolveId(id, importer) {
      if (!importer) return id;
      // What is no path is a module of the system.
      if (!id.startsWith(".")) return { id, external: true };
      const [from, part] = importer.split("?");
      const path = resolve(dirname(from!), `${id}.ts`);
      return part && !main.has(path) ? `${path}?${part}` : path;
    },
    resolveDynamicImport(id, importer) {
      if (COPY.test(id as string))
        return { id: `${id as string}.js`, external: true };
      const path = resolve(dirname(importer), `${id as string}.ts`);
      return `${path}?${basename(path, ".ts")}`;
    },
    load: (id) => files.get(id.split("?")[0]!),
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

/**
 * Bundles the watch app for the official toolchain.
 * @param root the project's folder
 * @param plain leaves functions and constants as they are in the source
 * @returns the files of the app's folder, by name, with a source map each
 * @throws CommandFailure with what does not compile
 */
export async function watchApp(
  root: string,
  plain = false,
): Promise<Map<string, string>> {
  const entry = join(root, "app", "index.ts");
  const files = compile(entry, join(root, "app", "tsconfig.json"));
  const main = mainSources(root, files);
  const bundle = await rollup({
    input: entry,
    // The main chunk stays apart from the entry, which a watch may load twice.
    preserveEntrySignatures: "strict",
    plugins: [compiled(files, main), ...(plain ? [] : [constants, merging])],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
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
    manualChunks: (id) => (main.has(id) ? "main" : id.split("?")[1]),
  });
  const made = new Map<string, string>();
  const add = (fileName: string, { code, map }: OutputChunk): void => {
    made.set(fileName, code);
    made.set(`${fileName}.map`, String(map));
  };
  const chunks = output as OutputChunk[];
  for (const chunk of chunks) add(chunk.fileName, chunk);
  for (const id of chunks.flatMap(({ dynamicImports }) => dynamicImports)) {
    const [, of] = COPY.exec(id.replace(/\.js$/, "")) ?? [];
    const original = chunks.find(({ fileName }) => fileName === `${of}.js`);
    if (original) add(id, original);
  }
  return made;
}
