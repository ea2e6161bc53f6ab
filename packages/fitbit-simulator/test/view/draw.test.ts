import fc from "fast-check";
import { SaxesParser } from "saxes";
import { drawSvg } from "../../src/draw";
import { loadView } from "../../src/engine/view";

const screen = { width: 336, height: 336 };
const noImages = { image: () => undefined };

/** Any character, half ones too: fast-check's own `binary` makes a table of a million first. */
const anyUnit = fc.nat(0xffff).map((n) => String.fromCharCode(n));

function open(body: string) {
  return loadView({ path: "v.view", read: () => `<svg>${body}</svg>`, screen });
}

function draw(
  body: string,
  image: (href: string) => string | undefined = () => undefined,
) {
  return drawSvg(open(body), { image });
}

/** Tags and attribute values of a drawing; fails when it is not well-formed. */
function parts(svg: string) {
  const tags: string[] = [];
  const values: string[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    tags.push(tag.name);
    values.push(...Object.values(tag.attributes));
  });
  parser.on("text", (part) => (text += part));
  parser.write(svg).close();
  return { tags, values, text };
}

describe("drawing", () => {
  test("a quarter ring starts at 12 o'clock and runs clockwise inside its box", () => {
    expect(
      draw(
        `<arc x="10" y="10" width="100" height="100" arc-width="20" start-angle="0" sweep-angle="90" fill="lime"/>`,
      ),
    ).toContain('d="M 60 20 A 40 40 0 0 1 100 60"');
  });

  test("a full ring is closed and an empty one is not there", () => {
    const ring = (sweep: number) =>
      draw(
        `<arc width="100" height="100" arc-width="20" sweep-angle="${sweep}"/>`,
      );
    expect(ring(360)).toContain("<ellipse");
    expect(ring(0)).not.toMatch(/<path|<ellipse/);
    expect(ring(200)).toContain("0 1 1");
  });

  test("hidden elements are left out", () => {
    const svg = draw(
      `<g display="none"><rect id="a"/></g><text id="b" visibility="hidden">x</text><rect id="c"/>`,
    );
    expect(svg).not.toContain('data-id="a"');
    expect(svg).not.toContain('data-id="b"');
    expect(svg).toContain('data-id="c"');
  });

  test("platform colours have their value, nonsense is black", () => {
    expect(draw(`<rect fill="fb-aqua"/>`)).toContain('fill="#3bf7de"');
    expect(draw(`<rect fill="url(http://example.org)"/>`)).not.toContain(
      "example",
    );
  });

  test("a text keeps to the characters reserved for it", () => {
    expect(draw(`<text text-length="5">123456789012</text>`)).toContain(
      ">12345678<",
    );
  });

  test("a textarea breaks between words and stops at the end of its box", () => {
    const { text, tags } = parts(
      draw(
        `<textarea width="100" height="50" font-size="20">one two three four five six seven</textarea>`,
      ),
    );
    expect(tags.filter((tag) => tag === "text")).toHaveLength(2);
    expect(text).toBe("one twothree four");
  });

  test("a textarea does not break at a no-break space", () => {
    const { text, tags } = parts(
      draw(
        `<textarea width="100" height="80" font-size="20">one two 3\u00a0×\u00a010\u00a0s</textarea>`,
      ),
    );
    expect(tags.filter((tag) => tag === "text")).toHaveLength(2);
    expect(text).toBe("one two3\u00a0×\u00a010\u00a0s");
  });

  test("a group moves, turns and grows what is in it", () => {
    expect(
      draw(
        `<svg x="10" y="20"><g transform="translate(50%,5) rotate(45) scale(2)"><rect/></g></svg>`,
      ),
    ).toContain(
      'transform="translate(178 25) rotate(45) scale(2 2) translate(-10 -20)"',
    );
  });

  test("an image comes as data or not at all", () => {
    const image = `<image href="i.png" width="8" height="8"/>`;
    expect(draw(image, () => "data:image/png;base64,AAAA")).toContain(
      "data:image/png",
    );
    expect(draw(image, () => "https://example.org/i.png")).not.toContain(
      "<image",
    );
    expect(draw(image)).not.toContain("<image");
  });
});

