import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { textWidth } from "fitbit-simulator/draw";
import { ROOT } from "../build/fresh-build";
import type { PictureShape } from "./picture";

const WORDS = join(ROOT, "app/i18n");
/** Pixels: a watch on the sheet, the way to the next, a label's column and the head. */
const SIDE = 240;
const STEP = SIDE + 16;
const LABEL = 150;
const HEAD = 60;
const MARGIN = 24;
const BLOCKS = 2;
const ESTIMATE = { size: 27, bold: true };

/** How wide all words of the watch are in a language, in pixels of its letters. */
function wordsWidth(locale: string): number {
  const source = readFileSync(join(WORDS, `${locale}.po`), "utf8");
  const texts = [...source.matchAll(/^msgstr "(.+)"$/gm)];
  return texts.reduce(
    (sum, [, text]) => sum + textWidth(text!, ESTIMATE.size, ESTIMATE.bold),
    0,
  );
}

/** The language whose words are longest on the watch. */
export function longestLocale(): string {
  const locales = readdirSync(WORDS).map((file) => file.replace(".po", ""));
  return locales.reduce((longest, locale) =>
    wordsWidth(locale) > wordsWidth(longest) ? locale : longest,
  );
}

/** Languages of the sheet: the default one, the longest, and one of ideographs. */
export function sheetLocales(): string[] {
  return ["en-US", longestLocale(), "ja-JP"];
}

/** Screens by name, each as SVG in the order of the languages. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** Every screen of a display in every language of the sheet, as HTML, and its size in pixels. */
export function contactSheet(
  rows: Rows,
  locales: readonly string[],
  display: PictureShape,
): { markup: string; width: number; height: number } {
  const perBlock = Math.ceil(rows.size / BLOCKS);
  const block = LABEL + locales.length * STEP + MARGIN;
  const width = BLOCKS * block + MARGIN;
  const height = HEAD + perBlock * STEP + MARGIN;
  let cells = "";
  const text = (x: number, y: number, style: string, words: string) =>
    (cells += `<div style="position:absolute;left:${x}px;top:${y}px;${style}">${words}</div>`);
  [...rows].forEach(([name, svgs], index) => {
    const left = MARGIN + Math.floor(index / perBlock) * block;
    const top = HEAD + (index % perBlock) * STEP;
    text(left, top + SIDE / 2 - 12, "font-size:19px", name);
    svgs.forEach((svg, column) => {
      const x = left + LABEL + column * STEP;
      if (index % perBlock === 0) {
        text(x, 18, `width:${SIDE}px;${HEADING}`, locales[column]!);
      }
      cells += watchAt(svg, x, top, `${index}-${column}-`, display);
    });
  });
  const style = `position:relative;width:${width}px;height:${height}px;background:#e9edf0;color:#22303a;line-height:1.3;font-family:'Open Sans',sans-serif`;
  return { markup: `<div style="${style}">${cells}</div>`, width, height };
}

const HEADING = "font-size:22px;font-weight:700;text-align:center";

/** A screen with the display's corners; its definitions get names of their own on the sheet. */
function watchAt(
  svg: string,
  x: number,
  y: number,
  prefix: string,
  { width, height, cornerRadius }: PictureShape,
): string {
  const own = svg.replace(/(id="|url\(#)watch-/g, `$1${prefix}`);
  const scale = SIDE / width;
  return (
    `<div style="position:absolute;left:${x}px;top:${y}px;width:${width}px;height:${height}px;line-height:0;` +
    `overflow:hidden;border-radius:${cornerRadius}px;transform:scale(${scale});transform-origin:0 0">${own}</div>`
  );
}
