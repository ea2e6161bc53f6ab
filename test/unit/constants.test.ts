import { createContext, runInContext } from "node:vm";
import { type Plugin, rollup } from "rollup";
import { constants } from "../../tools/build/watch-app";

/** What a bundler makes of one source, which calls its own `result`. */
async function bundled(source: string, plugins: Plugin[]): Promise<string> {
  const entry: Plugin = {
    name: "entry",
    resolveId: (id) => id,
    load: () => `${source}\nexport default result();`,
  };
  const bundle = await rollup({
    input: "entry",
    plugins: [entry, ...plugins],
    treeshake: false,
  });
  const { output } = await bundle.generate({ format: "es" });
  return output[0].code;
}

/** The text with its constants in place, which has to do what it did. */
async function inlined(source: string): Promise<string> {
  const text = await bundled(source, [constants]);
  const result = (code: string): unknown =>
    JSON.stringify(
      runInContext(code.replace(/^export .*$/m, "entry;"), createContext({})),
    );
  expect(result(text)).toBe(result(await bundled(source, [])));
  return text;
}

test("numbers and texts that never change stand where they are used", async () => {
  const text = await inlined(`
    var DAY = 86400;
    var WEEK = 7 * DAY;
    var BACK = -1;
    var FOLDER = "/private/data/";
    function result() { return [WEEK - DAY, 3-BACK, 2 - BACK, FOLDER + "a", { DAY: DAY }.DAY]; }
  `);
  expect(text).not.toMatch(/var (DAY|WEEK|BACK|FOLDER)/);
  expect(text).toContain("604800 - 86400");
});

test.each([
  [
    "is given another value later",
    "var n = 1; function more() { n = 2; } more(); function result() { return n; }",
  ],
  ["is counted up", "var n = 1; n++; function result() { return n; }"],
  [
    "counts a loop",
    "var n = 1; for (n in { a: 1 }) {} function result() { return n; }",
  ],
  [
    "has a parameter of its name somewhere",
    "var n = 1; function f(n) { return n; } function result() { return [f(5), n]; }",
  ],
  [
    "has a local of its name somewhere",
    "var n = 1; function f() { var n = 2; return n; } function result() { return [f(), n]; }",
  ],
  [
    "has a caught error of its name somewhere",
    "var n = 1; function result() { try { throw 3; } catch (n) { return n; } }",
  ],
  [
    "has a function of its name somewhere",
    "var n = 1; function result() { function n() {} return typeof n; }",
  ],
  ["is no number or text", "var n = [1]; function result() { return n; }"],
  [
    "is calculated from what changes",
    "var m = 1; m = 2; var n = m * 2; function result() { return n; }",
  ],
  ["is declared without a value", "var n; function result() { return n; }"],
])("a variable stays that %s", async (_, source) => {
  expect(await inlined(source)).toContain("var n");
});

test("a property of its name is not it", async () => {
  const text = await inlined(
    "var n = 1; function result() { return [{ n: 2 }.n, n]; }",
  );
  expect(text).toContain("{ n: 2 }.n, 1");
});
