import { readFileSync } from "node:fs";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { strFromU8, unzipSync } from "fflate";

/** A place in a file of the watch app, as stack traces name it. */
const PLACE = /(?:\.\/|\/|\b)(app\/)?([\w.-]+\.js):(\d+):(\d+)/g;

/** The source maps that the toolchain packs beside the watch app, by file. */
function packedMaps(packageFile: string): Map<string, TraceMap> {
  const files = unzipSync(readFileSync(packageFile), {
    filter: ({ name }) => /^sourceMaps\/device\/.*\.map$/.test(name),
  });
  return new Map(
    Object.entries(files).map(([path, bytes]) => [
      path
        .split("/")
        .pop()!
        .replace(/\.map$/, ""),
      new TraceMap(strFromU8(bytes)),
    ]),
  );
}

/**
 * Puts files and lines of the source in place of those of a built watch app.
 * @param packageFile the package
 * @param text a stack trace, or any other text; what is no known place stays
 */
export function sourceLines(packageFile: string, text: string): string {
  const maps = packedMaps(packageFile);
  return text.replace(PLACE, (place, _, file: string, line, column) => {
    const packed = maps.get(file);
    if (!packed) return place;
    const at = originalPositionFor(packed, {
      line: Number(line),
      column: Math.max(0, Number(column) - 1),
    });
    return at.source === null ? place : `${at.source}:${at.line}`;
  });
}