describe("a hostile package", () => {
  test("cannot bring in markup, whatever its texts and values say", () => {
    const tree = open(
      `<text id="t"/><textarea id="a" width="90"/><rect id="r"/><arc id="c" width="9" height="9"/>
       <g id="g"><rect/></g><gradientRect id="d"/><image id="i"/><svg id="s" overflow="hidden"><rect/></svg>`,
    );
    const plain = parts(drawSvg(tree, noImages)).tags;
    const names = [
      "fill",
      "x",
      "width",
      "font-family",
      "transform",
      "opacity",
      "href",
      "text-anchor",
    ];
    fc.assert(
      fc.property(
        fc.string({ unit: anyUnit }),
        fc.constantFrom(
          ...names,
          "viewport-fill",
          "sweep-angle",
          "gradient-color1",
        ),
        (hostile, name) => {
          for (const node of tree.all()) {
            node.set(name, `"><script>${hostile}`);
            node.set("text", `</text><script>${hostile}`);
          }
          const { tags, values } = parts(drawSvg(tree, noImages));
          const known = new Set([
            ...plain,
            "svg",
            "rect",
            "path",
            "ellipse",
            "linearGradient",
            "clipPath",
          ]);
          expect(tags.filter((tag) => !known.has(tag))).toEqual([]);
          expect(values.filter((value) => /script/.test(value))).toEqual([]);
        },
      ),
    );
  });
});

describe("an image's path", () => {
  test.each([
    ["../icons/a.png", "/mnt/assets/resources/icons/a.png"],
    ["./a.png", "/mnt/assets/resources/pages/a.png"],
  ])("%s counts from the view", (href, path) => {
    const tree = loadView({
      path: "resources/pages/v.view",
      read: () => `<svg><image href="${href}"/></svg>`,
      screen,
    });
    const asked: string[] = [];
    drawSvg(tree, {
      image: (wanted) => {
        asked.push(wanted);
        return undefined;
      },
    });
    // What is not there is looked for as it was written.
    expect(asked).toEqual([path, href]);
  });
});

test("spaces around a sign belong to one length", () => {
  const moved = (transform: string) =>
    draw(`<g transform="${transform}"><rect/></g>`);
  expect(moved("translate(50% - 122, 10)")).toContain("translate(46 10)");
  expect(moved("translate(50% - 122 10)")).toContain("translate(46 10)");
  expect(moved("translate(50 -10)")).toContain("translate(50 -10)");
});

describe("shapes that hold elements", () => {
  test.each(["rect", "image", "circle"])(
    "a %s shows them, not in its own colour",
    (tag) => {
      const svg = draw(
        `<g fill="lime"><${tag} fill="navy" width="9" height="9" r="4"><text>inside</text></${tag}></g>`,
      );
      expect(svg).toContain(">inside<");
      expect(svg).toMatch(/<text[^>]* fill="lime"/);
    },
  );

  test("of a rect count from where the rect does", () => {
    const tree = open(
      `<rect x="100" y="50" width="40" height="20"><rect id="r" x="50%" width="2" height="4"/></rect>`,
    );
    expect(tree.box(tree.byId("r")!)).toMatchObject({ x: 168, y: 0 });
  });

  test("of an image count from its corner", () => {
    const tree = open(
      `<image x="100" y="50" width="40" height="20"><rect id="r" x="2" y="50%" width="50%" height="4"/></image>`,
    );
    expect(tree.box(tree.byId("r")!)).toEqual({
      x: 102,
      y: 60,
      width: 20,
      height: 4,
    });
  });

  test("show nothing of them while they are not displayed", () => {
    const svg = draw(`<rect display="none"><text>inside</text></rect>`);
    expect(svg).not.toContain("inside");
  });
});

describe("an image without a size", () => {
  const size = (body: string) => {
    const { width, height } = open(body).box(open(body).byId("i")!);
    return [width, height];
  };

  test("fills what it is in, where it is a JPEG", () => {
    expect(size(`<image id="i" href="earth.jpg"/>`)).toEqual([336, 336]);
    expect(
      size(`<svg width="50%" height="40"><image id="i" href="a.JPEG"/></svg>`),
    ).toEqual([168, 40]);
  });

  test("has its own size else, and where one of its sides is given", () => {
    expect(size(`<image id="i" href="icon.png"/>`)).toEqual([0, 0]);
    expect(size(`<image id="i" href="a.jpg" height="7%"/>`)[0]).toBe(0);
  });
});

