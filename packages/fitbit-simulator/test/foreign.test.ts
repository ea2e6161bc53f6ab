import { openPackage } from "../src/engine";
import type { InlinePackage } from "../src/testing/inline-package";
import { disposeWorlds, observe, run } from "../src/testing/world";
import { buildFixture } from "./support/fixture";

afterEach(disposeWorlds);

// Habits of public packages: what they rely on although no documentation says it.

const HEAD = `var document = require("document").default, log = function () { console.log([].slice.call(arguments).join(" ")); };
  function id(n) { return document.getElementById(n); }
  function tried(f) { try { log(f()); } catch (e) { log("fails: " + e.message); } }`;

async function logsOf(code: string, parts: InlinePackage = {}) {
  const { logs, world } = await run({ ...parts, app: HEAD + code });
  world.run(1000);
  return logs();
}

describe("an app that reads its own package", () => {
  const files = { "resources/font/table": "abcdef", "resources/font/a": "" };
  const fs = `var fs = require("fs"), at = "/mnt/assets/resources/font/table", buffer = new ArrayBuffer(3);`;

  test("is told the size of a file, and reads parts of it", async () => {
    const code = `${fs} log(fs.statSync(at).size); var fd = fs.openSync(at, "r"); log(fs.readSync(fd, buffer, 0, 3, 2), new Uint8Array(buffer)[0]); fs.closeSync(fd);`;
    expect(await logsOf(code, { files })).toEqual(["6", "3 99"]);
  });

  test("may write two slashes for one", async () => {
    const code = `${fs} var two = at.replace("/font/", "/font//"); log(fs.existsSync(two), fs.statSync(two).size, fs.readFileSync(two).byteLength); fs.writeFileSync("/private/data//x", "1", "utf-8"); log(fs.existsSync("x"));`;
    expect(await logsOf(code, { files })).toEqual(["true 6 6", "true"]);
  });

  test("lists a folder of it", async () => {
    const code = `${fs} var it = fs.listDirSync("/mnt/assets/resources/font"), next; while (!(next = it.next()).done) log(next.value);`;
    expect(await logsOf(code, { files })).toEqual(["table", "a"]);
  });

  test("may write its paths from the package's root on", async () => {
    const code = `${fs} log(fs.readFileSync("./resources/font/table", "utf-8"), fs.existsSync("resources/font/a"), fs.existsSync("./resources/x")); tried(function () { fs.openSync("./resources/font/a", "w"); });`;
    expect(await logsOf(code, { files })).toEqual([
      "abcdef true false",
      "fails: ./resources/font/a is for reading alone",
    ]);
  });

  test("is refused to change it", async () => {
    const code = `${fs} tried(function () { fs.openSync(at, "w"); }); tried(function () { fs.writeFileSync(at, "x", "utf-8"); }); log(fs.statSync(at).size);`;
    expect(await logsOf(code, { files })).toEqual([
      "fails: /mnt/assets/resources/font/table is for reading alone",
      "fails: not a file an app can have: /mnt/assets/resources/font/table",
      "6",
    ]);
  });
});

describe("elements", () => {
  test("are found by the way through those they are in", async () => {
    const view = `<svg><g id="a"><text id="t">A</text></g><g id="b"><g><text id="t">B</text></g></g></svg>`;
    const code = `log(id("b/t").text, id("a/t").text, id("b/x"), id("b").getElementById("t").text);`;
    expect(await logsOf(code, { view })).toEqual(["B A  B"]);
  });

  test("have a picture by the name of image", async () => {
    const view = `<svg><defs><link rel="import" href="/mnt/sysassets/widgets/icon_button.defs"/></defs>
      <image id="i" href="a.png"/><use id="b" href="#icon-button"/></svg>`;
    const code = `id("i").image = "b.png"; log(id("i").href); id("b").image = "c.png"; log(id("b").image, id("b").getElementById("image").href);`;
    const logs = await logsOf(code, {
      view,
      files: { "resources/b.png": "x", "resources/c.png": "x" },
    });
    expect(logs).toEqual(["b.png", "c.png c.png"]);
  });

  test("take their id from a set", async () => {
    const view = `<svg><symbol id="s"><text id="word">x</text></symbol>
      <use href="#s"><set href="#word" attributeName="id" to="first"/></use></svg>`;
    const code = `log(id("first").text, id("word"));`;
    expect(await logsOf(code, { view })).toEqual(["x "]);
  });

  test("whose names count are one each outside of a pool, and in one that is spelled out", async () => {
    const view = `<svg><defs><link rel="import" href="/mnt/sysassets/widgets/tile_list_widget.defs"/><symbol id="row"/></defs>
      <use id="row[7]" href="#row"/>
      <use id="list" href="#tile-list"><use id="pool" href="#tile-list-pool"><use id="p[0]" href="#row" class="p"/><use id="p[1]" href="#row" class="p"/><use id="p[2]" href="#row" class="p"/></use></use></svg>`;
    const code = `log(document.getElementsByTagName("use").length, document.getElementsByClassName("p").length, id("row[7]") !== null);`;
    expect(await logsOf(code, { view })).toEqual(["6 3 true"]);
  });
});

