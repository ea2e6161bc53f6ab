import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PNG } from "pngjs";
import { draw } from "./drawing";
import {
  FIGURE_WIDTH,
  figureSheet,
  hasFigures,
  type Sheet,
} from "./figure-sheet";
import { ROOT } from "./fresh-build";

// `tsx tools/build/figures.ts [WIDTH]`: makes the pictures of the figure, if they are out of date.

/**
 * Without transparency the toolchain packs two bytes a pixel in place of three, and the watch
 * reads about a third less. The display is black.
 */
const ON_BLACK = {
  colorType: 2,
  inputHasAlpha: true,
  bgColor: { red: 0, green: 0, blue: 0 },
} as const;

/** Draws a sheet and cuts it into files, which take the place of all others there. */
export function makeFigures(sheet: Sheet): void {
  const { cells, width, height, svg, mark, markFile } = sheet;
  const whole = draw(svg);
  const folder = join(ROOT, sheet.folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, x, y } of cells) {
    const one = new PNG({ width, height });
    PNG.bitblt(whole, one, x, y, width, height, 0, 0);
    writeFileSync(join(folder, name), PNG.sync.write(one, ON_BLACK));
  }
  mkdirSync(dirname(join(ROOT, markFile)), { recursive: true });
  writeFileSync(join(ROOT, markFile), mark);
}

if (require.main === module) {
  const [width = String(FIGURE_WIDTH)] = process.argv.slice(2);
  if (!/^[1-9]\d*[02468]$/.test(width)) {
    console.error(
      `figures: ${width} is no width: it is an even number of pixels from 10 on. Nothing was made.`,
    );
    process.exitCode = 2;
  } else {
    const sheet = figureSheet(Number(width));
    if (!hasFigures(ROOT, sheet)) makeFigures(sheet);
  }
}
