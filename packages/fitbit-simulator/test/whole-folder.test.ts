import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWhole, partOf } from "../tools/whole-folder";

const root = mkdtempSync(join(tmpdir(), "whole-"));
afterAll(() => rmSync(root, { recursive: true }));
const folder = join(root, "web");
const page = join(folder, "assets", "page.js");

/** Makes a folder of two files. */
async function make(beside: string, script = "page()"): Promise<void> {
  mkdirSync(join(beside, "assets"), { recursive: true });
  writeFileSync(join(beside, "index.html"), "<html></html>");
  writeFileSync(join(beside, "assets", "page.js"), script);
}

test("a folder that is made again has what was made last, and nothing else", async () => {
  await makeWhole(folder, (beside) => make(beside, "old()"));
  writeFileSync(join(folder, "left-over"), "");
  expect(partOf(folder)).toBe(join(folder, "left-over"));
  await makeWhole(folder, make);
  expect(readFileSync(page, "utf8")).toBe("page()");
  expect(partOf(folder)).toBeUndefined();
});

test("one whose making fails leaves the one before", async () => {
  const failing = makeWhole(folder, async (beside) => {
    await make(beside, "half");
    throw new Error("no room");
  });
  await expect(failing).rejects.toThrow("no room");
  expect(readFileSync(page, "utf8")).toBe("page()");
  expect(partOf(folder)).toBeUndefined();
  await makeWhole(folder, make);
  expect(partOf(folder)).toBeUndefined();
});

test.each([
  ["emptied", () => writeFileSync(page, "")],
  ["gone", () => rmSync(page)],
])("a file that a crash has left %s is named", async (_, harm) => {
  await makeWhole(folder, make);
  harm();
  expect(partOf(folder)).toBe(page);
});

test.each([
  ["gone", () => rmSync(`${folder}.files.json`)],
  ["emptied", () => writeFileSync(`${folder}.files.json`, "")],
])("a folder whose list of files is %s is not whole", async (_, harm) => {
  await makeWhole(folder, make);
  harm();
  expect(partOf(folder)).toBeDefined();
});

test("one that would be the same stays, for whoever reads it, and is as new", async () => {
  await makeWhole(folder, make);
  const { ino, mtimeMs } = statSync(page);
  utimesSync(page, 1, 1);
  await makeWhole(folder, make);
  expect(statSync(page).ino).toBe(ino);
  expect(statSync(page).mtimeMs).toBeGreaterThanOrEqual(mtimeMs);
});
