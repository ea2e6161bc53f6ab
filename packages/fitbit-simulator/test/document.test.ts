import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

const VIEW = `<svg>
  <g id="group"><text id="a" class="big" x="10" y="20" fill="red">A</text><text id="b">B</text></g>
  <rect id="under" pointer-events="visible" x="0" y="0" width="100" height="100" />
  <g id="sheet" display="none"><rect id="cover" pointer-events="visible" x="0" y="0" width="100%" height="100%" /></g>
  <circle id="dot" cx="50%" cy="168" r="40" />
  <arc id="ring" arc-width="8" start-angle="0" sweep-angle="90" x="0" y="0" width="100%" height="100%" />
</svg>`;
const SECOND = `<svg><text id="title">second</text><rect id="back" pointer-events="visible" width="100%" height="100%" /></svg>`;
const HEAD = `var document = require("document").default, log = function () { console.log([].slice.call(arguments).join(" ")); };
  function fails(f) { try { f(); log("no error"); } catch (e) { log(e.message); } } function id(n) { return document.getElementById(n); }`;

function app(code: string, options = {}) {
  return run(
    {
      app: `${HEAD}${code}`,
      view: VIEW,
      files: { "resources/second.view": SECOND },
    },
    options,
  );
}

describe("elements", () => {
  test("are found in the open view, and null when not in it", async () => {
    const { logs } = await app(`
      log(id("a").text, id("title"), id("group").getElementById("b").text, id("group").getElementById("dot"));
      log(document.getElementsByClassName("big").length, document.getElementsByTagName("text")[1].text, id("group").children.length, id("a").nextSibling.id, id("a").parent.id, id("group").firstChild === id("a"));`);
    expect(logs()).toEqual(["A  B ", "1 B 2 b group true"]);
  });

  test("give and take attributes and styles", async () => {
    const { logs } = await app(`
      var a = id("a"), ring = id("ring");
      a.text = 5; a.x = 33; a.style.fill = "blue"; a.class = "small"; ring.sweepAngle += 10;
      log(a.text, a.x, a.style.fill, a.class, a.type, ring.sweepAngle, ring.arcWidth, ring.width, id("dot").cx, id("dot").r, id("sheet").style.display, a.style.display, a.style.opacity);
      log(id("under").getBBox().right);`);
    expect(logs()).toEqual([
      "5 33 blue small text 100 8 336 168 40 none inline ",
      "100",
    ]);
  });

  test("report what the screen says once each time the app rests", async () => {
    const { world, of } = await app(`
      setTimeout(function () { id("a").text = 1; id("a").text = 2; id("b").text = "B"; }, 1000);
      setTimeout(function () { id("group").style.display = "none"; }, 2000);
      setTimeout(function () { id("b").text = "unseen"; }, 3000);
      setTimeout(function () { id("group").style.display = "inline"; }, 4000);`);
    world.run(5000);
    expect(of("screen").map(({ t, text }) => [t, text])).toEqual([
      [0, { a: "A", b: "B" }],
      [1, { a: "2" }],
      [2, { a: "", b: "" }],
      [4, { a: "2", b: "unseen" }],
    ]);
    expect(world.watch.texts()).toEqual({ a: "2", b: "unseen" });
  });
});

test("a virtual tile list has its tiles configured by the app", async () => {
  const item = (n: number) =>
    `<g id="pool[${n}]" class="tile-list-item"><text id="text" /></g>`;
  const { logs, world } = await run({
    app: `${HEAD} var list = id("list");
      list.delegate = {
        getTileInfo: function (i) { return { type: "pool", index: i }; },
        configureTile: function (tile, info) { if (info.type === "pool") tile.getElementById("text").text = "tile " + info.index; }
      };
      list.length = 2;
      log(list.length, list.firstVisibleTile, list.lastVisibleTile);`,
    view: `<svg><g id="list">${item(0)}${item(1)}${item(2)}</g></svg>`,
  });
  expect(logs()).toEqual(["2 0 1"]);
  expect(world.watch.texts()).toEqual({
    text: "tile 0",
    "pool[1]/text": "tile 1",
  });
});

