import { Resvg } from "@resvg/resvg-js";
import { PNG } from "pngjs";

/**
 * Pixels drawn for each one kept, across and down: the library has four rows of samples in a
 * pixel, which show as steps in lines that are nearly level.
 */
const FINER = 2;
/** Shades from one colour to another at an edge: the eye sees no more, and a run packs better. */
const SHADES = 8;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * An SVG without text, as a picture on black whose edges have few shades.
 * @throws Error for a colour that is neither "white" nor six hexadecimal digits
 */
export function draw(svg: string): PNG {
  const fine = new Resvg(svg, {
    background: "#000",
    font: { loadSystemFonts: false },
    fitTo: { mode: "zoom", value: FINER },
  }).render();
  const picture = new PNG({
    width: fine.width / FINER,
    height: fine.height / FINER,
  });
  const { pixels } = fine;
  const nearest = nearestShade(shades(coloursOf(svg)));
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const at = (y * FINER * fine.width + x * FINER) * 4;
      const [red, green, blue] = nearest(
        mean(pixels, at, 0, fine.width),
        mean(pixels, at, 1, fine.width),
        mean(pixels, at, 2, fine.width),
      );
      picture.data.set([red, green, blue, 255], (y * picture.width + x) * 4);
    }
  }
  return picture;
}

/** The mean of one channel over the fine pixels that make one. */
function mean(
  pixels: Uint8Array,
  at: number,
  channel: number,
  width: number,
): number {
  let sum = 0;
  for (let down = 0; down < FINER; down++) {
    for (let right = 0; right < FINER; right++) {
      sum += pixels[at + (down * width + right) * 4 + channel]!;
    }
  }
  return Math.round(sum / FINER ** 2);
}

/**
 * Black, and every colour that an SVG fills or strokes with.
 * @throws Error for a colour that is neither "white" nor six hexadecimal digits
 */
function coloursOf(svg: string): Colour[] {
  const written = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)]
    .map(([, colour]) => colour!)
    .filter((colour) => colour !== "none");
  return [...new Set(["#000000", ...written])].map((colour): Colour => {
    const hex = colour === "white" ? "#ffffff" : colour;
    if (!/^#[\da-f]{6}$/i.test(hex)) {
      throw new Error(
        `a figure is drawn in "${colour}"; allowed: white, #rrggbb`,
      );
    }
    const value = parseInt(hex.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  });
}

/** The colours, and the shades between any two. */
function shades(colours: readonly Colour[]): Colour[] {
  const all = [...colours];
  for (const [at, one] of colours.entries()) {
    for (const other of colours.slice(at + 1)) {
      for (let step = 1; step < SHADES; step++) {
        const share = step / SHADES;
        const [red, green, blue] = one.map((value, channel) =>
          Math.round(value + (other[channel]! - value) * share),
        );
        all.push([red!, green!, blue!]);
      }
    }
  }
  return all;
}

/** Finds the shade next to a colour. Few colours come again and again, so each is sought once. */
function nearestShade(
  among: readonly Colour[],
): (red: number, green: number, blue: number) => Colour {
  const found = new Map<number, Colour>();
  return (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    let best = found.get(key);
    if (!best) {
      const apart = ([r, g, b]: Colour) =>
        (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      best = among.reduce((a, b) => (apart(b) < apart(a) ? b : a));
      found.set(key, best);
    }
    return best;
  };
}
