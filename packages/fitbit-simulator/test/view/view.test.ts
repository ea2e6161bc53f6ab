import { loadView, ViewError, type ViewTree } from "../../src/engine/view";

const screen = { width: 336, height: 336 };

/** Opens `main.view` from files given by path; `widget.defs` is used when it is among them. */
function open(files: Record<string, string>): ViewTree {
  return loadView({
    path: "main.view",
    read: (path) => files[path],
    ...("widget.defs" in files ? { widgets: "widget.defs" } : {}),
    screen,
  });
}

function view(body: string, files: Record<string, string> = {}): ViewTree {
  return open({ "main.view": `<svg>${body}</svg>`, ...files });
}

function node(tree: ViewTree, id: string) {
  const found = tree.byId(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe("opening a view", () => {
  test("finds elements by id and says null for one that is not there", () => {
    const tree = view(
      `<g id="outer"><text id="label"> Hello &amp; on </text></g>`,
    );
    expect(node(tree, "label").text).toBe("Hello & on");
    expect(node(tree, "label").parent?.id).toBe("outer");
    expect(tree.byId("elsewhere")).toBeNull();
    expect([...tree.all()].map((each) => each.tag)).toEqual([
      "svg",
      "g",
      "text",
    ]);
  });

  test("names file and line where a view is cut off", () => {
    expect.assertions(3);
    try {
      open({ "main.view": `<svg>\n<g>\n` });
    } catch (error) {
      expect(error).toBeInstanceOf(ViewError);
      expect((error as ViewError).message).toMatch(/^main\.view:3: /);
      expect((error as ViewError).line).toBe(3);
    }
  });

  test.each([
    ["a missing view", {}, /main\.view:0: no such file/],
    ["an empty file", { "main.view": "" }, /main\.view:1: /],
    ["something other than svg", { "main.view": "<html/>" }, /not <svg>/],
    [
      "an entity declaration",
      { "main.view": `<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>` },
      /DOCTYPE and entities are not allowed/,
    ],
    [
      "a billion laughs",
      {
        "main.view": `<!DOCTYPE svg [<!ENTITY a "ha">${Array.from(
          "bcdefghij",
          (to, i) => `<!ENTITY ${to} "${`&${"abcdefghi"[i]};`.repeat(10)}">`,
        ).join("")}]><svg><text>&j;</text></svg>`,
      },
      /main\.view:1: DOCTYPE and entities are not allowed/,
    ],
    [
      "a file of the machine as an entity",
      {
        "main.view": `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>`,
      },
      /main\.view:2: DOCTYPE and entities are not allowed/,
    ],
    [
      "definitions from elsewhere",
      {
        "main.view": `<!DOCTYPE svg PUBLIC "x" "http://example.org/x.dtd"><svg/>`,
      },
      /DOCTYPE and entities are not allowed/,
    ],
    [
      "a symbol that contains itself",
      {
        "main.view": `<svg><symbol id="a"><use href="#a"/></symbol><use href="#a"/></svg>`,
      },
      /symbol a contains itself/,
    ],
    [
      "nesting beyond any real view",
      {
        "main.view":
          "<svg>" + "<g>".repeat(200) + "</g>".repeat(200) + "</svg>",
      },
      /nested deeper/,
    ],
    [
      "symbols that multiply each other",
      {
        "main.view": `<svg>${Array.from(
          { length: 12 },
          (_, i) =>
            `<symbol id="s${i}">${`<use href="#s${i + 1}"/>`.repeat(10)}</symbol>`,
        ).join("")}<symbol id="s12"/><use href="#s0"/></svg>`,
      },
      /more than 10000 elements/,
    ],
  ])("refuses %s", (_name, files, problem) => {
    expect(() => open(files as Record<string, string>)).toThrow(
      problem as RegExp,
    );
  });

  test("reads nothing from outside the package", () => {
    const asked: string[] = [];
    const tree = loadView({
      path: "resources/main.view",
      read: (path) => {
        asked.push(path);
        return path === "resources/main.view"
          ? `<svg><link rel="stylesheet" href="http://example.org/a.css"/>
             <link rel="import" href="file:///etc/passwd"/>
             <link rel="import" href="/mnt/assets/../../etc/passwd"/></svg>`
          : undefined;
      },
      screen: { width: 336, height: 336 },
    });
    expect(tree.notes).toHaveLength(3);
    expect(asked.filter((path) => /^\/|\.\./.test(path))).toEqual([]);
  });

  test("notes unknown imports, symbols and selectors and goes on", () => {
    const tree = view(
      `<link rel="import" href="/mnt/sysassets/widgets/of_tomorrow.defs"/>
       <link rel="stylesheet" href="a.css"/><use id="u" href="#ghost"/>`,
      { "a.css": "text:hover { fill: red }" },
    );
    expect(node(tree, "u").children).toEqual([]);
    expect(tree.notes).toEqual([
      "main.view:1: system import /mnt/sysassets/widgets/of_tomorrow.defs is not known",
      "a.css:1: selector left out: text:hover",
      "main.view:2: no symbol ghost",
    ]);
  });

  test("knows the system widgets it is built with", () => {
    const tree = view(
      `<use id="u" href="#mixed-text"><set href="#header" attributeName="text-buffer" to="Hi"/></use>`,
      {
        "widget.defs": `<svg><defs>
        <link rel="import" href="/mnt/sysassets/system_widget.defs"/>
        <link rel="import" href="/mnt/sysassets/widgets/mixed_text_widget.defs"/></defs></svg>`,
      },
    );
    expect(node(tree, "header").text).toBe("Hi");
    expect(tree.notes).toEqual([]);
  });
});

describe("styles", () => {
  const css = `
    text { fill: gray; font-size: 20 }
    .big { font-size: 60; y: 50%+20 }
    #one { fill: red }
    text.big { fill: blue }
    .panel .big { fill: green }
    .panel > text { letter-spacing: 2 }
    .a, .b { fill: "fb-aqua"; }
  `;
  const link = `<link rel="stylesheet" href="s.css"/>`;
  const styled = (body: string) => view(link + body, { "s.css": css });

  test("a class beats a type, an id beats both, an attribute beats all", () => {
    const tree = styled(
      `<text id="plain"/><text id="t" class="big"/><text id="one" class="big"/>
       <text id="own" class="big" fill="white"/><text id="st" style="fill: pink; font-size:9"/>`,
    );
    expect(node(tree, "plain").get("fill")).toBe("gray");
    expect(node(tree, "t").get("fill")).toBe("blue");
    expect(node(tree, "t").get("y")).toBe("50%+20");
    expect(node(tree, "one").get("fill")).toBe("red");
    expect(node(tree, "own").get("fill")).toBe("white");
    expect(node(tree, "st").get("font-size")).toBe("9");
  });

  test("descendants, children and lists", () => {
    const tree = styled(
      `<g class="panel"><text id="child" class="big"/><g><text id="deep" class="big"/></g></g>
       <rect id="a" class="a"/><rect id="b" class="other b"/>`,
    );
    expect(node(tree, "child").get("fill")).toBe("green");
    expect(node(tree, "child").get("letter-spacing")).toBe("2");
    expect(node(tree, "deep").get("fill")).toBe("green");
    expect(node(tree, "deep").get("letter-spacing")).toBeUndefined();
    expect(node(tree, "a").get("fill")).toBe("fb-aqua");
    expect(node(tree, "b").get("fill")).toBe("fb-aqua");
  });

  test("a run of children may start above the nearest fitting ancestor", () => {
    const tree = view(
      `<style>.x &gt; .y text { fill: red } .x .z &gt; text { fill: lime }</style>
       <g class="x"><g class="y"><g class="y"><text id="t"/></g><g class="z"><text id="z"/></g></g></g>`,
    );
    expect(node(tree, "t").get("fill")).toBe("red");
    expect(node(tree, "z").get("fill")).toBe("lime");
  });

  test("a selector that almost fits everywhere is settled at once", () => {
    const deep = "<g>".repeat(60) + `<text id="t"/>` + "</g>".repeat(60);
    const tree = view(
      `<style>${"rect " + "g ".repeat(20)} text { fill: red }</style>${deep}`,
    );
    expect(node(tree, "t").get("fill")).toBeUndefined();
  });

  test("of equal selectors the later one counts, across files in the order linked", () => {
    const tree = open({
      "widget.defs": `<svg><defs><link rel="stylesheet" href="s.css"/></defs></svg>`,
      "main.view": `<svg><style>.big { font-size: 61 }</style><text id="t" class="big"/></svg>`,
      "s.css": css,
    });
    expect(node(tree, "t").get("font-size")).toBe("61");
  });

  test("the system's styles give way to the package's, wherever they are imported", () => {
    const tree = view(
      `<style>text { font-size: 9 }</style>
       <link rel="import" href="/mnt/sysassets/system_widget.defs"/><text id="t" class="h1 uppercase"/>`,
    );
    expect(node(tree, "t").get("font-size")).toBe("9");
    expect(node(tree, "t").get("text-transform")).toBe("uppercase");
  });

  test("fill and font come from ancestors, display and position do not", () => {
    const tree = view(
      `<g fill="lime" font-size="12" display="none" x="9"><rect id="r"/><rect id="i" fill="inherit"/></g>`,
    );
    const rect = node(tree, "r");
    expect(rect.get("fill")).toBe("lime");
    expect(node(tree, "i").get("fill")).toBe("lime");
    expect(rect.get("display")).toBeUndefined();
    expect(rect.get("x")).toBeUndefined();
  });

  test("a script's value wins and a script's class restyles what is inside", () => {
    const tree = styled(
      `<g id="g"><text id="t" class="big" fill="white"/><text id="u" class="big"/></g>`,
    );
    node(tree, "t").set("fill", "black");
    expect(node(tree, "t").get("fill")).toBe("black");
    expect(node(tree, "u").get("fill")).toBe("blue");
    node(tree, "g").set("class", "panel wide");
    expect(node(tree, "g").classNames).toEqual(["panel", "wide"]);
    expect(node(tree, "u").get("fill")).toBe("green");
  });
});

describe("symbols", () => {
  const widgets = `<svg><defs>
    <symbol id="button" class="base" width="80" height="40">
      <rect id="back" width="100%" height="100%" fill="gray"/>
      <text id="label" x="50%" y="50%"/>
    </symbol>
    <symbol id="wide" href="#button" width="200"><circle id="dot" r="4"/></symbol>
  </defs></svg>`;

  test("every use has its own copy, with its own values", () => {
    const tree = open({
      "widget.defs": widgets,
      "main.view": `<svg>
        <use id="a" href="#button" x="10" y="20"><set href="#label" attributeName="text-buffer" to="A"/></use>
        <use id="b" href="#button" y="100" class="hot"><set href="#back" attributeName="fill" to="red"/></use>
      </svg>`,
    });
    const [a, b] = [node(tree, "a"), node(tree, "b")];
    expect(a.children.map((child) => child.id)).toEqual(["back", "label"]);
    expect(a.children[1]?.text).toBe("A");
    expect(b.children[1]?.text).toBe("");
    expect(b.children[0]?.get("fill")).toBe("red");
    expect(b.classNames).toEqual(["base", "hot"]);
    expect(tree.box(a.children[0]!)).toEqual({
      x: 10,
      y: 20,
      width: 80,
      height: 40,
    });
  });

  test("a symbol built upon another has the parts of both", () => {
    const tree = open({
      "widget.defs": widgets,
      "main.view": `<svg><use id="w" href="#wide"><set href="#dot" attributeName="r" to="9"/><line id="own"/></use></svg>`,
    });
    const wide = node(tree, "w");
    expect(wide.children.map((child) => child.id)).toEqual([
      "back",
      "label",
      "dot",
      "own",
    ]);
    expect(wide.get("width")).toBe("200");
    expect(node(tree, "dot").get("r")).toBe("9");
  });
});

describe("changes by script", () => {
  test("are reported with element, name and value", () => {
    const tree = view(`<text id="t"/>`);
    const seen: string[] = [];
    tree.onChange = (at, name, value) => seen.push(`${at.id}.${name}=${value}`);
    node(tree, "t").text = "12";
    node(tree, "t").set("text", "13");
    node(tree, "t").set("fill", "red");
    expect(seen).toEqual(["t.text=12", "t.text=13", "t.fill=red"]);
    expect(node(tree, "t").text).toBe("13");
  });

  test("hide an element and all that is in it", () => {
    const tree = view(
      `<g id="g"><text id="t"/></g><g visibility="hidden"><rect id="v"/><rect id="w" visibility="visible"/></g>`,
    );
    expect(tree.visible(node(tree, "t"))).toBe(true);
    node(tree, "g").set("display", "none");
    expect(tree.visible(node(tree, "t"))).toBe(false);
    node(tree, "g").set("display", "inline");
    expect(tree.visible(node(tree, "t"))).toBe(true);
    expect(tree.visible(node(tree, "v"))).toBe(false);
    expect(tree.visible(node(tree, "w"))).toBe(true);
  });
});

describe("places on the screen", () => {
  const box = (body: string, id = "x") => {
    const tree = view(body);
    const { x, y, width, height } = tree.box(node(tree, id));
    return [x, y, width, height];
  };

  test("pixels, shares, and shares with pixels", () => {
    expect(
      box(`<rect id="x" x="50%-20" y="25%" width="100%-40" height="40px"/>`),
    ).toEqual([148, 84, 296, 40]);
  });

  test("count from the svg around it", () => {
    expect(
      box(
        `<svg x="100" y="10%+6.4" width="50%" height="100"><rect id="x" x="10" y="50%" width="50%" height="1"/></svg>`,
      ),
    ).toEqual([110, 90, 84, 1]);
  });

  test("circles, lines and groups", () => {
    expect(box(`<circle id="x" cx="50%" cy="100" r="20"/>`)).toEqual([
      148, 80, 40, 40,
    ]);
    expect(box(`<line id="x" x1="30" y1="5" x2="10" y2="25"/>`)).toEqual([
      10, 5, 20, 20,
    ]);
    expect(
      box(
        `<g id="x" transform="translate(5,7)"><rect x="1" y="2" width="3" height="4"/><circle cx="10" cy="10" r="2"/></g>`,
      ),
    ).toEqual([6, 9, 11, 10]);
  });

  test("$ goes on where the element before it ended", () => {
    expect(
      box(
        `<rect x="3" y="10" width="7" height="20"/><rect id="x" x="$" y="$+5" width="1" height="1"/>`,
      ),
    ).toEqual([10, 35, 1, 1]);
  });

  test("a long chain of $ costs no more than its length", () => {
    const links = `<g><rect x="$" y="$" width="$+1" height="$+1"/></g>`.repeat(
      500,
    );
    expect(
      box(`${links}<rect id="x" x="$" y="$" width="$" height="$"/>`),
    ).toHaveLength(4);
  });

  test("a text's place follows its anchor", () => {
    const [left, top, width, height] = box(
      `<text id="x" x="50%" y="100" font-size="40" text-anchor="middle">1234567890</text>`,
    ) as [number, number, number, number];
    expect(left + width / 2).toBe(168);
    // From above its letters to below them, as a picture of a public package shows it.
    expect([top, height]).toEqual([61.2, 48]);
  });

  test("a share of a radius is of the shorter side around it", () => {
    expect(
      box(`<svg height="40"><circle id="x" cx="50%" cy="50%" r="50%"/></svg>`),
    ).toEqual([148, 0, 40, 40]);
  });

  test("$ after a text is a line below where it stands, for a text too", () => {
    expect(
      box(
        `<text y="140" font-size="30">TUE</text><text id="x" y="$-45" font-size="20">nd</text>`,
      )[1],
    ).toBeCloseTo(140 + 36 - 45 - 0.97 * 20, 5);
    expect(
      box(`<rect y="10" height="20"/><text id="x" y="$" font-size="20"/>`)[1],
    ).toBeCloseTo(30 - 0.97 * 20, 5);
  });

  test("nonsense counts as nothing", () => {
    expect(
      box(`<rect id="x" x="a lot" y="5%%" width="" height="1e999"/>`),
    ).toEqual([0, 0, 0, 0]);
  });
});
