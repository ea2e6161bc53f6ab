import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PACKAGE = "@fontsource-variable/noto-sans-jp";
/** A font's many files are each for some characters only: `U+3042,U+4e00-4e05`. */
const FACE = /url\(\.\/([^)]+)\)[^;]*;\s*unicode-range:\s*([^;}]+)/g;

function contains(ranges: string, code: number): boolean {
  return ranges.split(",").some((range) => {
    const [first = "", last = first] = range.trim().slice(2).split("-");
    return code >= parseInt(first, 16) && code <= parseInt(last, 16);
  });
}

/**
 * Styles that bring the ideographs and kana of a text with them, so that a
 * picture of Japanese is the same on a machine without such fonts. Empty for
 * texts without them.
 */
export function glyphs(text: string): string {
  const codes = [...new Set(text)]
    .map((character) => character.codePointAt(0)!)
    .filter((code) => code >= 0x2e80);
  if (codes.length === 0) return "";
  const index = createRequire(__filename).resolve(`${PACKAGE}/index.css`);
  const faces = [...readFileSync(index, "utf8").matchAll(FACE)];
  return faces
    .filter(([, , ranges]) => codes.some((code) => contains(ranges!, code)))
    .map(([, file, ranges]) => {
      const font = readFileSync(join(dirname(index), file!), "base64");
      return (
        `@font-face { font-family: "Noto Sans"; font-weight: 100 900;` +
        ` src: url(data:font/woff2;base64,${font}); unicode-range: ${ranges} }`
      );
    })
    .join("\n");
}
