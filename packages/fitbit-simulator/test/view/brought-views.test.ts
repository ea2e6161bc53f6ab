import { loadView } from "../../src/engine/view";

const screen = { width: 336, height: 336 };

function open(files: Record<string, string>) {
  return loadView({ path: "main.view", read: (path) => files[path], screen });
}

const IMPORT = `<link rel="import" href="part.view"/>`;

test("an import in a view puts the other view's elements in its place", () => {
  const tree = open({
    "main.view": `<svg><rect id="before"/>${IMPORT}<rect id="after"/></svg>`,
    "part.view": `<svg id="page"><text id="line">inside</text></svg>`,
  });
  expect(tree.root.children.map(({ id }) => id)).toEqual([
    "before",
    "page",
    "after",
  ]);
  expect(tree.byId("line")?.text).toBe("inside");
});

test("an import among the definitions brings symbols alone", () => {
  const tree = open({
    "main.view": `<svg><defs>${IMPORT}</defs><use href="#sign"/></svg>`,
    "part.view": `<svg id="page"><symbol id="sign"><g id="in"/></symbol></svg>`,
  });
  expect(tree.byId("page")).toBeNull();
  expect(tree.byId("in")).not.toBeNull();
});

test("definitions imported outside of <defs> leave no element", () => {
  const tree = open({
    "main.view": `<svg>${IMPORT}</svg>`,
    "part.view": `<svg><defs><symbol id="sign"/></defs></svg>`,
  });
  expect(tree.root.children).toEqual([]);
});

test("a view that imports itself, or one that imports it, is there once", () => {
  const tree = open({
    "main.view": `<svg>${IMPORT}</svg>`,
    "part.view": `<svg id="page"><g/>${IMPORT}<link rel="import" href="main.view"/></svg>`,
  });
  expect([...tree.all()]).toHaveLength(3);
});

test("the styles of an imported view are for its own elements", () => {
  const tree = open({
    "main.view": `<svg><text id="outside" class="x"/>${IMPORT}</svg>`,
    "part.view": `<svg id="page"><link rel="stylesheet" href="part.css"/><g><text id="inside" class="x"/></g></svg>`,
    "part.css": ".x { fill: red }",
  });
  expect(tree.byId("inside")?.get("fill")).toBe("red");
  expect(tree.byId("outside")?.get("fill")).toBeUndefined();
});

test("the styles of imported definitions are for all", () => {
  const tree = open({
    "main.view": `<svg><text id="outside" class="x"/>${IMPORT}</svg>`,
    "part.view": `<svg><defs><link rel="stylesheet" href="part.css"/></defs></svg>`,
    "part.css": ".x { fill: red }",
  });
  expect(tree.byId("outside")?.get("fill")).toBe("red");
});
