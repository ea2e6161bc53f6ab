import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import { figureImage } from "../../phone/figure-image";
import {
  ICON,
  ICONS_FOLDER,
  POSES_FOLDER,
  keyPoses,
} from "../../tools/pictures/pose-table";

/** Elements of a picture by name; throws for what is no XML. */
function elements(svg: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => names.push(name));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return names;
}

test.each(EXERCISE_IDS)(
  "the documentation shows %s as the watch draws it",
  (id) => {
    const file = `${POSES_FOLDER}/${id}.svg`;
    expect(readFileSync("docs/poses.md", "utf8")).toContain(
      `(poses/${id}.svg)`,
    );
    // `npm run poses` brings it up to date.
    expect(readFileSync(file, "utf8")).toBe(keyPoses(EXERCISE_IDS.indexOf(id)));
  },
);

test.each(EXERCISE_IDS)(
  "the settings page gets an image of %s, from and to",
  (id) => {
    const [kind, data] = figureImage(id)!.split(",");
    expect(kind).toBe("data:image/svg+xml");
    const names = elements(decodeURIComponent(data!));
    expect(names.filter((name) => name === "circle")).toHaveLength(2);
    expect(names.filter((name) => name === "path").length).toBeGreaterThan(15);
  },
);

test.each(EXERCISE_IDS)("the watch's lists have a picture of %s", (id) => {
  const png = readFileSync(`${ICONS_FOLDER}/${id}.png`);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // The header begins with width and height.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    ICON.width,
    ICON.height,
  ]);
});

test("an exercise of the runner's own has no image", () => {
  expect(figureImage("custom")).toBeUndefined();
});
