import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

/** What a piece of code that uses `fs` logs. */
async function logged(code: string): Promise<string[]> {
  const { logs, of } = await run({
    app: `var fs = require("fs"), log = function () { console.log(JSON.stringify([].slice.call(arguments))); };
      function fails(f) { try { f(); log("no error"); } catch (e) { log(e.message); } }
      ${code}`,
  });
  expect(of("exit")).toEqual([]);
  return logs();
}

describe("files on the watch", () => {
  test("are written and read in every encoding", async () => {
    expect(
      await logged(`
        fs.writeFileSync("t", "grüß", "utf-8"); log(fs.readFileSync("t", "utf-8"), fs.statSync("t").size);
        fs.writeFileSync("j", { a: [1, null, "x"] }, "json"); log(fs.readFileSync("j", "json"));
        fs.writeFileSync("c", { a: [1.5, -1, true, null, "x", new Uint8Array([7])] }, "cbor");
        var c = fs.readFileSync("/private/data/c", "cbor"); log(c.a.slice(0, 5), c.a[5][0]);
        fs.writeFileSync("b", new Uint8Array([1, 2, 3, 4]).subarray(1, 3)); log(new Uint8Array(fs.readFileSync("b"))[1], fs.readFileSync("b").byteLength);`),
    ).toEqual([
      '["grüß",6]',
      '[{"a":[1,null,"x"]}]',
      '[[1.5,-1,true,null,"x"],7]',
      "[3,2]",
    ]);
  });

  test("are read, written and extended through handles", async () => {
    expect(
      await logged(`
        var w = fs.openSync("h", "w"); log(fs.writeSync(w, new Uint8Array([1, 2, 3]).buffer)); fs.closeSync(w);
        var a = fs.openSync("h", "a"); fs.writeSync(a, new Uint8Array([4]).buffer); fs.closeSync(a);
        var p = fs.openSync("h", "r+"); fs.writeSync(p, new Uint8Array([9, 9]).buffer, 0, 1, 1); fs.closeSync(p);
        var r = fs.openSync("h", "r"), into = new Uint8Array(8);
        log(fs.readSync(r, into, 0, 2), fs.readSync(r, into, 2, 9), fs.readSync(r, into, 0), [].slice.call(into));
        fails(function () { fs.writeSync(r, new ArrayBuffer(1)); });
        fs.closeSync(r); fails(function () { fs.closeSync(r); });
        fails(function () { fs.openSync("none", "r"); });
        fails(function () { fs.openSync("h", "x"); });`),
    ).toEqual([
      "[3]",
      "[2,2,0,[1,9,3,4,0,0,0,0]]",
      '["h is open for reading"]',
      '["bad file descriptor 6"]',
      '["no such file: none"]',
      '["unknown flags x"]',
    ]);
  });

  test("lie in one folder, under names that a file system takes", async () => {
    expect(
      await logged(`
        ["a/b", ".", "./c", "", "/private/data/", new Array(129).join("é")].forEach(function (name) {
          fails(function () { fs.writeFileSync(name, "x", "utf-8"); });
        });
        fs.writeFileSync("from", "x", "utf-8");
        fails(function () { fs.renameSync("from", "a/b"); });
        fails(function () { fs.openSync("a/b", "w"); });
        fs.writeFileSync(new Array(128).join("é"), "x", "utf-8");
        log(fs.listDirSync ? "listed" : "no list");`),
    ).toEqual([
      '["not a file an app can have: a/b"]',
      '["not a file an app can have: ."]',
      '["not a file an app can have: ./c"]',
      '["not a file an app can have: "]',
      '["not a file an app can have: /private/data/"]',
      '["a name of 256 bytes is too long; allowed: 255"]',
      '["not a file an app can have: a/b"]',
      '["not a file an app can have: a/b"]',
      '["listed"]',
    ]);
  });

  test("are listed, renamed over each other and removed", async () => {
    expect(
      await logged(`
        fs.writeFileSync("a", "1", "ascii"); fs.writeFileSync("b", "2", "ascii"); fs.renameSync("a", "b");
        var names = [], dir = fs.listDirSync("/private/data"), it; while ((it = dir.next()) && !it.done) names.push(it.value);
        log(names, fs.readFileSync("b", "ascii"), fs.existsSync("a"), fs.existsSync("b"));
        fs.unlinkSync("b"); fails(function () { fs.unlinkSync("b"); }); fails(function () { fs.readFileSync("b", "json"); });`),
    ).toEqual([
      '[["b"],"1",false,true]',
      '["no such file: b"]',
      '["no such file: b"]',
    ]);
  });

  test("lie in the app's own folder only", async () => {
    expect(
      await logged(`fails(function () { fs.writeFileSync("../x", "1", "ascii"); }); fails(function () { fs.readFileSync("/etc/passwd"); });
        log(fs.existsSync("/mnt/assets/resources/index.view"), fs.readFileSync("/mnt/assets/resources/index.view", "utf-8").slice(0, 4));`),
    ).toEqual([
      '["not a file an app can have: ../x"]',
      '["not a file an app can have: /etc/passwd"]',
      '[true,"<svg"]',
    ]);
  });

  test("may take 15 MB", async () => {
    expect(
      await logged(`var mb = new ArrayBuffer(100 * 1024); var n = 0;
        fails(function () { for (;; n++) fs.writeFileSync("f" + n, mb); }); log(n);`),
    ).toEqual(['["no space left: an app may store 15 MB"]', "[153]"]);
  });

  test("that are broken are refused with a message", async () => {
    const { logs } = await run(
      {
        app: `var fs = require("fs"); ["cbor", "json"].forEach(function (e) { try { fs.readFileSync("x", e); } catch (error) { console.log(error.name, error.message); } });`,
      },
      { watchFiles: new Map([["x", new Uint8Array([0x82, 0x01])]]) },
    );
    expect(logs()[0]).toBe("Error x is not valid CBOR");
    expect(logs()[1]).toMatch(/^SyntaxError/);
  });
});

