import { drawSvg } from "../../src/draw";
import { loadView, type ViewTree } from "../../src/engine/view";
import { tilesOf } from "../../src/engine/view/tiles";

function open(body: string, style = ""): ViewTree {
  const head =
    `<defs><link rel="stylesheet" href="s.css"/>` +
    `<link rel="import" href="/mnt/sysassets/widgets/tile_list_widget.defs"/>` +
    `<link rel="import" href="/mnt/sysassets/widgets/tumbler_widget.defs"/>` +
    `<link rel="import" href="/mnt/sysassets/widgets/panoramaview_widget.defs"/>` +
    `<symbol id="row" href="#tile-list-item" class="row" display="none">` +
    `<text id="text" y="50"/><rect id="touch" pointer-events="all" width="100%" height="100%"/></symbol></defs>`;
  return loadView({
    path: "v.view",
    read: (path) => (path === "s.css" ? style : `<svg>${head}${body}</svg>`),
    screen: { width: 300, height: 300 },
  });
}

function list(tree: ViewTree) {
  return tilesOf(tree, tree.byId("list")!)!;
}

const top = (tree: ViewTree, id: string) => tree.box(tree.byId(id)!).y;

describe("a list written out in the view", () => {
  const tree = () =>
    open(
      `<use id="list" href="#tile-list">` +
        ["a", "b", "c", "d"]
          .map(
            (id) =>
              `<use id="${id}" href="#tile-list-item" class="item"><rect width="9" height="9"/></use>`,
          )
          .join("") +
        `</use>`,
      ".item { height: 120 } #c { display: none }",
    );

  test("has its tiles one below the other, hidden ones left out", () => {
    const view = tree();
    expect(["a", "b", "d"].map((id) => top(view, id))).toEqual([0, 120, 240]);
    expect(list(view).length).toBe(3);
  });

  test("scrolls to its end and no further, and tells the tile in the middle", () => {
    const view = tree();
    expect(list(view).value).toBe(1);
    list(view).moveBy(40);
    expect(top(view, "b")).toBe(80);
    list(view).moveBy(1000);
    expect(top(view, "d")).toBe(180);
    list(view).value = 0;
    expect(top(view, "a")).toBe(0);
  });

  test.each([`<use id="list" href="#tile-list">`, `<g arrange="tiles">`])(
    "in %s: a tile as high as the one before it ends is placed, not asked about for ever",
    (start) => {
      const tile = (id: string) =>
        `<use id="${id}" href="#tile-list-item" height="$+20"/>`;
      const end = start.replace(/<(\w+).*/, "</$1>");
      const view = open(start + tile("a") + tile("b") + tile("c") + end);
      expect(["a", "b", "c"].map((id) => top(view, id))).toEqual([0, 20, 60]);
    },
  );

  test("shows nothing outside its own box", () => {
    expect(drawSvg(tree(), { image: () => undefined })).toMatch(
      /clip-path="url\(#watch-0\)"/,
    );
  });
});

describe("a virtual list", () => {
  const tree = () =>
    open(
      `<use id="list" href="#tile-list"><var id="virtual" value="1"/>` +
        `<use id="pool" href="#tile-list-pool"><use id="pool[6]" href="#row"/></use></use>`,
      ".row { height: 75 }",
    );

  /** Fills the tiles, as a program does. */
  function fill(view: ViewTree): void {
    const node = view.byId("list")!;
    const first = Number(node.get("first-visible-tile") ?? 0);
    view.byId("pool")!.children.forEach((tile, at) => {
      tile.children[0]!.text = `item ${first + at}`;
    });
  }

  const seen = (view: ViewTree) =>
    [...view.all()]
      .filter((node) => node.text !== "" && view.visible(node))
      .map((node) => ({ says: node.text, y: view.box(node.parent!).y }))
      .filter(({ y }) => y > -75 && y < 300)
      .map(({ says, y }) => `${says} @${y}`);

  test("shows nothing before it has a length, then its first items", () => {
    const view = tree();
    fill(view);
    expect(seen(view)).toEqual([]);
    view.byId("list")!.set("length", "50");
    expect(seen(view)).toEqual([
      "item 0 @0",
      "item 1 @75",
      "item 2 @150",
      "item 3 @225",
    ]);
  });

  test("scrolls with six tiles through fifty items, saying when they need filling", () => {
    const view = tree();
    view.byId("list")!.set("length", "50");
    let filled = 0;
    for (let turn = 0; turn < 110; turn += 1) {
      if (!list(view).moveBy(33)) continue;
      fill(view);
      filled += 1;
    }
    expect(filled).toBe(44);
    expect(list(view).value).toBe(48);
    expect(seen(view)).toEqual([
      "item 46 @0",
      "item 47 @75",
      "item 48 @150",
      "item 49 @225",
    ]);
  });

  test("hides the tiles that a short list has no items for", () => {
    const view = tree();
    view.byId("list")!.set("length", "2");
    fill(view);
    expect(seen(view)).toEqual(["item 0 @0", "item 1 @75"]);
  });
});

test("a tumbler shows the chosen item in its middle, the others around it", () => {
  const view = open(
    `<use id="wheel" href="#tumbler" y="60" height="180">` +
      `<use id="a" href="#tumbler-item"/><use id="b" href="#tumbler-item"/></use>`,
  );
  expect(top(view, "a")).toBe(120);
  view.byId("wheel")!.set("value", "1");
  expect([top(view, "a"), top(view, "b")]).toEqual([60, 120]);
});

test("a panorama shows one page at a time", () => {
  const view = open(
    `<use id="pages" href="#panoramaview"><use id="a" href="#panoramaview-item"/>` +
      `<use id="b" href="#panoramaview-item"/></use>`,
  );
  expect(view.box(view.byId("b")!).x).toBe(300);
  view.byId("pages")!.set("value", "1");
  expect(view.box(view.byId("a")!).x).toBe(-300);
});
