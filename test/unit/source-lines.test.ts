import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtPackage } from "../support/host";
import { PACKAGE, ROOT } from "../../tools/build/fresh-build";
import { sourceLines } from "../../tools/build/source-lines";

/** Where a text of the source stands in the built app, as a stack trace names it. */
function placeOf(words: string): string {
  const { files, text } = builtPackage().watch("atlas");
  for (const name of files.keys()) {
    const before = /\.js$/.test(name) ? text(name)!.split(words) : [];
    if (before.length !== 2) continue;
    const lines = before[0]!.split("\n");
    return `${name}:${lines.length}:${lines.at(-1)!.length}`;
  }
  throw new Error(`not once in the app: ${words}`);
}

test.each([
  ["a hot function of the main part", "app/ui/view.ts", "no #"],
  ["the part that is loaded at Start", "app/ui/under-way.ts", "shape-rest"],
  ["a merged function", "app/storage/files.ts", "statSync"],
])("an error in %s names its line of the source", (_, file, words) => {
  const trace = `Error: boom\n    at e (${placeOf(words)})`;
  const found = sourceLines(PACKAGE, trace);
  const [, line] = /\((?:.*):(\d+)\)$/.exec(found)!;
  expect(found).toContain(`at e (${file}:`);
  const source = readFileSync(join(ROOT, file), "utf8").split("\n");
  expect(source[Number(line) - 1]).toContain(words);
});

test("what is no place in the app stays as it is", () => {
  const text = "at f (app/other-1234abcd.js:1:2), at 12:30:45";
  expect(sourceLines(PACKAGE, text)).toBe(text);
});