describe("a sudden death", () => {
  const APP = `var fs = require("fs");
    setTimeout(function () { fs.writeFileSync("f", "new content", "ascii"); }, 1000);`;
  const before = () => new Map([["f", new TextEncoder().encode("old")]]);

  async function contents(killAtMs: number): Promise<Set<string | undefined>> {
    const found = new Set<string | undefined>();
    for (let seed = 0; seed < 60; seed++) {
      const { world } = await run({ app: APP }, { seed, watchFiles: before() });
      world.run(killAtMs);
      world.faults.app.kill();
      found.add(text(world.watch.files.get("f")));
      disposeWorlds();
    }
    return found;
  }

  test("leaves the old, the new or a part of what was being written", async () => {
    const found = await contents(1000);
    expect(found).toContain("old");
    expect(found).toContain("new content");
    expect(found.size).toBeGreaterThan(2);
    for (const content of found) {
      expect(
        content === "old" || "new content".startsWith(content ?? "?"),
      ).toBe(true);
    }
  });

  test("leaves alone what was written long before", async () => {
    expect(await contents(1100)).toEqual(new Set(["new content"]));
  });

  test("is the same for the same seed", async () => {
    const once = async () => {
      const { world } = await run(
        { app: APP },
        { seed: 5, watchFiles: before() },
      );
      world.run(1000);
      world.faults.app.kill();
      return text(world.watch.files.get("f"));
    };
    expect(await once()).toBe(await once());
  });

  test("keeps the order of writes: none is there before an earlier one", async () => {
    for (let seed = 0; seed < 60; seed++) {
      const { world } = await run(
        {
          app: `var fs = require("fs"); for (var i = 0; i < 5; i++) fs.writeFileSync("f" + i, "x", "ascii");`,
        },
        { seed },
      );
      world.faults.app.kill();
      const there = [0, 1, 2, 3, 4].map(
        (i) => world.watch.files.get(`f${i}`)?.length === 1,
      );
      const first = there.indexOf(false);
      expect(there.slice(first === -1 ? 5 : first)).not.toContain(true);
      disposeWorlds();
    }
  });

  test("comes inside the file operation it was asked for, and the app does not notice", async () => {
    const { world, logs, of } = await run({
      app: `var fs = require("fs");
        setTimeout(function () {
          fs.writeFileSync("a", "1", "ascii"); console.log("a");
          try { fs.writeFileSync("b", "1234567890", "ascii"); } catch (e) { console.log("caught"); } finally { console.log("finally"); }
          fs.writeFileSync("c", "1", "ascii");
        }, 10);`,
    });
    world.faults.app.killAtFileChange(2);
    world.run(100);
    expect(logs()).toEqual(["a"]);
    expect(of("exit")).toMatchObject([{ reason: "kill" }]);
    expect([...world.watch.files.keys()]).not.toContain("c");
    expect(world.watch.files.get("a")).toBeDefined();
  });

  test("runs no unload", async () => {
    const { world, logs } = await run({
      app: `require("appbit").me.onunload = function () { console.log("unload"); };`,
    });
    world.faults.app.kill();
    world.watch.launch();
    world.watch.exit();
    expect(logs()).toEqual(["unload"]);
  });
});
