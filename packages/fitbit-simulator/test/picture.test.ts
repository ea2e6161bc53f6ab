import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WATCH_ACTIONS } from "../src/run/watch-actions";
import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

/** The decoder of the build's own images; it has no types. */
const { PNG } = jest.requireActual<{
  PNG: {
    sync: {
      read(file: Uint8Array): {
        data: Uint8Array;
        width: number;
        height: number;
      };
    };
  };
}>("@fitbit/pngjs");

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "picture-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The screen of an app with a view, as the picture that `--do picture:FILE` writes. */
async function pictured(view: string, name: string) {
  const { world } = await run({ view: `<svg>${view}</svg>` });
  const file = join(folder, name);
  expect(WATCH_ACTIONS["picture"]!.act(world, file)).toBeUndefined();
  return readFileSync(file);
}

/** The first and the last column with something bright, and the share of bright pixels between. */
function ink({ data, width }: { data: Uint8Array; width: number }) {
  const columns: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at]! > 128) columns.push((at / 4) % width);
  }
  const first = columns.reduce((a, b) => Math.min(a, b), width);
  const last = columns.reduce((a, b) => Math.max(a, b), 0);
  return { first, last, count: columns.length };
}

test("a picture whose name ends in .png has a pixel for each of the screen", async () => {
  const png = PNG.sync.read(
    await pictured(
      `<rect x="10" y="20" width="30" height="40" fill="red"/>`,
      "a.PNG",
    ),
  );
  expect(png).toMatchObject({ width: 336, height: 336 });
  expect(ink(png)).toEqual({ first: 10, last: 39, count: 30 * 40 });
});

test("its letters are as wide as on a watch, and bold where they are bold there", async () => {
  const clock = (font: string) =>
    `<text font-size="80" font-family="${font}" text-anchor="middle" x="50%" y="50%" fill="white">16:29</text>`;
  const bold = ink(
    PNG.sync.read(await pictured(clock("System-Bold"), "b.png")),
  );
  const light = ink(
    PNG.sync.read(await pictured(clock("System-Light"), "l.png")),
  );
  // 82 to 255 on a public package's picture.
  expect(Math.abs(bold.first - 82)).toBeLessThan(7);
  expect(Math.abs(bold.last - 255)).toBeLessThan(7);
  expect(light.count).toBeLessThan(0.75 * bold.count);
});

test("a picture whose name ends in .svg is one", async () => {
  const svg = await pictured(`<text>so</text>`, "a.svg");
  expect(svg.toString()).toMatch(/^<svg .*>so<\/text>/);
});
