import { createContext, runInContext } from "node:vm";
import { type OutputChunk, type Plugin, rollup } from "rollup";
import { merging } from "../../tools/build/watch-app";

/** Sources by name, the first of which is the entry. */
type Sources = Readonly<Record<string, string>>;

function virtual(files: Sources): Plugin {
  return {
    name: "virtual",
    resolveId: (id) => id.replace("./", "").replace(/\.js$/, ""),
    load: (id) => files[id] ?? null,
  };
}

/** Chunks as the toolchain gets them, by name. */
async function chunks(files: Sources, plugins: Plugin[]): Promise<Sources> {
  const bundle = await rollup({
    input: Object.keys(files)[0]!,
    plugins: [virtual(files), ...plugins],
    preserveEntrySignatures: "strict",
  });
  const { output } = await bundle.generate({
    format: "es",
    chunkFileNames: "[name].js",
    sourcemap: true,
    hoistTransitiveImports: false,
    minifyInternalExports: true,
  });
  return Object.fromEntries(
    (output as OutputChunk[]).map((chunk) => [
      chunk.fileName.replace(/\.js$/, ""),
      chunk.code,
    ]),
  );
}

/** What `result()` of the entry gives, as JSON, or what it throws. */
async function run(files: Sources): Promise<string> {
  const input = Object.keys(files)[0]!;
  const bundle = await rollup({ input, plugins: [virtual(files)] });
  const { output } = await bundle.generate({
    format: "iife",
    name: "made",
    inlineDynamicImports: true,
  });
  const context = createContext({});
  runInContext(output[0].code, context);
  return (await runInContext(
    `(async () => { try { return JSON.stringify(await made.result()); }
      catch (error) { return "threw " + error; } })()`,
    context,
  )) as string;
}

/** Merges, checks that the program does what it did, and gives the chunks' text. */
async function merged(source: string | Sources): Promise<string> {
  const files = typeof source === "string" ? { entry: source } : source;
  const before = await chunks(files, []);
  const after = await chunks(files, [merging]);
  const expected = await run(before);
  expect(expected).not.toMatch(/^threw (Reference|Type|Syntax)Error/);
  expect(await run(after)).toBe(expected);
  return Object.values(after).join("\n");
}

/** The functions that became cases. */
function cases(code: string): string[] {
  return [...code.matchAll(/^case \d+: \/\/ (.*)$/gm)].map((m) => m[1]!).sort();
}

test("functions that are called more than once become cases of one", async () => {
  const code = await merged(`
    function twice(n) { return n * 2; }
    function add(a, b) { var sum = a + b; return sum; }
    export function result() { return [twice(3), add(1, twice(2)), add(4, 5)]; }
  `);
  expect(cases(code)).toEqual(["add", "twice"]);
});

test("what is called only once is merged too", async () => {
  const code = await merged(`
    function once(n) { return n; }
    function twice(n) { return n * 2; }
    export function result() { return [once(1), twice(2), twice(3)]; }
  `);
  expect(cases(code)).toEqual(["once", "twice"]);
});

test("what is marked as hot stays a function of its own, for terser too", async () => {
  const code = await merged(`
    /** Runs every second. @hot */
    function hot(n) { return n; }
    /** @hot */
    function often(n) { return n * 2; }
    function a(n) { return n + 1; }
    function b(n) { return n + 2; }
    export function result() {
      return [hot(1), often(1), often(2), a(1), a(2), b(1), b(2)];
    }
  `);
  expect(cases(code)).toEqual(["a", "b"]);
  // Called once, terser would make it anew at each call.
  expect(code).toContain("/* @__NOINLINE__ */ hot(1), often(1)");
});

test("what is marked as often used is looked at first", async () => {
  const code = await merged(`
    function a(n) { return n + 1; }
    /** @often */
    function last(n) { return n + 2; }
    export function result() { return [a(1), a(2), last(1), last(2)]; }
  `);
  expect(code).toContain("case 0: // last");
  expect(code).toContain("case 1: // a");
});

