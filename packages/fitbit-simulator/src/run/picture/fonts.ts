import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { trueType } from "./woff";

/** A font file of the package `@fontsource/<name>`. */
interface FontFile {
  readonly family: string;
  readonly name: string;
  readonly file: string;
}

function files(
  family: string,
  weights: readonly number[],
  subsets: readonly string[],
): FontFile[] {
  const name = family.toLowerCase().replace(" ", "-");
  return subsets.flatMap((subset) =>
    weights.map((weight) => ({
      family,
      name,
      file: `${name}-${subset}-${weight}-normal.woff`,
    })),
  );
}

/** The fonts that texts of a view are drawn in, and for the letters that Barlow lacks, Open Sans. */
const FONTS: readonly FontFile[] = [
  ...files("Barlow", [300, 400, 600], ["latin", "latin-ext"]),
  ...files("Open Sans", [400, 700], ["cyrillic"]),
];

/** Beside a bundle, where the build copies them. */
const BESIDE = join(__dirname, "fonts");

/** Where the fonts' files are: beside the bundle, or as npm puts them for the sources. */
export function fontPaths(): (FontFile & { path: string })[] {
  const { resolve } = createRequire(__filename);
  return FONTS.map((font) => ({
    ...font,
    path: existsSync(BESIDE)
      ? join(BESIDE, font.file)
      : join(
          dirname(resolve(`@fontsource/${font.name}/package.json`)),
          "files",
          font.file,
        ),
  }));
}

/** Writes the fonts into a folder as TrueType. */
export function writeFonts(folder: string): void {
  for (const { family, file, path } of fontPaths()) {
    writeFileSync(
      join(folder, file.replace(/\.woff$/, ".ttf")),
      trueType(readFileSync(path), family),
    );
  }
}
