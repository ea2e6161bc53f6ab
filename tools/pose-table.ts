import { mkdir, writeFile } from "node:fs/promises";
import { EXERCISE_IDS } from "../common/exercise-ids";
import { figureMarkup } from "../common/phone/figure-image";
import { BOX_HEIGHT, BOX_WIDTH, readFigure } from "../common/pose-frame";
import { POSES } from "../common/poses";

/** Where the pictures of `docs/poses.md` are. */
export const POSES_FOLDER = "docs/poses";
const GAP = 12;

/** An exercise's key poses side by side, in the order they are gone through, as SVG on black. */
export function keyPoses(code: number): string {
  const figure = readFigure(POSES[code]!);
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

async function drawAll(): Promise<void> {
  await mkdir(POSES_FOLDER, { recursive: true });
  for (const [code, id] of EXERCISE_IDS.entries()) {
    await writeFile(`${POSES_FOLDER}/${id}.svg`, keyPoses(code));
  }
}

if (require.main === module) void drawAll();
