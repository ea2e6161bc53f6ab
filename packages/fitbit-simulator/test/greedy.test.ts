import { Schedule } from "../src/engine/time/schedule";
import { inlinePackage } from "../src/testing/inline-package";
import { disposeWorlds, observe, run } from "../src/testing/world";

afterEach(disposeWorlds);

const HEAD = `var log = function () { console.log([].slice.call(arguments).join(" ")); };
  function fails(f) { try { f(); log("went on"); } catch (e) { log(e.message); } }
  require("appbit").me.appTimeoutEnabled = false;`;

async function companion(code: string) {
  const observed = await observe(inlinePackage({ companion: code }));
  observed.world.phone.launch();
  return observed;
}

describe("a program that wakes itself in no time is stopped", () => {
  test.each([
    [
      "by opening views",
      `var d = require("document").default; (function again() { d.location.replace("resources/index.view").then(again); })();`,
    ],
    [
      "by starting and stopping an exercise",
      `var e = require("exercise").default; e.onstatechange = function () { e[e.state === "stopped" ? "start" : "stop"]("x"); }; e.start("x");`,
    ],
    [
      "by switching the display",
      `var d = require("display").display; d.onchange = function () { d.on = !d.on; }; d.on = false;`,
    ],
  ])("%s", async (_how, code) => {
    const { world, of } = await run(
      {
        app: `require("appbit").me.appTimeoutEnabled = false; ${code}`,
        permissions: ["access_exercise"],
      },
      { display: "auto" },
    );
    world.run(10_000);
    expect(of("exit")).toMatchObject([
      { reason: "endless loop", error: expect.stringContaining("in no time") },
    ]);
  });

  test("by changing what its settings page shows", async () => {
    const { world, of } = await observe(
      inlinePackage({
        settings: `var n = 0; registerSettingsPage(function (p) { p.settingsStorage.setItem("n", String(++n)); return createComponent(Text, null, "n"); });`,
      }),
    );
    world.phone.settings.open();
    world.run(1000);
    expect(of("exit")).toMatchObject([
      { from: "settings", reason: "endless loop" },
    ]);
  });

  test("or takes its time, by launching itself", async () => {
    const { world, of } = await run({
      app: `require("system").launchApp(require("appbit").me.applicationId);`,
    });
    world.run(3000);
    expect(of("launch")).toHaveLength(11);
  });

  test("but a thousand timers at one moment are no offence", async () => {
    const { world, logs } = await companion(
      `var n = 0; for (var i = 0; i < 1000; i++) setTimeout(function () { n++; }, 5); setTimeout(function () { console.log(n); }, 6);`,
    );
    world.run(10);
    expect(logs()).toEqual(["1000"]);
  });
});

