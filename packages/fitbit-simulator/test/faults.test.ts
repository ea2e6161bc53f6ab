import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

async function death(app: string, untilMs = 1000) {
  const { world, of } = await run({ app });
  world.run(untilMs);
  expect(world.watch.running).toBe(of("exit").length === 0);
  return of("exit").map(({ reason, error }) => ({
    reason,
    error: error ?? "",
  }))[0];
}

describe("an app at fault ends, and says why", () => {
  test("an uncaught error", async () => {
    const end = await death(`setTimeout(function () { null.x; }, 10);`);
    expect(end?.reason).toBe("error");
    expect(end?.error).toMatch(/^TypeError: .*null/);
  });

  test("a syntax error", async () => {
    const end = await death(`var = 1;`);
    expect(end?.reason).toBe("error");
    expect(end?.error).toContain("app/index.js");
  });

  test("something thrown that is no error", async () => {
    expect(await death(`throw "plain";`)).toEqual({
      reason: "error",
      error: "Thrown: plain",
    });
  });

  test.each([
    ["a loop", `while (true);`],
    [
      "a loop that catches everything",
      `while (true) try { null.x; } catch (e) {}`,
    ],
    [
      "promises without end",
      `(function again() { Promise.resolve().then(again); })();`,
    ],
    [
      "a pattern that never gives up",
      `var s = ""; for (var i = 0; i < 40; i++) s += "a"; /(a+)+$/.test(s + "!");`,
    ],
    [
      "a loop in a promise",
      `Promise.resolve().then(function () { for (;;); });`,
    ],
  ])("%s", async (_name, app) => {
    expect((await death(app))?.reason).toBe("endless loop");
  });

  test.each([
    ["objects", `var a = []; while (true) a.push({ x: 1 });`],
    ["a string that doubles", `var s = "abcdefgh"; while (true) s += s;`],
    ["one huge buffer", `new ArrayBuffer(50000000);`],
    [
      "a slow leak",
      `var a = []; setInterval(function () { for (var i = 0; i < 50; i++) a.push({ i: i }); }, 1);`,
    ],
  ])("memory eaten by %s", async (_name, app) => {
    expect((await death(app, 60_000))?.reason).toBe("out of memory");
  });

  test("lengths no array can have are refused, not walked", async () => {
    const { logs } = await run({
      app: `function fails(f) { try { f(); console.log("walked"); } catch (e) { console.log(e.name); } }
        fails(function () { [].indexOf.call({ length: 4e9 }, 1); });
        fails(function () { new Array(4e8).join("x"); });
        console.log([1, 2, 3].map(function (n) { return n * 2; }).join(), [].slice.length);`,
    });
    expect(logs()).toEqual(["RangeError", "RangeError", "2,4,6 2"]);
  });

  test("recursion without end is an error the app could catch", async () => {
    expect((await death(`(function f() { f(); })();`))?.error).toContain(
      "stack overflow",
    );
    const { logs, of } = await run({
      app: `try { (function f() { f(); })(); } catch (e) { console.log(e.message); }`,
    });
    expect(logs()).toEqual(["stack overflow"]);
    expect(of("exit")).toEqual([]);
  });

  test("deep nesting of data and of source does not reach the host", async () => {
    await death(
      `var s = ""; for (var i = 0; i < 20000; i++) s += "["; JSON.parse(s);`,
    );
    await death(
      `var s = ""; for (var i = 0; i < 20000; i++) s += "["; eval(s);`,
    );
    const { logs } = await run({ app: `console.log("still here")` });
    expect(logs()).toEqual(["still here"]);
  });

  test("a rejection nobody takes is logged, one that somebody takes is not", async () => {
    const { logs, of } = await run({
      app: `
        var taken = Promise.reject(new Error("taken")); taken.catch(function () {});
        new Promise(function (resolve, reject) { reject(new TypeError("of a promise")); });
        Promise.resolve().then(function () { null.x; });
        Promise.resolve().then(function () { throw 1; }).then(function () {}).catch(function () {});
        var p = Promise.resolve(1); console.log(Promise.resolve(p) === p, p instanceof Promise, p.constructor === Promise);
        Promise.all([1, p]).then(function (all) { console.log(all.join()); });`,
    });
    expect(of("exit")).toEqual([]);
    expect(logs()).toEqual([
      "true true true",
      "Unhandled promise rejection: TypeError: of a promise",
      "Unhandled promise rejection: TypeError: cannot read property 'x' of null",
      "1,1",
    ]);
  });

  test("a missing module is named", async () => {
    const { of } = await run({ app: `require("secure-exchange");` });
    expect(of("missing")).toMatchObject([
      { what: "module", name: "secure-exchange" },
    ]);
    expect(of("exit")[0]?.error).toContain(
      'there is no module "secure-exchange"',
    );
  });

  test("nothing of the host can be reached", async () => {
    const { logs } = await run({
      app: `console.log(typeof process, typeof window, typeof host, typeof entries, Function("return typeof this.process + Object.keys(this).join()")())`,
    });
    expect(logs()[0]).toMatch(
      /^undefined undefined undefined undefined undefined/,
    );
  });
});

