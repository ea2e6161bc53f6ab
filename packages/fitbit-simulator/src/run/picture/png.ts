import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFonts } from "./fonts";

/** What is used of the library that draws SVG. */
interface Library {
  Resvg: new (
    svg: string,
    options: {
      font: {
        fontFiles: string[];
        loadSystemFonts: boolean;
        defaultFontFamily: string;
      };
    },
  ) => { render(): { asPng(): Uint8Array } };
}

/** It has native parts for each system, so it is no part of this package. */
const LIBRARY = "@resvg/resvg-js";

/**
 * An SVG of the screen as PNG, one pixel for each of the screen. Letters that the fonts which come
 * with this package lack are drawn in the system's.
 * @throws Error with what to do when the library is not installed
 */
export function pngOf(svg: string): Uint8Array {
  const { Resvg } = library();
  const folder = mkdtempSync(join(tmpdir(), "fitbit-sim-fonts-"));
  try {
    writeFonts(folder);
    const fontFiles = readdirSync(folder).map((name) => join(folder, name));
    const picture = new Resvg(svg, {
      font: {
        fontFiles,
        loadSystemFonts: true,
        defaultFontFamily: "Barlow",
      },
    });
    return picture.render().asPng();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Looked for beside this package and in the folder where the command runs. */
function library(): Library {
  for (const from of [__filename, join(process.cwd(), "package.json")]) {
    try {
      return createRequire(from)(LIBRARY) as Library;
    } catch {
      // The next place may have it.
    }
  }
  throw new Error(
    `a PNG needs ${LIBRARY}, which is not installed: npm install ${LIBRARY}, or name a file that ends in .svg`,
  );
}