describe("a touch", () => {
  test("reaches the element, what it is in, and the document", async () => {
    const { world, logs } = await app(`
      ["mousedown", "mouseup", "click"].forEach(function (t) { id("under").addEventListener(t, function (e) { log("under", e.type, e.screenX, e.screenY); }); });
      document.onclick = function (e) { log("document", e.type); };`);
    expect(world.watch.tap("under")).toEqual({ ok: true });
    expect(logs()).toEqual([
      "under mousedown 50 50",
      "under mouseup 50 50",
      "under click 50 50",
      "document click",
    ]);
  });

  test("can be kept from what is around", async () => {
    const { world, logs } = await app(`
      id("under").onclick = function (e) { e.stopPropagation(); log("under"); }; document.onclick = function () { log("document"); };`);
    world.watch.tap("under");
    expect(logs()).toEqual(["under"]);
  });

  test.each([
    ["none", 'there is no "none" in this view'],
    ["cover", '"cover" is hidden'],
    ["dot", '"dot" takes no touches (no pointer-events="visible")'],
  ])("at %s is refused with the reason", async (id, reason) => {
    const { world } = await app("");
    expect(world.watch.tap(id)).toEqual({ ok: false, reason });
  });

  test("is refused when something lies above, and when the app does not run", async () => {
    const { world } = await app(`id("sheet").style.display = "inline";`);
    expect(world.watch.tap("under")).toEqual({
      ok: false,
      reason: '"under" is covered by "cover"',
    });
    world.faults.app.kill();
    expect(world.watch.tap("under")).toEqual({
      ok: false,
      reason: "the app does not run",
    });
  });

  test("at a point is a click where it began only", async () => {
    const { world, logs } = await app(`
      ["mousedown", "mousemove", "mouseup", "click"].forEach(function (t) { id("under").addEventListener(t, function (e) { log(e.type, e.screenX); }); });`);
    world.watch.touch("down", 10, 10);
    world.watch.touch("move", 20, 10);
    world.watch.touch("up", 30, 10);
    world.watch.touch("down", 10, 10);
    world.watch.touch("up", 300, 300);
    expect(logs()).toEqual([
      "mousedown 10",
      "mousemove 20",
      "mouseup 30",
      "click 30",
      "mousedown 10",
      "mouseup 300",
    ]);
  });
});

describe("views", () => {
  test("are opened after the app has come to rest, and their handlers are gone then", async () => {
    const { world, logs, of } = await app(`
      document.onclick = function () { log("old handler"); };
      var old = id("under"); old.onclick = function () { log("old element"); };
      document.location.assign("./resources/second.view").then(function () {
        log("opened", document.location.pathname, document.history.length, id("title").text, id("a"));
        log(old.id);
      });
      log("still", document.location.pathname);`);
    world.run(100);
    world.watch.tap("back");
    expect(logs()).toEqual([
      "still /resources/index.view",
      "opened /resources/second.view 2 second ",
      "under",
    ]);
    expect(of("screen").at(-1)).toMatchObject({
      view: "resources/second.view",
      text: { title: "second" },
    });
  });

  test("that are replaced take their elements with them", async () => {
    const { world, logs } = await app(`
      var old = id("a");
      document.location.replace("/resources/second.view").then(function () { log(document.history.length); fails(function () { old.text = "x"; }); });`);
    world.run(100);
    expect(logs()).toEqual([
      "1",
      "this element belongs to a view that was closed",
    ]);
  });

  test("can be replaced at once", async () => {
    const { logs } = await app(`
      document.onclick = 1; document.replaceSync("resources/second.view"); log(id("title").text, document.onclick, id("a"));`);
    expect(logs()).toEqual(["second  "]);
  });

  test("there are not are an error, and listed as missing", async () => {
    const { world, logs, of } = await app(`
      document.location.assign("resources/none.view").catch(function (e) { log(e.message, document.location.pathname); });
      fails(function () { document.replaceSync("resources/none.view"); });`);
    world.run(100);
    expect(logs()).toEqual([
      "there is no view resources/none.view",
      "there is no view resources/none.view /resources/index.view",
    ]);
    expect(of("missing")).toMatchObject([
      { what: "view", name: "resources/none.view" },
    ]);
  });

  test("form a history", async () => {
    const { world, logs } = await app(`
      fails(function () { document.history.back(); });
      document.location.assign("resources/second.view").then(function () {
        document.history.back();
        setTimeout(function () { log(document.location.pathname, document.history.length); document.history.forward(); }, 10);
        setTimeout(function () { log(document.location.pathname); }, 20);
      });`);
    world.run(100);
    expect(logs()).toEqual([
      "there is no view -1 from here",
      "/resources/index.view 2",
      "/resources/second.view",
    ]);
  });

  test("that cannot be read end the app with the place of the mistake", async () => {
    const { of } = await run({ view: `<svg>\n<rect>` });
    expect(of("exit")).toMatchObject([
      {
        reason: "error",
        error: expect.stringMatching(/^resources\/index\.view:2: /),
      },
    ]);
  });
});

describe("the back gesture", () => {
  test("goes one view back, then out of the app", async () => {
    const { world, of } = await app(
      `document.location.assign("resources/second.view");`,
    );
    world.run(10);
    world.watch.swipeBack();
    expect(world.watch.view).toBe("resources/index.view");
    world.watch.swipeBack();
    expect(of("exit")).toMatchObject([{ reason: "swipe-back" }]);
  });

  test("can be prevented", async () => {
    const { world, logs } = await app(
      `document.addEventListener("beforeunload", function (e) { e.preventDefault(); log("no"); });`,
    );
    world.watch.swipeBack();
    expect(logs()).toEqual(["no"]);
    expect(world.watch.running).toBe(true);
  });

  test("by key works alike, and other keys reach the app", async () => {
    const { world, logs } = await app(
      `document.onkeypress = function (e) { log(e.key); if (e.key === "back") e.preventDefault(); };`,
    );
    world.watch.key("up");
    world.watch.key("back");
    expect(logs()).toEqual(["up", "back"]);
    expect(world.watch.running).toBe(true);
  });
});
