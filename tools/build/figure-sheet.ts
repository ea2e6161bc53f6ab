import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXERCISES } from "../../common/exercises";
import { BOX_HEIGHT, BOX_WIDTH, readFigure } from "../../common/pose-frame";
import { figureMarkup } from "../../phone/figure-image";

// The pictures of the figure that the watch shows one after another, as one sheet.

/** Pixels across a picture, on displays of 336 pixels. */
export const FIGURE_WIDTH = 210;
/** The last picture of the fine way, which shows the last key pose. */
export const LAST = 10;
/** Steps of the coarse way, whose pictures are numbered on from there. */
const COARSE = 5;
/** Pictures beside each other on the sheet. */
const COLUMNS = 10;

/** Where the pictures are in the project that its package for 336 pixels takes as they are. */
const FIGURES_FOLDER = "resources/figures";
/** Where the marks of what pictures were made from are, and pictures of other sizes. */
const CACHE = ".cache/figures";

/** One picture: its file's name, and its place on the sheet in pixels. */
export interface Cell {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** All pictures of one size on one sheet. */
export interface Sheet {
  readonly cells: readonly Cell[];
  /** Of one picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The whole sheet. */
  readonly svg: string;
  /** Changes when a picture, or how they are made, changes. */
  readonly mark: string;
  /** Where its pictures belong in the project, and the file of its mark. */
  readonly folder: string;
  readonly markFile: string;
}

/** How far, 0 to 1, each picture of an exercise is on the way to its last key pose, by number. */
function shares(kind: string): Map<number, number> {
  if (kind === "hold") return new Map([[LAST, 1]]);
  const all = new Map<number, number>();
  for (let i = 0; i <= LAST; i++) all.set(i, i / LAST);
  for (let i = 0; i <= COARSE; i++) all.set(LAST + 1 + i, i / COARSE);
  return all;
}

/** Every picture: its file's name, and its markup in a box of 300 × 150. */
function pictures(): Array<readonly [name: string, markup: string]> {
  return EXERCISES.flatMap(({ id, kind, pose }) => {
    const figure = readFigure(pose);
    const last = figure.poses.length - 1;
    return [...shares(kind)].flatMap(([number, share]) => {
      const file = `${id}-${String(number).padStart(2, "0")}.png`;
      const right = figureMarkup(figure, 0, last, share);
      const left = `<g transform="matrix(-1 0 0 1 ${BOX_WIDTH} 0)">${right}</g>`;
      return [[file, right] as const, [`l-${file}`, left] as const];
    });
  });
}

/** Where pictures `width` pixels across belong in the project. */
export function figuresFolder(width: number): string {
  return width === FIGURE_WIDTH ? FIGURES_FOLDER : `${CACHE}-${width}`;
}

/** The sheet with pictures `width` pixels across. */
export function figureSheet(width = FIGURE_WIDTH): Sheet {
  const height = (width * BOX_HEIGHT) / BOX_WIDTH;
  const cells: Cell[] = [];
  const drawn = pictures().map(([name, markup], at) => {
    const x = (at % COLUMNS) * width;
    const y = Math.floor(at / COLUMNS) * height;
    cells.push({ name, x, y });
    return (
      `<svg x="${x}" y="${y}" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${BOX_WIDTH} ${BOX_HEIGHT}">${markup}</svg>`
    );
  });
  const across = COLUMNS * width;
  const down = Math.ceil(cells.length / COLUMNS) * height;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}">` +
    `${drawn.join("")}</svg>`;
  const maker = createHash("sha256");
  for (const file of ["figures.ts", "drawing.ts"]) {
    maker.update(readFileSync(join(__dirname, file)));
  }
  const mark = maker.update(svg).digest("hex");
  const folder = figuresFolder(width);
  const markFile = width === FIGURE_WIDTH ? CACHE : `${folder}.mark`;
  return { cells, width, height, svg, mark, folder, markFile };
}

/** Whether a project's folder has the pictures of a sheet. */
export function hasFigures(root: string, sheet: Sheet): boolean {
  const { cells, mark, folder, markFile } = sheet;
  const file = join(root, markFile);
  return (
    existsSync(file) &&
    readFileSync(file, "utf8") === mark &&
    cells.every(({ name }) => existsSync(join(root, folder, name)))
  );
}
