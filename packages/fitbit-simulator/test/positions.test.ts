import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

describe("a message of a program", () => {
  test("tells its place in the package that has no source maps", async () => {
    const app = `var a = 1;\n  console.log("on line two");\nfunction f() { console.warn("three"); } f();`;
    const { of } = await run({ app }, { positions: true });
    expect(of("log").map(({ at }) => at)).toEqual([
      "app/index.js:2:14",
      "app/index.js:3:28",
    ]);
  });

  test("on the first line is not moved by what the file is wrapped in", async () => {
    const { of } = await run({ app: `console.log(1)` }, { positions: true });
    expect(of("log")).toMatchObject([{ at: "app/index.js:1:12" }]);
  });

  test("says nothing of places where nobody asked", async () => {
    const { of } = await run({ app: `console.log(1)` });
    expect(of("log")[0]).not.toHaveProperty("at");
  });

  test("of a rejection that nobody handles is where it was thrown", async () => {
    const app = `\n\nsetTimeout(function () { Promise.reject(new TypeError("lost")); }, 1);`;
    const { world, of } = await run({ app }, { positions: true });
    world.run(10);
    expect(of("log")).toMatchObject([{ at: expect.stringMatching(/:3:\d+$/) }]);
  });

  test("cannot lie by an Error of its own", async () => {
    const app = `Error = function () { throw 1; };\nconsole.log("still placed");`;
    const { of } = await run({ app }, { positions: true });
    expect(of("log")).toMatchObject([{ at: "app/index.js:2:12" }]);
  });
});

describe("an exception", () => {
  const map = {
    version: 3,
    sources: ["app/own.ts"],
    names: [],
    // The second line of the built file is the fifth of the source.
    mappings: ";AAIA",
  };
  const parts = (text: string) => ({
    app: `\nfunction draw() { throw new Error("broken"); } draw();`,
    outer: { sourceMaps: { device: { atlas: { "app/index.js": "own.map" } } } },
    outerFiles: { "own.map": text },
  });

  test("of the watch app tells function, file and line of the source", async () => {
    const { of } = await run(parts(JSON.stringify(map)), { positions: true });
    expect(of("exit")).toMatchObject([
      { error: "Error: broken (at draw (app/own.ts:5:1))" },
    ]);
  });

  test.each(["", "{}", `{"version":3,"sources":[7],"mappings":"!!"}`])(
    "with the source map %j stays where the package has it",
    async (text) => {
      const { of } = await run(parts(text), { positions: true });
      expect(of("exit")).toMatchObject([
        { error: expect.stringContaining("(at draw (app/index.js:2:") },
      ]);
    },
  );
});

describe("the memory of a watch app", () => {
  /** Many functions, which are let go of after a second. */
  const body = Array.from(
    { length: 60 },
    (_, at) =>
      `made.f${at} = function (a, b) {\n  var sum = a + b;\n  return sum > ${at} ? sum : -sum;\n};`,
  ).join("\n");
  const parts = {
    app: `var part = require("./part"), made = part.make({});
      setTimeout(function () { made = part.make = null; }, 1000);
      setInterval(function () {}, 20);`,
    files: {
      "app/part.js": `exports.make = function (made) { ${body}; return made; };`,
    },
  };

  test("is the same with positions, to two hundredths, also of code that was let go of", async () => {
    const plain = (await run(parts)).world;
    const told = (await run(parts, { positions: true })).world;
    const compare = () => {
      const { used } = plain.watch.heap();
      const off = Math.abs(told.watch.heap().used - used);
      expect(off).toBeLessThan(50 + used / 50);
      return used;
    };
    expect(compare()).toBeGreaterThan(5000);
    plain.run(2000);
    told.run(2000);
    expect(compare()).toBeLessThan(10_000);
    expect(told.watch.heap().limit).toBe(plain.watch.heap().limit);
  });
});