describe("a text that nobody placed", () => {
  test("stands in the middle of what it is in, as the label of a button does", () => {
    const svg = draw(
      `<svg y="100" height="60"><g><text font-size="20">Begin</text></g></svg>`,
    );
    expect(svg).toContain('y="138.2"');
  });

  test("stands where it was told to as soon as it was, 0 included", () => {
    const tree = open(`<text id="t" font-size="20">Begin</text>`);
    tree.byId("t")!.set("y", "0");
    expect(drawSvg(tree, noImages)).toContain('y="0"');
    expect(tree.box(tree.byId("t")!).y).toBeCloseTo(-19.4, 5);
  });
});

describe("letters", () => {
  test("the digits of even width are drawn as digits, all as wide as each other", () => {
    const tree = open(`<text id="ones"/><text id="eights"/>`);
    tree.byId("ones")!.text = "\u0011\u0011:\u0011\u0011";
    tree.byId("eights")!.text = "\u0018\u0018:\u0018\u0018";
    const widthOf = (id: string) => tree.box(tree.byId(id)!).width;
    expect(widthOf("ones")).toBe(widthOf("eights"));
    const svg = drawSvg(tree, noImages);
    expect(svg).toMatch(
      /data-id="ones"[^>]* dx="3.36 6.72 1.6 1.6 6.72"[^>]*>11:11</,
    );
  });

  test("a one is narrow where nobody asked for even digits, as a watch writes it", () => {
    const tree = open(`<text id="ones">11</text><text id="twos">22</text>`);
    const widthOf = (id: string) => tree.box(tree.byId(id)!).width;
    expect(widthOf("ones")).toBeLessThan(0.7 * widthOf("twos"));
  });

  // [text, font, size, pixels from the first to the last letter on a public package's picture]
  test.each([
    ["SUN 24 NOV", "System-Regular", 25, 128],
    ["16:29", "System-Bold", 80, 177],
    ["01:12", "System-Bold", 90, 183],
    ["21:02:40", "System-Regular", 90, 309],
    ["2021/04/17 Sat", "System-Bold", 35, 220],
    ["23:43:57", "System-Bold", 70, 251],
    ["Wed/Jul/21", "System-Light", 20, 94],
  ])("%s in %s takes as much room as on a watch", (text, font, size, seen) => {
    const tree = open(
      `<text id="t" font-family="${font}" font-size="${size}">${text}</text>`,
    );
    // The room of a letter is wider than its ink, by a tenth of the size before and after.
    const room = seen + size * 0.1;
    const { width } = tree.box(tree.byId("t")!);
    expect(Math.abs(width / room - 1)).toBeLessThan(0.05);
  });
});

describe("a mask", () => {
  const MASK = `<mask id="m"><circle cx="50%" cy="50%" r="40" fill="white"/></mask>`;

  test("is drawn for what names it, and nowhere else", () => {
    const svg = draw(`${MASK}<svg mask="#m"><rect fill="red"/></svg><rect/>`);
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(svg).toMatch(
      /<defs><mask id="(watch-\d+)"[^>]*mask-type="alpha"[^>]*><g><circle/,
    );
    expect(svg).toMatch(/<g mask="url\(#watch-\d+\)"><g><rect[^>]*fill="red"/);
  });

  test("lies where the element that it masks counts from", () => {
    const svg = draw(
      `${MASK}<svg mask="#m" x="40" y="30"><rect fill="red"/></svg>`,
    );
    expect(svg).toMatch(/<mask [^>]*><g transform="translate\(40 30\)">/);
  });

  test("that is not there changes nothing", () => {
    expect(draw(`<svg mask="#m"><rect fill="red"/></svg>`)).not.toContain(
      "mask",
    );
  });
});

test("what a clip-path would cut off is drawn whole", () => {
  const svg = draw(
    `<defs><clipPath id="c"><rect width="5" height="5"/></clipPath></defs><rect clip-path="url(#c)" width="90" height="90"/>`,
  );
  expect(svg).toContain(`width="90" height="90"`);
  expect(svg).not.toContain("clip");
});

test.each([
  [false, `<g transform="translate(0,400)"><rect width="9" height="9"/></g>`],
  [false, `<svg y="500"><text>below</text></svg>`],
  [true, `<g transform="translate(0,290)"><rect width="9" height="9"/></g>`],
  [true, `<g transform="rotate(90)"><rect y="-50" width="9" height="9"/></g>`],
])(
  "what is cut off is drawn where some of it may be seen: %s",
  (seen, body) => {
    const svg = draw(`<svg overflow="hidden">${body}</svg>`);
    expect(svg.includes("clip-path")).toBe(seen);
  },
);
