import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/build/fresh-build";
import {
  STORE,
  STORE_MODELS,
  STORE_SCREENS,
  storeFolder,
} from "../../tools/pictures/store-set";

const read = (file: string): Buffer => readFileSync(join(ROOT, file));

/** Width and height of a PNG; both begin its header. */
function pngSize(file: string): [width: number, height: number] {
  const png = read(file);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test.each(STORE_MODELS.map(storeFolder))(
  "the store set has five screens of %s pixels",
  (folder) => {
    const files = readdirSync(join(ROOT, STORE, folder)).sort();
    expect(files).toEqual(
      STORE_SCREENS.map((name, index) => `${index + 1}-${name}.png`),
    );
    for (const file of files) {
      expect(pngSize(`${STORE}/${folder}/${file}`)).toEqual(
        folder.split("x").map(Number),
      );
    }
  },
);

test("the icon is 80 by 80, in the package and in the store", () => {
  expect(pngSize("resources/icon.png")).toEqual([80, 80]);
  expect(read(`${STORE}/icon.png`)).toEqual(read("resources/icon.png"));
});

test("the description has about 170 words", () => {
  const words = read(`${STORE}/description.txt`).toString().split(/\s+/);
  const count = words.filter((word) => /\w/.test(word)).length;
  expect(Math.abs(count - 170)).toBeLessThanOrEqual(5);
});

test("the tour goes round for ever and is quick to load", () => {
  const gif = read("docs/screenshots/tour.gif");
  expect(gif.subarray(0, 6).toString()).toBe("GIF89a");
  expect(gif.readUInt16LE(6)).toBe(480);
  expect(gif.includes("NETSCAPE2.0")).toBe(true);
  expect(gif.length).toBeLessThanOrEqual(2 * 1024 * 1024);
});

test("every picture that a page of the documentation shows is there", () => {
  const pages = ["README.md", "docs/poses.md"];
  for (const page of pages) {
    const source = read(page).toString();
    const shown = [
      ...source.matchAll(/!\[[^\]]*\]\(([^)]+)\)| src(?:set)?="([^"]+)"/g),
    ];
    expect(shown).not.toEqual([]);
    for (const [, markdown, html] of shown) {
      const file = join(page, "..", (markdown ?? html)!);
      expect(read(file).length).toBeGreaterThan(0);
    }
  }
});
