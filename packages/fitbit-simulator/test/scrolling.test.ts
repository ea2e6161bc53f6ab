import type { World, WorldOptions } from "../src/engine";
import type { Box } from "../src/engine/view";
import { openPackage } from "../src/engine";
import { buildFixture } from "./support/fixture";
import { disposeWorlds, observe, run } from "../src/testing/world";

afterEach(disposeWorlds);

type Point = readonly [x: number, y: number];

const HEAD = `var document = require("document").default, log = function () { console.log([].slice.call(arguments).join(" ")); };
  function id(n) { return document.getElementById(n); }
  function tell(element, types) { types.forEach(function (t) { element.addEventListener(t, function () { log(element.id, t, element.value); }); }); }`;

/** An app with system widgets in its view, on a screen of 336 × 336. */
function app(body: string, code: string, options: WorldOptions = {}) {
  const imports = [
    "tile_list",
    "scrollview",
    "panoramaview",
    "cycleview",
    "tumblerview",
  ].map(
    (name) =>
      `<link rel="import" href="/mnt/sysassets/widgets/${name}_widget.defs"/>`,
  );
  const style = `<style>.row { height: 84 } .wheel { width: 100; height: 180; y: 60 }</style>`;
  const row = `<symbol id="row" href="#tile-list-item" class="row" pointer-events="none" display="none"><text id="text" y="40"/><rect id="touch" pointer-events="all" width="100%" height="100%"/></symbol>`;
  const head = `<symbol id="head" href="#tile-list-item" height="40" display="none"><text id="title" y="30"/></symbol>`;
  return run(
    {
      app: `${HEAD}${code}`,
      view: `<svg><defs>${imports.join("")}${style}${row}${head}</defs>${body}</svg>`,
    },
    options,
  );
}

/** Drags a finger evenly in so many milliseconds, and rests it before it leaves. */
function drag(
  world: World,
  from: Point,
  to: Point,
  ms = 300,
  rest = 200,
): void {
  flick(world, from, to, ms, () => {
    world.run(world.nowMs + rest);
  });
}

/** Drags a finger that leaves while it still moves, or after what it does before. */
function flick(
  world: World,
  from: Point,
  to: Point,
  ms: number,
  before: () => void = () => undefined,
): void {
  world.watch.touch("down", ...from);
  for (let step = 1; step <= 10; step += 1) {
    world.run(world.nowMs + ms / 10);
    const at = (axis: 0 | 1) =>
      from[axis] + ((to[axis] - from[axis]) * step) / 10;
    world.watch.touch("move", at(0), at(1));
  }
  before();
  world.watch.touch("up", ...to);
}

const VIRTUAL = `<use id="list" href="#tile-list"><var id="virtual" value="1"/>
  <use id="pool" href="#tile-list-pool"><use id="pool[8]" href="#row" class="tile-list-item"/></use></use>`;
const FILL = `var list = id("list"), filled = 0;
  list.delegate = {
    getTileInfo: function (i) { return { type: "pool", index: i }; },
    configureTile: function (tile, info) {
      filled++;
      tile.getElementById("text").text = "item " + info.index;
      tile.getElementById("touch").onclick = function () { log("click", info.index); };
    }
  };
  list.length = 50;`;

/** What a view says, from top to bottom, as far as the screen shows it. */
function seen({ watch }: World): string[] {
  const tree = watch.tree!;
  return [...tree.all()]
    .filter((node) => node.text !== "" && tree.visible(node))
    .map((node) => ({ text: node.text, y: topOfLetters(tree.box(node)) }))
    .filter(({ y }) => y >= 0 && y < 336)
    .sort((a, b) => a.y - b.y)
    .map(({ text }) => text);
}

function topOfLetters({ y, height }: Box): number {
  return y + height / 5;
}

