import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawSvg } from "../src/draw";
import { PackageImages } from "../src/draw/images";
import { openPackage } from "../src/engine";
import { disposeWorlds, type Observed, observe } from "../src/testing/world";
import { buildFixture } from "./support/fixture";

// Small packages in the manner of public ones. They are one source tree with a view for each, built
// by the official toolchain once, because a build takes five seconds and each of them would be one.

const FOLDER = join(__dirname, "fixtures/corpus");
const PICTURES = join(FOLDER, "pictures");
const NAMES = readdirSync(join(FOLDER, "resources/pages")).map((file) =>
  file.replace(/\.view$/, ""),
);
/** PICTURES=1 writes what is drawn in the place of what was expected: look at each before a commit. */
const WRITES = process.env["PICTURES"] === "1";

let made: Observed;
beforeAll(async () => {
  made = await observe(openPackage(buildFixture("corpus")));
});
afterAll(disposeWorlds);

/** The screen of one of them, five seconds after it was opened. */
function pictureOf(name: string): string {
  const { world } = made;
  const { watch } = world;
  world.faults.app.kill();
  watch.launch();
  expect(watch.tap(name)).toEqual(expect.objectContaining({ ok: true }));
  world.run(world.nowMs + 5_000);
  watch.tree!.advance(world.nowMs);
  const images = new PackageImages((path) => watch.asset(path));
  return `${drawSvg(watch.tree!, { image: (href, fill) => images.url(href, fill) }).replaceAll("><", ">\n<")}\n`;
}

test("there are forty of them at least, and no picture of one that is gone", () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(40);
  expect(readdirSync(PICTURES)).toEqual(NAMES.map((name) => `${name}.svg`));
});

test.each(NAMES)("%s looks as expected", (name) => {
  const before = made.of("exit").length;
  const drawn = pictureOf(name);
  const file = join(PICTURES, `${name}.svg`);
  if (WRITES) writeFileSync(file, drawn);
  expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(drawn);
  // It was ended by the one before, and by nothing else.
  expect(made.of("exit").slice(before)).not.toContainEqual(
    expect.objectContaining({ reason: "error" }),
  );
});
