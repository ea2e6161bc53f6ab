import { elementAt } from "../../src/web/element-at";
import { seenElements } from "../../src/web/world/seen-elements";
import { disposeWorlds, run } from "../../src/testing/world";

afterEach(disposeWorlds);

const VIEW = `<svg>
  <rect id="ground" width="100%" height="100%" fill="black" />
  <svg id="frame" x="100" y="100" width="100" height="100" overflow="hidden">
    <rect id="wide" class="bar large" x="50" width="200" height="20" fill="#43e8a5" layer="1" />
    <rect id="under" x="50" width="40" height="20" fill="red" />
  </svg>
  <g id="group" fill="white" font-size="30"><text id="said" x="10" y="300">Hello</text></g>
  <rect id="hidden" x="0" y="290" width="300" height="40" display="none" />
  <g id="empty"><animate attributeName="opacity" /></g>
</svg>`;

/** What the inspector is told of that view, after what a script has done. */
async function seen(app = "") {
  const { world } = await run({ view: VIEW, app });
  const tree = world.watch.tree;
  if (tree === undefined) throw new Error("the app does not run");
  return seenElements(tree);
}

test("lists the elements in the order of the view, with what is in force", async () => {
  const list = await seen(
    `require("document").default.getElementById("wide").style.fill = "blue";`,
  );
  expect(list.map(({ id, depth }) => [id, depth])).toEqual([
    ["", 0],
    ["ground", 1],
    ["frame", 1],
    ["wide", 2],
    ["under", 2],
    ["group", 1],
    ["said", 2],
    ["hidden", 1],
    ["empty", 1],
  ]);
  const wide = list.find(({ id }) => id === "wide");
  expect(wide).toMatchObject({
    tag: "rect",
    classes: ["bar", "large"],
    box: { x: 150, y: 100, width: 200, height: 20 },
    // Its frame cuts it off.
    shown: { x: 150, y: 100, width: 50, height: 20 },
  });
  expect(wide?.values).toContainEqual({
    name: "fill",
    value: "blue",
    inherited: false,
  });
});

test("tells what letters take from around them", async () => {
  const said = (await seen()).find(({ id }) => id === "said");
  expect(said?.text).toBe("Hello");
  for (const [name, value] of [
    ["fill", "white"],
    ["font-size", "30"],
  ]) {
    expect(said?.values).toContainEqual({ name, value, inherited: true });
  }
});

test.each([
  ["a shape by its layer, not by its place in the view", 160, 110, "wide"],
  ["what is behind where a frame cuts a shape off", 210, 110, "ground"],
  ["a text, and not what is hidden above it", 20, 290, "said"],
  ["the ground where nothing else is", 5, 5, "ground"],
])("the pointer finds %s", async (_, x, y, id) => {
  const list = await seen();
  expect(elementAt(list, x, y)?.element.id).toBe(id);
});

test("the pointer finds nothing outside the screen", async () => {
  expect(elementAt(await seen(), 400, 5)).toBeUndefined();
});
