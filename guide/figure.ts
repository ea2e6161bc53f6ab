import { EXERCISES } from "../common/exercises";
import { BOX_WIDTH, readFigure } from "../common/pose-frame";
import { figureMarkup } from "../phone/figure-image";

/** A picture of the watch's figure: its side, its exercise, its number. */
const PICTURE = /^figures\/(l-)?([a-z-]+)-(\d+)\.png$/;
/** Pictures 0 to 10 go from the first pose to the last, and 11 to 16 the same way in larger steps. */
const LAST = 10;
const FIRST_QUICK = 11;
const LAST_QUICK = 16;

/** Where the watch's figure stands. */
export interface WatchFigure {
  /** Id of the exercise. */
  readonly name: string;
  /** The left side works. */
  readonly mirrored: boolean;
  /** 0 to 1 of the way from the first pose to the last. */
  readonly share: number;
}

/** The figure among the images of the watch's screen; undefined where there is none. */
export function figureIn(images: readonly string[]): WatchFigure | undefined {
  for (const path of images) {
    const [, left, name, digits] = PICTURE.exec(path) ?? [];
    if (name === undefined) continue;
    const at = Number(digits);
    const share =
      at > LAST ? (at - FIRST_QUICK) / (LAST_QUICK - FIRST_QUICK) : at / LAST;
    return { name, mirrored: left !== undefined, share };
  }
  return undefined;
}

/** A figure's SVG markup in its box; undefined for an exercise that has none. */
export function drawFigure({
  name,
  mirrored,
  share,
}: WatchFigure): string | undefined {
  const row = EXERCISES.find(({ id }) => id === name);
  if (row === undefined) return undefined;
  const figure = readFigure(row.pose);
  const ways = figure.poses.length - 1;
  const from = Math.min(Math.floor(share * ways), Math.max(ways - 1, 0));
  const to = Math.min(from + 1, ways);
  const markup = figureMarkup(figure, from, to, share * ways - from);
  return mirrored
    ? `<g transform="matrix(-1 0 0 1 ${BOX_WIDTH} 0)">${markup}</g>`
    : markup;
}