describe("a list under a finger", () => {
  test("follows it, and its tiles stand for the items that come into sight", async () => {
    const { world, logs } = await app(
      VIRTUAL,
      `${FILL} log(list.value, list.lastVisibleTile);
      document.onkeypress = function () { log(list.value, list.firstVisibleTile, list.lastVisibleTile); };`,
    );
    expect(seen(world)).toEqual(["item 0", "item 1", "item 2", "item 3"]);
    drag(world, [168, 300], [168, 38]);
    world.run(world.nowMs + 1000);
    expect(seen(world)).toEqual(["item 3", "item 4", "item 5", "item 6"]);
    world.watch.key("up");
    expect(logs()).toEqual(["2 7", "5 3 10"]);
  });

  test("stops at its ends", async () => {
    const { world } = await app(VIRTUAL, FILL);
    drag(world, [168, 100], [168, 300]);
    expect(seen(world)[0]).toBe("item 0");
    for (let turn = 0; turn < 30; turn += 1) drag(world, [168, 330], [168, 10]);
    expect(seen(world).at(-1)).toBe("item 49");
  });

  test("that is let go in flight coasts on and comes to rest, alike each time", async () => {
    const rest = async () => {
      const { world } = await app(VIRTUAL, FILL);
      flick(world, [168, 300], [168, 200], 100);
      const after = seen(world)[0];
      const { tree } = world.watch;
      expect(tree!.advance(world.nowMs)).toBe(true);
      world.run(world.nowMs + 2000);
      expect(tree!.advance(world.nowMs)).toBe(false);
      return [after, seen(world)[0]];
    };
    const [moving, resting] = await rest();
    expect([moving, resting]).toEqual(["item 1", "item 3"]);
    expect(await rest()).toEqual([moving, resting]);
  });

  test("takes no click from a drag, nor from the touch that catches it in flight", async () => {
    const { world, logs } = await app(VIRTUAL, FILL);
    flick(world, [168, 150], [168, 130], 50);
    world.run(world.nowMs + 40);
    world.watch.touch("down", 168, 150);
    world.watch.touch("up", 168, 150);
    expect(logs()).toEqual([]);
    world.run(world.nowMs + 1000);
    world.watch.touch("down", 168, 30);
    world.watch.touch("move", 170, 33);
    world.watch.touch("up", 170, 33);
    expect(logs()).toEqual(["click 0"]);
  });

  test("reaches what the tile under the finger stands for by now", async () => {
    const { world, logs } = await app(VIRTUAL, FILL);
    drag(world, [168, 320], [168, 20]);
    drag(world, [168, 320], [168, 20]);
    const middle = seen(world)[1]!.replace("item ", "click ");
    world.watch.touch("down", 168, 120);
    world.watch.touch("up", 168, 120);
    expect(logs()).toEqual([middle]);
  });

  test("tells the app where it is", async () => {
    const { world, logs } = await app(
      VIRTUAL,
      `${FILL} ["listforward", "listbackward"].forEach(function (t) { list.addEventListener(t, function (e) { log(t, e.first, e.middle, e.last); }); });`,
    );
    drag(world, [168, 300], [168, 200], 20, 300);
    drag(world, [168, 200], [168, 300], 20, 300);
    expect([logs()[0], logs().at(-1)]).toEqual([
      "listforward 1 3 5",
      "listbackward 0 2 4",
    ]);
  });

  test("goes where the app has it go, as far as it can", async () => {
    const { world, logs } = await app(
      VIRTUAL,
      `${FILL} list.value = 20; log(list.value, list.firstVisibleTile); list.value = 999; log(list.value); list.value = "x"; log(list.value); list.value = -5; log(list.value);`,
    );
    expect(logs()).toEqual(["20 18", "48", "48", "2"]);
    expect(seen(world)[0]).toBe("item 0");
  });

  test("with align-mode rests with a tile at its top", async () => {
    const { world } = await app(
      VIRTUAL.replace("<var id", '<var id="align-mode" value="1"/><var id'),
      FILL,
    );
    drag(world, [168, 300], [168, 210]);
    world.run(world.nowMs + 2000);
    const { tree } = world.watch;
    const tops = [...tree!.all()]
      .filter((node) => node.id.startsWith("pool["))
      .map((node) => tree!.box(node).y);
    expect(tops).toContain(0);
  });

  test("of headers and rows takes each from its own pool", async () => {
    const { world, logs } = await app(
      `<use id="list" href="#tile-list"><use href="#tile-list-header" height="30"><text id="top" y="28">Top</text></use>
         <use id="heads" href="#tile-list-pool"><use id="heads[3]" href="#head"/></use>
         <use id="rows" href="#tile-list-pool"><use id="rows[8]" href="#row"/></use></use>`,
      `var list = id("list");
       list.delegate = {
         getTileInfo: function (i) { return { type: i % 4 ? "rows" : "heads", index: i }; },
         configureTile: function (tile, info) { tile.getElementById(info.type === "rows" ? "text" : "title").text = info.type + info.index; }
       };
       list.length = 40; log(list.length);`,
    );
    expect(seen(world)).toEqual([
      "Top",
      "heads0",
      "rows1",
      "rows2",
      "rows3",
      "heads4",
    ]);
    for (let turn = 0; turn < 20; turn += 1) drag(world, [168, 330], [168, 10]);
    expect(seen(world)).toEqual(["heads36", "rows37", "rows38", "rows39"]);
    expect(logs()).toEqual(["40"]);
  });

  test("that is written out gives its tiles, hides and aligns them", async () => {
    const tiles = [0, 1, 2, 3, 4, 5].map(
      (n) =>
        `<use id="t${n}" href="#tile-list-item" class="row"><text id="x${n}" y="40">${n}</text></use>`,
    );
    const { world, logs } = await app(
      `<use id="list" href="#tile-list">${tiles.join("")}</use>`,
      `var list = id("list"); log(list.length, list.getTile(2).id, list.getTile(9));
       list.getTile(0).hide(); log(list.length, list.getTile(0).id); id("t0").show();
       id("t5").align({ alignment: "bottom" }); log(list.value);`,
    );
    expect(logs()).toEqual(["6 t2 ", "5 t1", "4"]);
    expect(seen(world)).toEqual(["2", "3", "4", "5"]);
  });
});