describe("what a program may pile up outside of its heap", () => {
  test("are files on their way: some, then it is told", async () => {
    const { logs } = await companion(
      `var o = require("file-transfer").outbox, data = new Uint8Array(1e6), n = 0;
       (function more() { o.enqueue("f" + n, data).then(function () { n++; more(); }, function (e) { console.log(n, e.message); }); })();`,
    );
    expect(logs()).toEqual(["33 too much waits to be sent"]);
  });

  test("are files that nobody takes: the oldest give way", async () => {
    const { world } = await companion("1");
    for (let n = 0; n < 70; n += 1) {
      world.faults.deliver("phone", {
        name: `f${n}`,
        data: new Uint8Array(1024 * 1024),
      });
    }
    expect(world.phone.inbox).toHaveLength(64);
    expect(world.phone.inbox[0]?.name).toBe("f6");
  });

  test("are small files and long names", async () => {
    const { world, logs } = await run({
      app: `${HEAD} var fs = require("fs"); fails(function () { for (var i = 0; ; i++) fs.writeFileSync("f" + i, "", "utf-8"); });
        var name = "n"; while (name.length < 300) name += name; fails(function () { fs.writeFileSync(name, "", "utf-8"); });`,
    });
    expect(logs()).toEqual([
      "no more than 5000 files",
      "a name of 512 bytes is too long; allowed: 255",
    ]);
    expect(world.watch.files.size).toBe(5000);
  });

  test("is no gap in a file that no watch could hold", async () => {
    const { logs } = await run({
      app: `${HEAD} var fs = require("fs"), fd = fs.openSync("f", "w+"), b = new Uint8Array(1);
        [3e9, 1e15, NaN, -1, 0.5].forEach(function (at) { fails(function () { fs.writeSync(fd, b, 0, 1, at); }); }); log(fs.statSync("f").size);`,
    });
    expect(logs()).toEqual([
      "no space left: an app may store 15 MB",
      "no space left: an app may store 15 MB",
      "no place in a file: NaN",
      "no place in a file: -1",
      "no place in a file: 0.5",
      "0",
    ]);
  });

  test("are open views", async () => {
    const { world, logs } = await run({
      app: `${HEAD} var d = require("document").default, n = 1;
        (function more() { d.location.assign("resources/index.view").then(function () { n++; more(); }, function (e) { log(n, e.message); }); })();`,
    });
    world.run(1000);
    expect(logs()).toEqual(["50 more than 50 views are open"]);
  });

  test("is what it says: long lines are cut, very many left out", async () => {
    const { logs, of } = await run({
      app: `var s = "x"; while (s.length < 9000) s += s; console.log(s);
        for (var i = 0; i < 5000; i++) { console.log(i); try { require("m" + i); } catch (e) {} }
        setTimeout(function () { console.log("later"); }, 10);`,
    });
    expect(logs()[0]).toHaveLength(4001);
    expect(logs()).toHaveLength(1001);
    expect(logs().at(-1)).toBe("more than is shown was logged at once");
    expect(of("missing")).toHaveLength(100);
  });

  test("is what its elements say", async () => {
    const { world } = await run({
      app: `var s = "x"; while (s.length < 30000) s += s; var t = require("document").default.getElementById("label"); t.text = s; t.style.fill = s;`,
    });
    expect(world.watch.texts()["label"]).toHaveLength(10_000);
  });

  test("are timers that it called off", () => {
    const schedule = new Schedule();
    let ran = 0;
    schedule.at(5, () => (ran += 1));
    for (let n = 0; n < 100_000; n += 1) {
      schedule.at(1e9, () => (ran += 100)).cancel();
    }
    const { heap } = schedule as unknown as { heap: unknown[] };
    expect(heap.length).toBeLessThan(3000);
    schedule.run(2e9);
    expect(ran).toBe(1);
  });

  test("are changes of files that a death could undo", async () => {
    const { world } = await run({
      app: `var fs = require("fs"); for (var i = 0; i < 1000; i++) fs.writeFileSync("n", String(i), "utf-8");`,
    });
    const { watchDevice } = world as unknown as {
      watchDevice: { disk: { recent: unknown[] } };
    };
    expect(watchDevice.disk.recent.length).toBeLessThanOrEqual(200);
  });
});

describe("what would keep the engine busy where it cannot be stopped", () => {
  test("is refused: searches of huge texts in huge texts, lists of nothing", async () => {
    const { logs } = await companion(
      `function fails(f) { try { f(); console.log("went on"); } catch (e) { console.log(e.message); } }
       var text = "a".repeat(1e7), part = "a".repeat(5e6) + "b";
       ["indexOf", "lastIndexOf", "includes", "split", "replace", "replaceAll"].forEach(function (m) { fails(function () { text[m](part, ""); }); });
       fails(function () { [].concat(new Array(4e9)); });
       console.log("a-b".split("-").join(), "abc".indexOf("c"), "a1".replace(/\\d/, "2"), [1].concat([2]).length);`,
    );
    expect(logs()).toEqual([
      ...Array<string>(6).fill("this search would take too long"),
      "an array this long cannot be",
      "a,b 2 a2 2",
    ]);
  });

  test("and slow calls of the host count like steps of its own", async () => {
    const { of } = await companion(
      `for (var i = 0; i < 4e5; i++) localStorage.setItem("k" + i, ""); for (;;) localStorage.key(399999);`,
    );
    expect(of("exit")).toMatchObject([{ reason: "endless loop" }]);
  });
});
