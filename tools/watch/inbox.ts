import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import ts from "typescript";
import {
  ComputerFile,
  type ComputerInbox,
} from "../../common/wire/computer-inbox";
import { decodeCbor, encodeCbor } from "fitbit-simulator";
import { ROOT } from "../build/fresh-build";

/** A file that the companion has handed over. */
export interface HandedOver {
  readonly name: string;
  readonly data: Uint8Array;
}

/** The files of a watch's bundle, by path. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>;

const MAIN = "app/index.js";
const PROGRAM = "computer.js";

let program: Uint8Array | undefined;

/** What runs on the watch for the computer, as one script in the watch's language. */
function watchSide(): Uint8Array {
  if (program) return program;
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, "app/computer.ts")],
    ...{ bundle: true, write: false, format: "esm", target: "es2020" },
    ...{ external: ["fs"], logLevel: "silent" },
  });
  const { outputText } = ts.transpileModule(outputFiles[0]!.text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES5,
      module: ts.ModuleKind.CommonJS,
      removeComments: true,
    },
  });
  const { code } = transformSync(outputText, { minify: true, target: "es5" });
  return (program = new TextEncoder().encode(code));
}

/** The app's first script, which runs the computer's before it until this inbox was taken. */
function beginning(main: Uint8Array, id: string): Uint8Array {
  const text = new TextDecoder().decode(main);
  const strict = /^(["'])use strict\1;?/.exec(text)?.[0] ?? "";
  const mark = `/private/data/${ComputerFile.Taken}${id}`;
  const first = `try{require("fs").existsSync("${mark}")||require("./${PROGRAM}")}catch(e){console.error(String(e))}`;
  const rest = text.slice(strict.length);
  return new TextEncoder().encode(`"use strict";${first}\n${rest}`);
}

/**
 * A bundle that brings the watch what waits for it: files that the companion has handed over.
 * @param id of this inbox: letters and digits, 20 at most, never used before
 */
export function withInbox(
  files: BundleFiles,
  id: string,
  waiting: readonly HandedOver[],
): BundleFiles {
  const inbox: ComputerInbox = [
    id,
    waiting.map(({ name, data }) => [name, decodeCbor(data)]),
  ];
  return {
    ...files,
    [MAIN]: beginning(files[MAIN]!, id),
    [`app/${PROGRAM}`]: watchSide(),
    [`resources/${ComputerFile.Inbox}`]: encodeCbor(inbox),
  };
}
