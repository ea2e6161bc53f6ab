import { loadView } from "../../src/engine/view";

const screen = { width: 336, height: 336 };

function open(files: Record<string, string>) {
  return loadView({ path: "main.view", read: (path) => files[path], screen });
}

describe("markup that is not well-formed is read past its mistakes", () => {
  test.each([
    ["an attribute twice", `<svg><text id="a" x="1" x="2">x</text></svg>`],
    ["no space between", `<svg><text id="a"fill="red">x</text></svg>`],
    [
      "lines before the root",
      `// some licence\n<svg><text id="a">x</text></svg>`,
    ],
    ["text after the root", `<svg><text id="a">x</text></svg>\n// end`],
    [
      "two roots",
      `<link rel="stylesheet" href="s.css"/><svg><text id="a">x</text></svg>`,
    ],
    ["a root after", `<svg><text id="a">x</text></svg><g id="b"/>`],
    ["no quotes", `<svg><text id="a" x=5>x</text></svg>`],
    [
      "two hyphens in a comment",
      `<svg><!-- a -- b --><text id="a">x</text></svg>`,
    ],
    ["no svg at all", `<g><text id="a">x</text></g>`],
  ])("%s", (_name, view) => {
    const tree = open({ "main.view": view });
    expect(tree.root.tag).toBe("svg");
    expect(tree.byId("a")?.text).toBe("x");
  });

  test("an element that is not closed ends with what it is in", () => {
    const tree = open({
      "main.view": `<svg><g id="g"><rect id="r"><text id="a">x</text></g><text id="b"/></svg></text>`,
    });
    expect(tree.byId("a")?.parent?.id).toBe("r");
    expect(tree.byId("b")?.parent).toBe(tree.root);
    expect(tree.notes).toEqual([
      "main.view:1: unexpected close tag.",
      "main.view:1: unmatched closing tag: text.",
    ]);
  });

  test("an unknown entity stays as it was written, and is told", () => {
    const tree = open({
      "main.view": `<svg>\n<text id="a">x&nope;y</text></svg>`,
    });
    expect(tree.byId("a")?.text).toBe("x&nope;y");
    expect(tree.notes).toEqual(["main.view:2: undefined entity."]);
  });

  test("the last of two equal attributes counts", () => {
    const tree = open({ "main.view": `<svg><rect id="a" x="1" x="2"/></svg>` });
    expect(tree.byId("a")?.get("x")).toBe("2");
  });

  test("what stands beside the svg is in it", () => {
    const tree = open({
      "main.view": `<link rel="stylesheet" href="s.css"/><svg><text id="a"/></svg><g id="b"/>`,
      "s.css": "#a { fill: red }",
    });
    expect(tree.byId("a")?.get("fill")).toBe("red");
    expect(tree.byId("b")?.parent).toBe(tree.root);
  });

  test("a file of nothing but mistakes is given up", () => {
    const view = `<svg>${"&a;".repeat(2000)}</svg>`;
    expect(() => open({ "main.view": view })).toThrow(
      /more than 1000 mistakes/,
    );
  });
});

test.each(["defs", "symbol"])(
  "definitions that begin with <%s> are read",
  (root) => {
    const symbol = `<symbol id="sign"><text id="word">hello</text></symbol>`;
    const tree = open({
      "main.view": `<svg><defs><link rel="import" href="own.defs"/></defs><use href="#sign"/></svg>`,
      "own.defs": root === "symbol" ? symbol : `<defs>${symbol}</defs>`,
    });
    expect(tree.byId("word")?.text).toBe("hello");
    expect(tree.notes).toEqual([]);
  },
);
