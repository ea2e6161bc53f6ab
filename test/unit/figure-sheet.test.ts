import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { EXERCISES } from "../../common/exercises";
import { draw } from "../../tools/build/drawing";
import { figureSheet, hasFigures } from "../../tools/build/figure-sheet";
import { ROOT } from "../../tools/build/fresh-build";

const FIGURES_FOLDER = figureSheet().folder;

/** A picture that the build made. */
function pixels(name: string): PNG {
  return PNG.sync.read(readFileSync(join(FIGURES_FOLDER, `${name}.png`)));
}

/** What the head of a picture says: reading all of its pixels would take long. */
function size(file: string): { width: number; height: number } {
  const head = readFileSync(join(FIGURES_FOLDER, file));
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** How many pixels of two pictures differ to the eye, the second seen in a mirror. */
function differing(a: PNG, b: PNG, mirrored = false): number {
  let count = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const other = mirrored ? a.width - 1 - x : x;
      const [i, j] = [x, other].map((at) => (y * a.width + at) * 4);
      const apart = [0, 1, 2].map((k) => a.data[i! + k]! - b.data[j! + k]!);
      if (apart.some((n) => Math.abs(n) > 40)) count++;
    }
  }
  return count;
}

/** So few differ by where drawing puts the edges of one and the same figure. */
const ALIKE = 10;

test("the build makes every picture, and no other", () => {
  const { cells, width, height } = figureSheet();
  const files = readdirSync(FIGURES_FOLDER).sort();
  expect(files).toEqual(cells.map(({ name }) => name).sort());
  for (const file of files) {
    expect(size(file)).toEqual({ width, height });
  }
});

test.each(EXERCISES.map(({ id, kind }) => [id, kind] as const))(
  "%s has its ways and its last pose, for either side",
  (id, kind) => {
    const right = pixels(`${id}-10`);
    expect(differing(right, pixels(`l-${id}-10`), true)).toBeLessThan(ALIKE);
    if (kind === "hold") return;
    const [first, half, last] = ["00", "05", "10"].map((n) =>
      pixels(`${id}-${n}`),
    );
    expect(differing(first!, half!)).toBeGreaterThan(50);
    expect(differing(half!, last!)).toBeGreaterThan(50);
    // The coarse way begins and ends where the fine one does.
    expect(differing(first!, pixels(`${id}-11`))).toBeLessThan(ALIKE);
    expect(differing(last!, pixels(`${id}-16`))).toBeLessThan(ALIKE);
  },
);

test("pictures are made again only for another pose, size or maker", () => {
  const sheet = figureSheet();
  expect(hasFigures(ROOT, sheet)).toBe(true);
  expect(hasFigures(ROOT, figureSheet(188))).toBe(false);
  expect(hasFigures(ROOT, { ...sheet, mark: "another" })).toBe(false);
});

/** A picture of 4 × 4 pixels with a mark drawn in a colour. */
function marked(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0H4V4H0Z" fill="${colour}"/></svg>`;
}

test("an area keeps the very colour that it is drawn in", () => {
  expect([...draw(marked("#43e8a5")).data.subarray(0, 4)]).toEqual([
    0x43, 0xe8, 0xa5, 255,
  ]);
  expect([...draw(marked("white")).data.subarray(0, 4)]).toEqual([
    255, 255, 255, 255,
  ]);
});

test("a colour by another name is refused with what is allowed", () => {
  expect(() => draw(marked("crimson"))).toThrow(
    'drawn in "crimson"; allowed: white, #rrggbb',
  );
});

test("a size that is none is refused with what is allowed", () => {
  const make = ["--require", "tsx/cjs", "tools/build/figures.ts", "7.5"];
  const run = () => execFileSync(process.execPath, make, { stdio: "pipe" });
  expect(run).toThrow(/7\.5 is no width.*even number of pixels/);
});
