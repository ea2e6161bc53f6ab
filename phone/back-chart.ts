import { CoachWeek } from "./coach/weeks";

/** The chart's square, in its own units: a phone shows pictures of a list square. */
const SIDE = 300;
const LEFT = 34;
const RIGHT = 292;
/** Where 10 and 0 of the back stand, and the foot of the bars. */
const TOP = 20;
const ZERO = 170;
const FOOT = 284;
/** Height of one session of a week; of more than `MOST` only so many are drawn. */
const EACH = 13;
const MOST = 7;

const COLOURS = {
  tile: "#0c151c",
  line: "#4a5a66",
  text: "#c7d2da",
  back: "#ffffff",
  bar: "#41e8a5",
  goal: "#ffc857",
} as const;

function line(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  colour: string,
  width: number,
): string {
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"/>`;
}

function rowOf(back: number): number {
  return ZERO - ((ZERO - TOP) * back) / 10;
}

function number(back: number): string {
  const y = rowOf(back) + 6;
  return `<text x="26" y="${y}" text-anchor="end" font-size="17" fill="${COLOURS.text}">${back}</text>`;
}

/** Sessions of a week from below; the easy ones are paler. */
function bars({ sessions, easy }: CoachWeek, x: number, wide: number): string {
  const full = Math.min(sessions, MOST);
  const light = Math.min(easy, full);
  const bar = (from: number, to: number, opacity: number): string =>
    to > from
      ? `<rect x="${x - wide / 2}" y="${FOOT - to * EACH}" width="${wide}" height="${(to - from) * EACH - 1}" fill="${COLOURS.bar}" fill-opacity="${opacity}"/>`
      : "";
  return bar(0, full - light, 1) + bar(full - light, full, 0.5);
}

/** The median of a week's answers with the least and the greatest; after runs hollow. */
function backs(week: CoachWeek, x: number): string {
  const { median, least, greatest, runMedian } = week;
  const range =
    least !== undefined && greatest !== undefined
      ? line([x, rowOf(least), x, rowOf(greatest)], COLOURS.back, 3)
      : "";
  const dot =
    median === undefined
      ? ""
      : `<circle cx="${x}" cy="${rowOf(median)}" r="6" fill="${COLOURS.back}"/>`;
  const run =
    runMedian === undefined
      ? ""
      : `<circle cx="${x}" cy="${rowOf(runMedian)}" r="6" fill="none" stroke="${COLOURS.back}" stroke-width="2"/>`;
  return range + dot + run;
}

/** What changed in a week, below the back: more, less, out, in again. */
function marks({ up, down, out, in: again }: CoachWeek, x: number): string {
  const signs = [
    ["▲", up],
    ["▼", down],
    ["✕", out],
    ["○", again],
  ] as const;
  return signs
    .filter(([, exercises]) => exercises.length)
    .slice(0, 2)
    .map(
      ([sign], i) =>
        `<text x="${x}" y="${ZERO + 13 + i * 12}" text-anchor="middle" font-size="12" fill="${COLOURS.text}">${sign}</text>`,
    )
    .join("");
}

/** The median's way from week to week; it ends where a week has no answers. */
function way(weeks: ReadonlyArray<CoachWeek>, at: (i: number) => number) {
  return weeks.map((week, i) => {
    const before = weeks[i - 1];
    return before && before.median !== undefined && week.median !== undefined
      ? line(
          [at(i - 1), rowOf(before.median), at(i), rowOf(week.median)],
          COLOURS.line,
          2,
        )
      : "";
  });
}

/**
 * How the back was, week by week, above the sessions of each week: a square
 * picture as a `data:` URL on a dark tile. The axis is always 0 to 10. `goal` is
 * the sessions a week that are meant.
 */
export function backChart(
  weeks: ReadonlyArray<CoachWeek>,
  goal: number,
): string {
  const wide = (RIGHT - LEFT) / Math.max(1, weeks.length);
  const at = (i: number): number => LEFT + wide * (i + 0.5);
  const goalLine = FOOT - Math.min(goal, MOST) * EACH;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" font-family="sans-serif">` +
    `<rect width="${SIDE}" height="${SIDE}" rx="24" fill="${COLOURS.tile}"/>` +
    [0, 5, 10]
      .map(
        (back) =>
          line([LEFT, rowOf(back), RIGHT, rowOf(back)], COLOURS.line, 1) +
          number(back),
      )
      .join("") +
    weeks.map((week, i) => bars(week, at(i), wide * 0.7)).join("") +
    line([LEFT, goalLine, RIGHT, goalLine], COLOURS.goal, 2) +
    way(weeks, at).join("") +
    weeks.map((week, i) => backs(week, at(i)) + marks(week, at(i))).join("") +
    `</svg>`;
  return "data:image/svg+xml," + encodeURIComponent(svg);
}