test("a scroll view follows a finger and tells how far", async () => {
  const { world, logs } = await app(
    `<use id="page" href="#scrollview"><use href="#scrollview-item" height="500"><text id="a" y="40">A</text><text id="b" y="480">B</text></use></use>`,
    `id("page").addEventListener("pagescroll", function (e) { log(Math.round(e.position), e.pageSize, e.viewSize); });`,
  );
  expect(seen(world)).toEqual(["A"]);
  drag(world, [168, 330], [168, 10]);
  drag(world, [168, 330], [168, 10]);
  expect(seen(world)).toEqual(["B"]);
  expect(logs().at(-1)).toBe("164 500 336");
});

test("what a scroll view holds is as high as it says, as its content, or as the view", async () => {
  const { world } = await app(
    `<use id="page" href="#scrollview"><use id="a" href="#scrollview-item"><svg y="20%"/></use>
     <use id="b" href="#scrollview-item" display="flexible-height"><rect y="10" height="60"/><g transform="translate(0,5)"><circle cy="70" r="5"/></g><animate/></use>
     <use id="c" href="#scrollview-item" height="50%"/></use>`,
    `id("page").addEventListener("pagescroll", function (e) { log(e.pageSize); });`,
  );
  const tree = world.watch.tree!;
  const places = ["a", "b", "c"].map((id) => {
    const { y, height } = tree.box(tree.byId(id)!);
    return [y, height];
  });
  expect(places).toEqual([
    [0, 336],
    [336, 80],
    [416, 168],
  ]);
  drag(world, [168, 330], [168, 10]);
  drag(world, [168, 330], [168, 10]);
  expect(tree.box(tree.byId("c")!).y).toBe(168);
});

