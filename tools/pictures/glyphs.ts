import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A font as its package brings it. */
interface Font {
  readonly family: string;
  readonly weight: string;
  /** Its style sheet, among what is installed. */
  readonly sheet: string;
}

/** The letters of the watch; Japanese takes the place of what Barlow lacks. */
const FONTS: readonly Font[] = [
  ...["300", "400", "600"].map((weight) => ({
    ...{ family: "Barlow", weight, sheet: `@fontsource/barlow/${weight}.css` },
  })),
  {
    ...{ family: "Noto Sans", weight: "100 900" },
    sheet: "@fontsource-variable/noto-sans-jp/index.css",
  },
];

/** A font's many files are each for some characters only: `U+3042,U+4e00-4e05`. */
const FACE = /url\(\.\/([^)]+)\)[^;]*;\s*unicode-range:\s*([^;}]+)/g;

function contains(ranges: string, code: number): boolean {
  return ranges.split(",").some((range) => {
    const [first = "", last = first] = range.trim().slice(2).split("-");
    return code >= parseInt(first, 16) && code <= parseInt(last, 16);
  });
}

/** Stands for all Latin letters, which are always there: they are in one file. */
const LATIN = "A".charCodeAt(0);

/**
 * Styles that bring the letters of a text with them, so that a picture is the same on
 * a machine without such fonts.
 */
export function glyphs(text: string): string {
  const codes = [...new Set(text)].map((one) => one.codePointAt(0)!);
  codes.push(LATIN);
  return FONTS.flatMap((font) => faces(font, codes)).join("\n");
}

function faces({ family, weight, sheet }: Font, codes: number[]): string[] {
  const file = createRequire(__filename).resolve(sheet);
  return [...readFileSync(file, "utf8").matchAll(FACE)]
    .filter(([, , ranges]) => codes.some((code) => contains(ranges!, code)))
    .map(([, name, ranges]) => {
      const font = readFileSync(join(dirname(file), name!), "base64");
      return (
        `@font-face { font-family: "${family}"; font-weight: ${weight};` +
        ` src: url(data:font/woff2;base64,${font}); unicode-range: ${ranges} }`
      );
    });
}
