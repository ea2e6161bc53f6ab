import { FRAME, type Moment, type Push, type Tour } from "./tour-story";
import { WATCH_SCREEN } from "./picture";

/** Pixels of the tour. */
export const TOUR_SHAPE = { width: 480, height: 556, cornerRadius: 0 };

const GROUND = "#101a22";
const MINT = "#43e8a5";
const MIDDLE = 240;
const WATCH_AT = 208;
/** Pixels of the display's side, and of the case around it. */
const DISPLAY = 300;
const CASE = 16;
/** Ms for which a push is seen, and how far its rings go, in pixels. */
const SEEN = 500;
const REACH = 34;
const TIMELINE = { left: 32, width: 416, at: 528 };

function square(half: number, radius: number, style: string): string {
  const at = `x="${MIDDLE - half}" y="${WATCH_AT - half}"`;
  return `<rect ${at} width="${2 * half}" height="${2 * half}" rx="${radius}" ${style}/>`;
}

function words(y: number, style: string, text: string): string {
  return `<text x="${MIDDLE}" y="${y}" text-anchor="middle" font-family="'Open Sans'" ${style}>${text}</text>`;
}

const scale = DISPLAY / WATCH_SCREEN.width;
const corner = WATCH_SCREEN.cornerRadius * scale;
const half = DISPLAY / 2;
const strap = (y: number) =>
  `<rect x="${MIDDLE - 92}" y="${y}" width="184" height="84" rx="14" fill="#1b2832"/>`;

const WATCH =
  `<clipPath id="display">${square(half, corner, "")}</clipPath>` +
  strap(-30) +
  strap(WATCH_AT + half - 10) +
  square(half + CASE, corner + CASE, 'fill="#2b3a45"') +
  square(half + CASE - 3, corner + CASE - 3, 'fill="#05090c"');

/** A push as rings that leave the case. */
function rings({ at, strength }: Push, now: number): string {
  const age = (now - at) / SEEN;
  if (age < 0 || age >= 1) return "";
  return [0, 0.3].map((behind) => ring(age - behind, strength)).join("");
}

function ring(age: number, strength: number): string {
  if (age < 0) return "";
  const out = half + CASE + 4 + age * REACH;
  const opacity = (strength * (1 - age)).toFixed(2);
  const width = (2 + 6 * strength * (1 - age)).toFixed(1);
  const style = `fill="none" stroke="${MINT}" stroke-width="${width}" stroke-opacity="${opacity}"`;
  return square(out, out - half + corner, style);
}

function touch(finger: Moment["finger"]): string {
  if (finger === undefined) return "";
  const [x, y] = finger;
  return `<circle cx="${x}" cy="${y}" r="34" fill="#ffffff" fill-opacity="0.65" stroke="#101a22" stroke-width="3"/>`;
}

/** A line for the whole tour: what has passed, and every push by its strength. */
function timeline(pushes: readonly Push[], now: number, whole: number): string {
  const { left, width, at } = TIMELINE;
  const x = (ms: number) => (left + (ms / whole) * width).toFixed(1);
  const line = (to: string, colour: string) =>
    `<path d="M${left} ${at}H${to}" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>`;
  const felt = pushes
    .filter((push) => push.at <= now)
    .map(
      (push) =>
        `<path d="M${x(push.at)} ${at - 4}v${-4 - 12 * push.strength}" stroke="${MINT}" stroke-width="2"/>`,
    );
  return line(x(whole), "#2b3a45") + line(x(now), "#9cc9e8") + felt.join("");
}

/** A moment of the tour as SVG: the watch, what the wrist feels, and a caption. */
export function tourPicture({ moments, pushes }: Tour, index: number): string {
  const { svg, title, detail, finger } = moments[index] as Moment;
  const now = (index + 1) * FRAME;
  const { width, height } = TOUR_SHAPE;
  const felt = pushes.filter(({ at }) => at <= now && now - at < SEEN * 2);
  const name = felt[felt.length - 1]?.pattern ?? "";
  const at = `translate(${MIDDLE - half} ${WATCH_AT - half}) scale(${scale})`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${GROUND}"/>` +
    WATCH +
    (svg === ""
      ? ""
      : `<g clip-path="url(#display)"><g transform="${at}">${svg}${touch(finger)}</g></g>`) +
    felt.map((push) => rings(push, now)).join("") +
    words(414, `font-size="19" font-weight="700" fill="${MINT}"`, name) +
    words(466, 'font-size="24" font-weight="700" fill="#ffffff"', title) +
    words(495, 'font-size="18" fill="#9cc9e8"', detail) +
    timeline(pushes, now, moments.length * FRAME) +
    "</svg>"
  );
}