describe("a panorama", () => {
  const PAGES = `<use id="pages" href="#panoramaview">${["a", "b", "c"]
    .map(
      (n) =>
        `<use href="#panoramaview-item"><text id="${n}" y="100">${n}</text><rect id="go-${n}" pointer-events="visible" width="100%" height="100%"/></use>`,
    )
    .join("")}</use>`;
  const CODE = `tell(id("pages"), ["select"]); id("go-a").onclick = function () { log("click"); };`;
  const page = ({ watch }: World) => {
    const tree = watch.tree!;
    return ["a", "b", "c"].filter((n) => tree.box(tree.byId(n)!).x === 0);
  };

  test("goes one page on at a swipe, one back, and stays where half of a swipe leaves it", async () => {
    const { world, logs } = await app(PAGES, CODE);
    flick(world, [300, 160], [60, 160], 100);
    world.run(1500);
    expect(page(world)).toEqual(["b"]);
    drag(world, [200, 160], [120, 160]);
    world.run(3000);
    expect(page(world)).toEqual(["b"]);
    flick(world, [60, 160], [300, 160], 100);
    world.run(6000);
    expect(page(world)).toEqual(["a"]);
    expect(logs()).toEqual(["pages select 1", "pages select 0"]);
    expect(world.watch.running).toBe(true);
  });

  test("leads back out where there is no page before", async () => {
    const { world, of } = await app(PAGES, CODE);
    flick(world, [60, 160], [300, 160], 100);
    expect(of("exit")).toMatchObject([{ reason: "swipe-back" }]);
  });

  test("is not moved by an upward drag, and that is no click", async () => {
    const { world, logs } = await app(PAGES, CODE);
    drag(world, [160, 300], [160, 100]);
    world.run(2000);
    expect(page(world)).toEqual(["a"]);
    expect(logs()).toEqual(["click"]);
  });
});

describe("a tumbler", () => {
  const wheel = (name: string, x: number) =>
    `<use id="${name}" href="#tumblerview" class="wheel" x="${x}">${Array.from(
      { length: 12 },
      (_, n) =>
        `<use id="${name}${n}" href="#tumblerview-item"><set href="#content" attributeName="text-buffer" to="${n}"/></use>`,
    ).join("")}</use>`;
  const TWO = wheel("hour", 20) + wheel("minute", 200);
  const CODE = `tell(id("hour"), ["select"]); tell(id("minute"), ["select"]); id("minute").value = 6;`;

  test("turns under the finger and rests on an item, which the app hears of once", async () => {
    const { world, logs } = await app(TWO, CODE);
    drag(world, [70, 200], [70, 60]);
    world.run(3000);
    expect(logs()).toEqual(["hour select 2"]);
    drag(world, [70, 100], [70, 120]);
    world.run(5000);
    expect(logs()).toHaveLength(1);
    const tree = world.watch.tree!;
    expect(tree.box(tree.byId("hour2")!).y).toBe(120);
    expect(tree.byId("minute")!.get("value")).toBe("6");
  });

  test("goes far at a flick, to its last item and no further", async () => {
    const { world, logs } = await app(TWO, CODE);
    flick(world, [250, 200], [250, 20], 50);
    world.run(5000);
    expect(logs()).toEqual(["minute select 11"]);
  });
});

test("a cycle view shows the next item at each tap", async () => {
  const { world, logs } = await app(
    `<use id="stats" href="#cycleview"><use href="#cycleview-item"><text id="a" y="50">A</text></use><use href="#cycleview-item"><text id="b" y="50">B</text></use></use>`,
    `id("stats").onclick = function () { log("click"); };`,
  );
  const tree = world.watch.tree!;
  const shown = () => ["a", "b"].filter((n) => tree.box(tree.byId(n)!).x === 0);
  expect(world.watch.tap("stats")).toEqual({ ok: true });
  expect(shown()).toEqual(["b"]);
  world.watch.tap("stats");
  expect(shown()).toEqual(["a"]);
  expect(logs()).toEqual(["click", "click"]);
});