describe("traps of the language", () => {
  /** Two functions that are merged in any case. */
  const more = `
    function a(n) { return n + 1; }
    function b(n) { return n + 2; }
    var all = [a(1), a(2), b(1), b(2)];
  `;

  test.each([
    [
      "a local has the name of a function that another case calls",
      `function text(n) { var a1 = n; return a1 + "!"; }
       function user(text1) { var text = text1 + 1; return text; }
       export function result() { return [all, text(1), text(2), user(3), user(4)]; }`,
      ["a", "b", "user"],
    ],
    [
      "parameters and locals of two cases have the same names",
      `function f(x, y) { var z = x - y; return z; }
       function g(z, x) { var y = z * x; return y; }
       export function result() { return [all, f(5, 3), g(2, 4), f(g(1, 2), 3), g(f(9, 1), 2)]; }`,
      ["a", "b", "f", "g"],
    ],
    [
      "a local is read before it is written, in each call anew",
      `function f(n) { var was = late; var late = n; return [was === undefined, late]; }
       export function result() { return [all, f(1), f(2)]; }`,
      ["a", "b", "f"],
    ],
    [
      "a call comes before the function in the text",
      `var early = f(1) + f(2);
       function f(n) { return n + 10; }
       export function result() { return [all, early]; }`,
      ["a", "b", "f"],
    ],
    [
      "functions call themselves and each other",
      `function down(n) { return n ? down(n - 1) + 1 : 0; }
       function even(n) { return n ? odd(n - 1) : true; }
       function odd(n) { return n ? even(n - 1) : false; }
       export function result() { return [all, down(5), even(10), odd(7)]; }`,
      ["a", "b", "down", "even", "odd"],
    ],
    [
      "arguments are missing, or more than asked for",
      `function f(x, y) { return [x, y === undefined]; }
       export function result() { return [all, f(), f(1), f(1, 2, 3), a(1, 2, 3, 4)]; }`,
      ["a", "b", "f"],
    ],
    [
      "arguments have effects, in their order",
      `var log = [];
       function note(n) { log.push(n); return n; }
       function f(x, y) { return x + y; }
       export function result() { f(note(1), f(note(2), note(3))); f(note(4), 0); return [all, log]; }`,
      ["a", "b", "f", "note"],
    ],
    [
      "a case leaves a loop and a switch, and returns nothing",
      `function f(n) {
         for (var i = 0; i < 9; i++) { if (i === n) break; if (i < 0) continue; }
         switch (n) { case 1: return "one"; case 2: break; default: i = -1; }
         return i;
       }
       var seen = 0;
       function g(n) { if (n) return; seen++; }
       export function result() { return [all, f(1), f(2), f(3), g(0) === undefined, g(1) === undefined, seen]; }`,
      ["a", "b", "f", "g"],
    ],
    [
      "properties, keys and labels have names of functions and locals",
      `function f(n) { var o = { f: n, n: 2 }; return o.f + o.n + o["n"]; }
       export function result() { loop: for (;;) { break loop; } return [all, f(1), f(2), ({ a: 1 }).a]; }`,
      ["a", "b", "f"],
    ],
    [
      "an error passes through a case",
      `function f(n) { if (n > 1) throw new RangeError("n is " + n); return n; }
       export function result() { var said = ""; try { f(2); } catch (error) { said = error.message; } return [all, f(1), said]; }`,
      ["a", "b", "f"],
    ],
    [
      "errors are caught, under names that other functions have",
      `function f(n) { try { return n.x.y; } catch (a1) { try { return a1.z.z; } catch (text) { return typeof text + n; } } }
       function text(n) { return n; }
       export function result() { return [all, f(1), f({ x: { y: 2 } }), text(3), text(4)]; }`,
      ["a", "b", "f"],
    ],
    [
      "there is a comment between a name and its bracket",
      `function f(n) { return n; }
       export function result() { return [all, f /* ( */ (1), f // (
         (2), (f)(3)]; }`,
      ["a", "b", "f"],
    ],
  ])("%s", async (_, source, expected) => {
    expect(cases(await merged(more + source))).toEqual(expected);
  });

  test.each([
    [
      "reads its arguments as a list",
      `function f() { return arguments.length; }`,
      "f(1), f(1, 2)",
    ],
    [
      "holds a closure",
      `function f(n) { return function () { return n; }; }`,
      "f(1)(), f(2)()",
    ],
    [
      "is called on an object",
      `function f() { return typeof this; }`,
      "f(), f.call({})",
    ],
    ["is given away", `function f(n) { return n; }`, "f(1), [1, 2].map(f)"],
    [
      "is made with new",
      `function f(n) { return n; }`,
      "f(1), typeof new f(1)",
    ],
    [
      "is replaced",
      `function f(n) { return n; } f = function () { return 0; };`,
      "f(1), f(2)",
    ],
    [
      "catches an error under a name that stands for something else as well",
      `var error = 5; function f(n) { try { return n.x.y; } catch (error) { n = 1; } return error; }`,
      "f(1), f({ x: 1 })",
    ],
    [
      "catches an error under the name of its parameter",
      `function f(n) { try { return n.x.y; } catch (n) { return 1; } }`,
      "f(1), f({ x: 1 })",
    ],
    [
      "has a label",
      `function f(n) { out: while (n) { while (n) { n--; break out; } } return n; }`,
      "f(1), f(2)",
    ],
    ["is empty", `function f() {}`, "f() === undefined, f()"],
    [
      "has a parameter of its own name",
      `function f(f) { return f; }`,
      "f(1), f(2)",
    ],
    [
      "is hidden by a local elsewhere",
      `function f(n) { return n; } function g(f) { return f(1) + a(1); }`,
      "f(1), f(2), g(function () { return 5; }), g(b1)",
    ],
  ])("a function that %s is left alone", async (_, source, calls) => {
    const code = await merged(
      `${more} ${source} function b1() { return 7; }
       export function result() { return [all, ${calls}]; }`,
    );
    expect(cases(code)).not.toContain("f");
  });
});

