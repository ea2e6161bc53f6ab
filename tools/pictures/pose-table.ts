import { asCommand, parseNoArguments } from "fitbit-simulator/run";
import type { Browser } from "playwright-core";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import { bounds, figureMarkup } from "../../phone/figure-image";
import { BOX_HEIGHT, BOX_WIDTH, readFigure } from "../../common/pose-frame";
import { EXERCISES } from "../../common/exercises";
import { withBrowser } from "../page/browser";
import { renderPng, save } from "./picture";

/** Where the pictures of `docs/poses.md` are. */
export const POSES_FOLDER = "docs/poses";
/** Where the pictures are that the watch's lists show, and their size. */
export const ICONS_FOLDER = "resources/poses";
export const ICON = { width: 54, height: 34, cornerRadius: 0 };
const GAP = 12;
/** How much thicker small pictures are drawn. */
const BOLDER = 1.3;
/** Around a small picture, in the figure's own pixels, so that a row of them stays apart. */
const MARGIN = 12;

const USAGE = `npm run poses
Draws the pictures of docs/poses.md and those of the watch's lists.`;

/** An exercise's key poses side by side, in the order they are gone through, as SVG on black. */
export function keyPoses(code: number): string {
  const figure = readFigure(EXERCISES[code]!.pose);
  const count = figure.poses.length;
  const width = count * BOX_WIDTH + (count + 1) * GAP;
  const height = BOX_HEIGHT + 2 * GAP;
  const poses = figure.poses.map((_, pose) => {
    const x = GAP + pose * (BOX_WIDTH + GAP);
    return `<g transform="translate(${x} ${GAP})">${figureMarkup(figure, pose, pose, 0)}</g>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" rx="20"/>${poses.join("")}</svg>\n`
  );
}

/** The small picture of an exercise in the watch's lists: its last key pose, as SVG on black. */
export function icon(code: number): string {
  const figure = readFigure(EXERCISES[code]!.pose);
  const [left, top, right, bottom] = bounds(figure);
  const last = figure.poses.length - 1;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${ICON.width}" height="${ICON.height}" ` +
    `viewBox="${left - MARGIN} ${top} ${right - left + 2 * MARGIN} ${bottom - top}" preserveAspectRatio="xMidYMax" style="background:#000">` +
    `${bold(figureMarkup(figure, last, last, 0))}</svg>`
  );
}

/** A figure to be drawn small: without the floor, its first line, and thicker. */
function bold(markup: string): string {
  const thick = (_: string, width: string) =>
    `stroke-width="${Number(width) * BOLDER}"`;
  return markup
    .replace(/<path [^>]*>/, "")
    .replace(/stroke-width="([\d.]+)"/g, thick);
}

/** Draws the pictures of `docs/poses.md` and those of the watch's lists. */
export async function drawPoses(browser: Browser): Promise<void> {
  for (const [code, id] of EXERCISE_IDS.entries()) {
    save(`${POSES_FOLDER}/${id}.svg`, keyPoses(code));
    const png = await renderPng(browser, icon(code), ICON);
    save(`${ICONS_FOLDER}/${id}.png`, png);
  }
}

if (require.main === module) {
  void asCommand(async () => {
    if (parseNoArguments(process.argv.slice(2)) === "help") console.log(USAGE);
    else await withBrowser(drawPoses);
    return 0;
  });
}