describe("a view that is opened by its name alone", () => {
  test.each([
    ["next.view", "resources/pages/next.view"],
    ["./next.view", "resources/pages/next.view"],
    ["../top.view", "resources/top.view"],
    ["top.view", "resources/top.view"],
    ["/mnt/assets/resources/top.view", "resources/top.view"],
    ["./resources/top.view", "resources/top.view"],
  ])("%s is looked for beside the open one", async (name, found) => {
    const { world } = await run({
      device: { svgMain: "resources/pages/index.view" },
      files: {
        "resources/pages/index.view": "<svg/>",
        "resources/pages/next.view": "<svg/>",
        "resources/top.view": "<svg/>",
      },
      app: `require("document").default.location.assign(${JSON.stringify(name)});`,
    });
    world.run(100);
    expect(world.watch.view).toBe(found);
  });
});

test("a text that begins with _ is a message of the package", async () => {
  const pkg = openPackage(buildFixture("clockface"));
  const { world } = await observe(pkg, { locale: "de-DE" });
  world.watch.launch();
  expect(world.watch.texts()["greeting"]).toBe("Grüße,");
  // Nobody translated this one; the mark is gone all the same.
  expect(world.watch.texts()["untold"]).toBe("untold");
  expect(world.watch.texts()["blank"]).toBe("__:__");
});

test("the watch writes its language in small letters, the phone does not", async () => {
  const code = `console.log(require("user-settings").locale.language);`;
  const { logs, world } = await run({ app: code, companion: code });
  world.phone.launch();
  expect(logs()).toEqual(["en-us", "en-US"]);
});

test("dates are written as JerryScript writes them", async () => {
  const code = `var d = new Date(2026, 2, 4, 7, 8, 9, 5); log(d.toTimeString(), d.toLocaleTimeString(), d.toDateString(), d.toTimeString().slice(0, -4)); log(d.toString() === d.toLocaleString(), new Date(NaN).toTimeString());`;
  expect(await logsOf(code)).toEqual([
    "07:08:09.005 07:08:09.005 2026-03-04 07:08:09",
    "true Invalid Date",
  ]);
});

test("an object may be given another prototype", async () => {
  expect(await logsOf(`log(Object.setPrototypeOf({}, { a: 1 }).a);`)).toEqual([
    "1",
  ]);
});

test("a sensor's default import is its class, and its named one too", async () => {
  const code = `var m = require("barometer"), B = m.default, s = new B(); log(m.Barometer === B, B.Barometer === B, s instanceof B);`;
  expect(await logsOf(code)).toEqual(["true true true"]);
});

test("a map keeps what it is given under any key, and no other collection is there", async () => {
  const code = `var m = new Map(), seen = []; m.set("a", 1).set(NaN, 2).set(m, 3); m.delete(m);
    m.forEach(function (v, k) { seen.push(k + ":" + v); }); log(m.size, m.get(NaN), m.has("b"), seen, typeof m.entries, typeof Set);`;
  expect(await logsOf(code)).toEqual([
    "2 2 false a:1,NaN:2 undefined undefined",
  ]);
});

test("a sensor has readings, of none before the first", async () => {
  const code = `var H = require("heart-rate").HeartRateSensor, s = new H({ batch: 5 }); log(s.readings.heartRate.length, s.readings.timestamp.length);`;
  expect(await logsOf(code, { permissions: ["access_heart_rate"] })).toEqual([
    "0 0",
  ]);
});

test("a sensor gives readings, of one reading too", async () => {
  const code = `var A = require("accelerometer").Accelerometer, s = new A({ frequency: 1 });
    s.onreading = function () { log(s.readings.x.length, s.readings.timestamp.length); s.stop(); }; s.start();`;
  const { logs, world } = await run({ app: HEAD + code });
  world.run(3000);
  expect(logs()).toEqual(["1 1"]);
});

test("a package with proposed APIs is opened, with a warning", async () => {
  const { logs, world } = await run({ device: { apiVersion: "*" } });
  expect(world.watch.running).toBe(true);
  expect(logs()[0]).toMatch(/built with enableProposedAPI/);
});

test("an anchor that nobody set is not read in vain", async () => {
  const code = `tried(function () { return id("t").textAnchor; }); id("t").textAnchor = "end"; log(id("t").textAnchor);`;
  expect(await logsOf(code, { view: `<svg><text id="t"/></svg>` })).toEqual([
    "fails: this element has no text-anchor",
    "end",
  ]);
});

test("hundreds of elements with a fast timer keep up", async () => {
  const shapes = Array.from(
    { length: 300 },
    (_, at) => `<rect class="cell" x="${at}" y="0" width="9" height="9"/>`,
  ).join("");
  const { logs, world } = await run({
    view: `<svg>${shapes}<text id="far" y="$+4">x</text></svg>`,
    app: `${HEAD} var cells = document.getElementsByClassName("cell"), rounds = 0;
      setInterval(function () {
        rounds++;
        cells.forEach(function (cell) { cell.x = cell.getBBox().x + 1; cell.style.fill = "red"; });
        if (rounds === 8) log(cells.length, cells[299].x, id("far").getBBox().height);
      }, 50);`,
  });
  const began = performance.now();
  world.run(400);
  expect(logs()).toEqual(["300 307 38.4"]);
  // About a tenth of that, with other work beside it.
  expect(performance.now() - began).toBeLessThan(5000);
});