describe("without a finger", () => {
  test("lists go by a tile, at the point that is asked for", async () => {
    const { world } = await app(VIRTUAL, FILL);
    expect(world.watch.scroll("up")).toBe(false);
    expect(world.watch.scroll("down")).toBe(true);
    expect(world.watch.scroll("down")).toBe(true);
    world.run(2000);
    expect(seen(world)).toEqual(["item 2", "item 3", "item 4", "item 5"]);
    expect(world.watch.scroll("left")).toBe(false);
    world.watch.setDisplay(false);
    expect(world.watch.scroll("down")).toBe(false);
  });
});

describe("a swipe to the right", () => {
  test("over a list is back, and neither a click nor a scroll", async () => {
    const { world, logs, of } = await app(
      VIRTUAL,
      `${FILL} document.onbeforeunload = function () { log("back"); };`,
    );
    flick(world, [40, 150], [300, 160], 150);
    expect(logs()).toEqual(["back"]);
    expect(of("exit")).toMatchObject([{ reason: "swipe-back" }]);
  });

  test("that is short, or that the system takes away, is not back", async () => {
    const { world, of } = await app(VIRTUAL, FILL);
    flick(world, [40, 150], [100, 150], 150);
    world.watch.touch("down", 40, 150);
    world.watch.touch("move", 300, 150);
    world.watch.touch("cancel", 300, 150);
    expect(of("exit")).toEqual([]);
  });
});

test("a dialog above a list keeps the finger from it", async () => {
  const { world } = await app(
    `${VIRTUAL}<rect id="sheet" pointer-events="visible" width="100%" height="100%"/>`,
    FILL,
  );
  drag(world, [168, 300], [168, 20]);
  expect(seen(world)[0]).toBe("item 0");
});

test("a list that claims to be endless neither hangs the host nor loses its place", async () => {
  const { world, logs, of } = await app(
    VIRTUAL,
    `${FILL.replace("50", "1e308")} list.value = 1e300; log(list.firstVisibleTile, list.length);`,
  );
  drag(world, [168, 300], [168, 20]);
  expect(logs()).toEqual(["999999992 1e+308"]);
  expect(of("exit")).toEqual([]);
});

test("a view that changes while its list coasts leaves the new one alone", async () => {
  const { world, logs, of } = await run({
    app: `${HEAD} document.onmouseup = function () { document.location.assign("resources/two.view").then(function () { log("two"); }); };`,
    view: `<svg><defs><link rel="import" href="/mnt/sysassets/widgets/tile_list_widget.defs"/></defs><use id="list" href="#tile-list">${`<use href="#tile-list-item" height="90"><rect pointer-events="visible" width="100%" height="100%"/></use>`.repeat(9)}</use></svg>`,
    files: { "resources/two.view": `<svg><text id="two">2</text></svg>` },
  });
  flick(world, [168, 300], [168, 200], 100);
  world.run(3000);
  expect(logs()).toEqual(["two"]);
  expect(world.watch.tree!.advance(3000)).toBe(false);
  expect(of("exit")).toEqual([]);
});

test("a list built by the official toolchain scrolls and opens what is touched", async () => {
  const { world, of } = await observe(openPackage(buildFixture("tiles")));
  world.watch.launch();
  drag(world, [168, 320], [168, 20]);
  drag(world, [168, 320], [168, 20]);
  world.run(world.nowMs + 1000);
  const target = seen(world)[1];
  world.watch.touch("down", 168, 120);
  world.watch.touch("up", 168, 120);
  world.run(world.nowMs + 100);
  expect(world.watch.view).toBe("resources/peak.view");
  expect(world.watch.texts()["title"]).toBe(target);
  expect(of("missing")).toEqual([]);
});