test("functions of the main chunk are merged for those that are loaded later", async () => {
  const code = await merged({
    entry: `import { start } from "./main"; export var result = start;`,
    main: `
      export function one(n) { return n + 1; }
      export function two(n) { return n + 2; }
      export function given(n) { return n + 3; }
      export function start() {
        return import("./late").then(function (late) { return [one(1), late.work(2)]; });
      }`,
    late: `
      import { one, two, given } from "./main";
      export function work(n) { return [one(n), two(n), two(5), [1].map(given)[0], own(1), own(2), other(1), other(2)]; }
      function own(n) { return n * 2; }
      function other(n) { return n * 3; }`,
  });
  expect(cases(code)).toEqual(["one", "other", "own", "two"]);
});

test("what runs once, at launch, is left to be written where it is called", async () => {
  const code = await merged(`
    /** Lists what is there. @once */
    function once(n) { return n; }
    function a(n) { return n + 1; }
    function b(n) { return n + 2; }
    export function result() { return [once(1), a(1), a(2), b(1), b(2)]; }
  `);
  expect(cases(code)).toEqual(["a", "b"]);
  expect(code).not.toContain("NOINLINE");
});

test("of what is loaded later, only what is read by its name keeps it", async () => {
  const late = `
    export function work(n) { return n * 2; }
    export function shared(n) { return n * 3; }
    export function more(n) { return shared(n) + 1; }`;
  const code = await merged({
    entry: `
      export function result() {
        return import("./late").then(function (late) {
          return import("./later").then(function (later) {
            return [late.work(2), later.use(3)];
          });
        });
      }`,
    late,
    later: `
      import { more, shared } from "./late";
      export function use(n) { return shared(n) + more(n); }`,
  });
  expect(cases(code)).toEqual(["more", "shared"]);
});

test("a name that the step gives is refused in a source", async () => {
  const source = `var merge$0 = 1; export function result() { return merge$0; }`;
  await expect(chunks({ entry: source }, [merging])).rejects.toThrow("merge$0");
});