describe("the heap", () => {
  test("does not count an empty app, nor its source", async () => {
    const { world } = await run({ app: `/*${"x".repeat(20_000)}*/` });
    expect(world.watch.heap().used).toBeLessThan(2000);
  });

  test("counts what the app holds, and forgets what it lets go", async () => {
    const { world } = await run({
      app: `var a = []; for (var i = 0; i < 300; i++) a.push({ i: i });
            setTimeout(function () { a = null; }, 1000);`,
    });
    const full = world.watch.heap().used;
    expect(full).toBeGreaterThan(300 * 40);
    expect(full).toBeLessThan(300 * 120);
    world.run(2000);
    expect(world.watch.heap().peak).toBeGreaterThanOrEqual(full);
    expect(world.watch.liveHeap()).toBeLessThan(full / 5);
  });

  test("collects cycles before they count as a leak", async () => {
    const { world, of } = await run({
      app: `require("appbit").me.appTimeoutEnabled = false;
            setInterval(function () { for (var i = 0; i < 20; i++) { var a = {}; a.a = a; } }, 10);`,
    });
    world.run(60_000);
    expect(of("exit")).toEqual([]);
    expect(world.watch.heap().peak).toBeLessThan(40_000);
  });

  test("tells the app of memory pressure", async () => {
    const { world, logs } = await run({
      app: `var memory = require("system").memory, held = [];
            memory.monitor.onmemorypressurechange = function () { console.log(memory.monitor.pressure, memory.js.used > memory.js.total * 0.7); };
            setInterval(function () { if (memory.monitor.pressure === "normal") for (var i = 0; i < 50; i++) held.push({ i: i }); }, 10);`,
    });
    world.run(5000);
    expect(logs()[0]).toBe("high true");
  });
});

test("a part of the system that is broken throws as often as asked, over launches", async () => {
  const app = `var fs = require("fs");
    function write() { try { fs.writeFileSync("n", 1, "json"); console.log("written"); } catch (e) { console.log(e.message); } }
    write(); setTimeout(write, 10); setTimeout(write, 20);`;
  const { world, logs } = await run({ app });
  world.faults.app.breakCall("fs.writeText", 2);
  world.run(15);
  world.faults.app.kill();
  world.watch.launch();
  world.run(100);
  world.faults.app.breakCall("fs.writeText");
  world.faults.app.kill();
  world.watch.launch();
  world.faults.app.breakCall("fs.writeText", 0);
  world.run(1000);
  const broken = "fs.writeText is broken";
  expect(logs()).toEqual([
    ...["written", broken],
    ...[broken, "written", "written"],
    ...[broken, "written", "written"],
  ]);
});

test.each([
  ["that cannot be loaded", `exports.part = 7;`],
  ["that fails while it runs", `exports.part = 7; if (!Math.tried++) null.x;`],
])("a lazy part %s is tried anew when asked for again", async (_what, part) => {
  const app = `Math.tried = 0;
    function load() { try { console.log(require("./part").part); } catch (e) { console.log(e.name); } }
    setTimeout(load, 10); setTimeout(load, 20); setTimeout(load, 30);`;
  const files = { "app/part.js": part };
  const { world, logs } = await run({ app, files });
  if (!part.includes("null")) world.faults.app.breakLoad("app/pa", 1);
  world.run(100);
  expect(logs()).toEqual([expect.stringMatching(/Error$/), "7", "7"]);
});

test("hundreds of launches and deaths in one process", async () => {
  const app = `require("fs").writeFileSync("n", 1, "json"); var d = require("document").default;
    setInterval(function () { d.getElementById("label").text = "" + Date.now(); var a = {}; a.a = a; }, 100);`;
  for (let i = 0; i < 300; i++) {
    const { world, of } = await run({ app }, { seed: i });
    world.run(500);
    world.faults.app.kill();
    world.watch.launch();
    world.run(1000);
    expect(of("exit")).toHaveLength(1);
    disposeWorlds();
  }
}, 30_000);
