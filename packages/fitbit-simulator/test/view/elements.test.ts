import { drawSvg } from "../../src/draw";
import { Layout } from "../../src/engine/view/layout";
import { loadView, type ViewTree } from "../../src/engine/view";
import { overflows } from "../../src/engine/view/lines";

const WIDGETS = ["text_button", "icon_button", "dynamic_textarea"];

function open(body: string): ViewTree {
  const imports = WIDGETS.map(
    (name) => `<link rel="import" href="/mnt/sysassets/widgets/${name}.defs"/>`,
  ).join("");
  return loadView({
    path: "v.view",
    read: () => `<svg><defs>${imports}</defs>${body}</svg>`,
    screen: { width: 300, height: 300 },
  });
}

/** What is drawn of a body, without the ground it is drawn on. */
function draw(body: string, image?: string): string {
  const svg = drawSvg(open(body), { image: () => image });
  return svg.slice(svg.indexOf('fill="black"/>') + 14, -"</svg>".length);
}

describe("shapes are drawn where and as the view says", () => {
  test.each([
    [
      "a rectangle with round corners",
      `<rect width="40" height="20" rx="10" ry="5" fill="white"/>`,
      `<rect x="0" y="0" width="40" height="20" rx="10" ry="5" fill="white"/>`,
    ],
    [
      "a rectangle",
      `<rect x="10%" y="5" width="50%" height="20" fill="fb-red" opacity="0.5"/>`,
      `<rect opacity="0.5" x="30" y="5" width="150" height="20" fill="#f83c40"/>`,
    ],
    [
      "a circle",
      `<circle cx="50%" cy="40" r="9" fill="lime" fill-opacity="0.2"/>`,
      `<circle cx="150" cy="40" r="9" fill="lime" fill-opacity="0.2"/>`,
    ],
    [
      "a line, in its fill",
      `<line x1="0" y1="1" x2="100%" y2="50%" stroke-width="90" stroke-linecap="butt" fill="white"/>`,
      `<line x1="0" y1="1" x2="300" y2="150" stroke="white" stroke-width="32" stroke-linecap="butt"/>`,
    ],
    [
      "an arc against the clock",
      `<arc width="100" height="100" arc-width="10" start-angle="90" sweep-angle="-90" fill="#fff"/>`,
      `<path d="M 95 50 A 45 45 0 0 0 50 5" fill="none" stroke="#fff" stroke-width="10"/>`,
    ],
    [
      "a section, with what is in it",
      `<section x="20" y="20" width="50%" height="50%"><rect width="100%" height="100%"/></section>`,
      `<g><rect x="20" y="20" width="150" height="150" fill="black"/></g>`,
    ],
  ])("%s", (_name, body, expected) => {
    expect(draw(body)).toContain(expected);
  });

  test("an image is stretched to a box of two sides, and keeps its own shape else", () => {
    const data = "data:image/png;base64,AAAA";
    const stretched = 'preserveAspectRatio="none"';
    const image = (sides: string) =>
      draw(`<image href="a.png" ${sides}/>`, data);
    expect(image(`width="90" height="9"`)).toContain(stretched);
    expect(image(`width="90"`)).not.toContain(stretched);
  });

  test("something faint far off the screen is not drawn, but where its group may turn it in", () => {
    const faint = (y: number) =>
      `<rect id="f" y="${y}" width="9" height="9" opacity="0.5"/>`;
    expect(draw(faint(1200))).not.toContain("rect");
    expect(draw(faint(290))).toContain("rect");
    const turned = `<g id="g" transform="rotate(90)">${faint(1200)}</g>`;
    expect(draw(turned)).toContain("rect");
  });

  test("all the spaces of a text, where it is one line", () => {
    const spaces = (count: number) => "\u00a0".repeat(count);
    const text = (say: string) =>
      draw(`<style>#t { text-buffer: "${say}" }</style><text id="t" y="50"/>`);
    expect(text("  a    b c")).toContain(`>${spaces(2)}a${spaces(4)}b c<`);
    expect(draw(`<text y="50">two\n      lines</text>`)).toContain(
      ">two lines<",
    );
  });

  test("the ground of the whole screen, and none of a part of it", () => {
    const inside = `<svg width="20" height="30" viewport-fill="blue"><circle r="3"/></svg>`;
    const tree = loadView({
      path: "v.view",
      read: () => `<svg viewport-fill="lime">${inside}</svg>`,
      screen: { width: 300, height: 300 },
    });
    const svg = drawSvg(tree, { image: () => undefined });
    expect(svg).toContain('fill="lime"');
    expect(svg).not.toContain("blue");
  });

  test.each(["path", "polygon", "ellipse", "foreignObject", "script"])(
    "but not <%s>, which the platform lacks",
    (tag) => {
      expect(draw(`<${tag} id="x" d="M 0 0 L 9 9"/>`)).not.toMatch(/x|path/);
    },
  );

  test("layers change who is drawn on top, not who is there first", () => {
    const tree = open(
      `<rect id="a" layer="2"/><rect id="b"/><rect id="c" layer="-1"/>`,
    );
    const order = drawSvg(tree, { image: () => undefined }).match(
      /(?<=data-id=")./g,
    );
    expect(order).toEqual(["c", "b", "a"]);
    expect(tree.root.children.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("an image has its place, and its own size where none is given", () => {
    const data = "data:image/png;base64,AAAA";
    expect(draw(`<image href="a.png" x="50%-20" width="40"/>`, data)).toContain(
      `<image x="130" y="0" width="40" href="${data}"/>`,
    );
  });
});

describe("gradients", () => {
  const colours = `gradient-color1="red" gradient-color2="lime" gradient-color3="blue" gradient-color4="white"`;

  test("run along their line, over the whole element where none is given", () => {
    expect(
      draw(
        `<gradientRect width="100" height="60" gradient-type="linear" gradient-x1="0" gradient-y1="0" gradient-x2="0" gradient-y2="50%" ${colours}/>`,
      ),
    ).toContain(`fill="url(#watch-0)"`);
    const svg = drawSvg(
      open(
        `<gradientRect x="10" width="100" height="60" gradient-type="linear" gradient-x2="50" gradient-y2="0" gradient-opacity2="0.5" ${colours}/>`,
      ),
      { image: () => undefined },
    );
    expect(svg).toContain(
      `<linearGradient id="watch-0" gradientUnits="userSpaceOnUse" x1="10" y1="0" x2="60" y2="0"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="lime" stop-opacity="0.5"/></linearGradient>`,
    );
  });

  test("spread in circles, also along an arc", () => {
    const svg = drawSvg(
      open(
        `<gradientArc width="100" height="100" arc-width="10" sweep-angle="90" gradient-type="radial" gradient-x1="50" gradient-y1="50" gradient-x2="50" gradient-y2="0" ${colours}/>`,
      ),
      { image: () => undefined },
    );
    expect(svg).toContain(
      `<radialGradient id="watch-0" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="50">`,
    );
    expect(svg).toContain(`stroke="url(#watch-0)"`);
  });

  test("lie between four corners", () => {
    const svg = drawSvg(
      open(
        `<gradientRect width="100" height="60" gradient-type="bilinear" ${colours}/>`,
      ),
      { image: () => undefined },
    );
    expect(svg.match(/stop-color="\w+"/g)).toEqual(
      ["black", "white", "red", "lime", "blue", "white"].map(
        (colour) => `stop-color="${colour}"`,
      ),
    );
    expect(svg).toContain(`mask="url(#watch-1)"`);
  });
});

describe("texts", () => {
  const text = (body: string) => draw(body).replace(/ font-family="[^"]*"/, "");

  test("stand on their baseline, in the system's letters", () => {
    expect(
      text(
        `<text x="50%" y="40" font-size="20" font-family="System-Bold" text-anchor="middle" letter-spacing="2" text-decoration="underline" fill="white">A  b</text>`,
      ),
    ).toBe(
      `<g><text x="150" y="40" fill="white" font-size="20" font-weight="600" text-anchor="middle" letter-spacing="2" text-decoration="underline">A\u00a0\u00a0b</text></g>`,
    );
    expect(text(`<text font-family="System-Light">A</text>`)).toContain(
      `font-weight="300"`,
    );
  });

  test("in a box end with an ellipsis, if they are to", () => {
    expect(
      text(
        `<text width="60" text-overflow="ellipsis" font-size="20">a long word</text>`,
      ),
    ).toContain(">a lon…<");
    expect(
      text(
        `<textarea width="100" height="24" font-size="20" text-overflow="ellipsis">one two three four</textarea>`,
      ),
    ).toContain(">one two …<");
  });

  test.each([
    [false, `<text id="x" width="100" font-size="20">short</text>`],
    [true, `<text id="x" width="30" font-size="20">too long</text>`],
    [true, `<text id="x" text-length="4">12345678</text>`],
    [
      false,
      `<text id="x">as long as it likes to be, where nothing ends</text>`,
    ],
    [
      false,
      `<textarea id="x" width="90" height="60" font-size="20">a b</textarea>`,
    ],
    [
      true,
      `<textarea id="x" width="90" height="30" font-size="20">one two three</textarea>`,
    ],
    [
      true,
      `<textarea id="x" width="90" rows="1" font-size="20">one two three</textarea>`,
    ],
  ])("overflow: %s for %s", (expected, body) => {
    const tree = open(body);
    expect(overflows(tree.byId("x")!, new Layout(tree.screen))).toBe(expected);
  });

  test("make a dynamic textarea as high as they are", () => {
    const tree = open(
      `<use id="box" href="#dynamic-textarea" width="70" y="10" font-size="20"><set href="#text" attributeName="text-buffer" to="one two three four"/></use><rect id="below" y="$+6" height="2"/>`,
    );
    const lines = 3;
    expect(tree.box(tree.byId("below")!).y).toBe(10 + lines * 24 + 6);
    tree.byId("text")!.text = "one";
    expect(tree.box(tree.byId("below")!).y).toBe(10 + 24 + 6);
  });

  test("of a hundred thousand letters in no room at all are drawn as far as anyone could see", () => {
    const svg = draw(
      `<textarea width="0" font-size="0.01">${"x".repeat(100_000)}</textarea>`,
    );
    expect(svg.match(/<text /g)).toHaveLength(500);
  });
});

test("a textarea without a width has what is left of its frame", () => {
  const svg = draw(
    `<textarea x="100" font-size="20">one two three four five six seven</textarea>`,
  );
  expect(svg.match(/<text /g)).toHaveLength(2);
});

test.each([
  ["600", 600],
  ["bold", 600],
  ["500", 400],
  ["regular", 400],
  ["300", 300],
  ["light", 300],
])("a font of weight %s is drawn as %s", (given, drawn) => {
  const svg = draw(`<text font-weight="${given}">x</text>`);
  expect(svg).toContain(`font-weight="${drawn}"`);
});

test.each([
  ["", "round"],
  ["round", "round"],
  ["butt", "butt"],
])("a line ends %s as it is drawn: %s", (given, drawn) => {
  const ends = given && `stroke-linecap="${given}"`;
  expect(draw(`<line x2="9" stroke-width="4" ${ends}/>`)).toContain(
    `stroke-linecap="${drawn}"`,
  );
});

test.each([
  ["System-Light", 300],
  ["System-Regular", 400],
  ["System-Bold", 600],
  ["Colfax-Medium", 600],
])(
  "the weight of %s is its own, whatever font-weight says",
  (family, drawn) => {
    const svg = draw(
      `<text font-family="${family}" font-weight="500">x</text>`,
    );
    expect(svg).toContain(`font-weight="${drawn}"`);
    expect(
      draw(`<text font-family="System-Light" font-weight="bold">x</text>`),
    ).toContain(`font-weight="300"`);
  },
);

describe("system buttons", () => {
  test("take touches all over, in the colour of their use", () => {
    const tree = open(
      `<use id="ok" href="#text-button" x="50" y="100" fill="fb-green"><set href="#text" attributeName="text-buffer" to="OK"/></use>
       <use id="stop" href="#icon-button" x="10" y="10" fill="fb-red"><set href="#image" attributeName="href" to="stop.png"/></use>`,
    );
    expect(tree.byId("ok")!.get("pointer-events")).toBe("visible");
    expect(tree.box(tree.byId("ok")!)).toEqual({
      x: 50,
      y: 100,
      width: 300,
      height: 96,
    });
    const svg = drawSvg(tree, { image: () => undefined });
    expect(svg).toContain(`fill="#00a629"`);
    expect(svg).toContain(">OK<");
    expect(tree.byId("image")!.get("href")).toBe("stop.png");
    expect(tree.notes).toEqual([]);
  });

  test.each([
    ["top", [0, 0, 300, 96]],
    ["bottom", [0, 204, 300, 96]],
    ["bottom left", [0, 204, 147, 96]],
    ["top right", [153, 0, 147, 96]],
  ])("stand where their classes say: %s", (classes, [x, y, width, height]) => {
    const tree = open(
      `<use id="b" href="#text-button" class="text-button ${classes}"/>`,
    );
    expect(tree.box(tree.byId("b")!)).toEqual({ x, y, width, height });
  });

  test("have an icon beside their text, or a text of two lines", () => {
    const tree = open(
      `<use id="i" href="#icon-text-button" class="icon-text-button bottom"><set href="#image" attributeName="href" to="go.png"/></use>
       <use id="t" href="#textarea-button" class="text-button left" fill="fb-red"><set href="#text" attributeName="text-buffer" to="next exercise"/></use>`,
    );
    expect(tree.notes).toEqual([]);
    expect(tree.box(tree.byId("i")!)).toMatchObject({ y: 204, height: 96 });
    const icon = { x: 24, y: 228, width: 48, height: 48 };
    expect(tree.box(tree.byId("image")!)).toEqual(icon);
    expect(tree.byId("image")!.get("href")).toBe("go.png");
    expect(tree.box(tree.byId("t")!)).toMatchObject({ width: 147 });
    const svg = drawSvg(tree, { image: () => undefined });
    expect(svg).toContain(">NEXT<");
    expect(svg).toContain(">EXERCISE<");
  });

  test("of a text that grows comes with the system's own definitions", () => {
    const tree = loadView({
      path: "v.view",
      read: () =>
        `<svg><defs><link rel="import" href="/mnt/sysassets/system_widget.defs"/></defs><use href="#dynamic-textarea"/></svg>`,
      screen: { width: 300, height: 300 },
    });
    expect(tree.notes).toEqual([]);
    expect(tree.byId("text")).not.toBeNull();
  });

  test("stand where the package's own styles say before those of the system", () => {
    const tree = open(
      `<style>.text-button { height: 60 } .text-button.bottom { y: 100%-60 }</style><use id="b" href="#text-button" class="bottom"/>`,
    );
    expect(tree.box(tree.byId("b")!)).toMatchObject({ y: 240, height: 60 });
  });

  test.each([
    ["small", 32, 20],
    ["medium", 72, 48],
    ["large", 100, 64],
    ["extra-large", 132, 64],
  ])("are round and %s, with an icon in the middle", (size, side, icon) => {
    const tree = open(
      `<use id="b" href="#icon-button" x="30" class="${size}-button"/>`,
    );
    expect(tree.box(tree.byId("b")!)).toMatchObject({ width: side });
    expect(tree.box(tree.byId("background")!).width).toBe(side);
    const at = (side - icon) / 2;
    expect(tree.box(tree.byId("image")!)).toEqual({
      ...{ x: 30 + at, y: at },
      ...{ width: icon, height: icon },
    });
  });

  test("leave their icon to the package's styles", () => {
    const tree = open(
      `<style>#image { x: 0; width: 9 }</style><use id="b" href="#icon-button" class="large-button"/>`,
    );
    expect(tree.box(tree.byId("image")!)).toMatchObject({ x: 0, width: 9 });
  });

  test("say it in bold capitals of 28", () => {
    const svg = draw(
      `<use href="#text-button" class="bottom"><set href="#text" attributeName="text-buffer" to="Reset"/></use>`,
    );
    expect(svg).toContain(">RESET<");
    expect(svg).toContain(`y="262"`);
    expect(svg).toContain(`font-size="28" font-weight="600"`);
  });

  test("say what the styles say, in capitals where they ask for these", () => {
    const tree = open(
      `<style>#b #text { text-buffer: "save" } #b text { text-transform: uppercase }</style><use id="b" href="#text-button"/>`,
    );
    expect(tree.byId("text")!.text).toBe("save");
    expect(drawSvg(tree, { image: () => undefined })).toContain(">SAVE<");
  });

  test("of older SDKs are there under the names of their files", () => {
    const tree = open(
      `<defs><link rel="import" href="/mnt/sysassets/widgets/combo_button_widget.gui"/><link rel="import" href="/mnt/sysassets/widgets/square_button_widget.gui"/></defs>
       <use id="c" href="#combo-button-lower-right"><set href="#combo-button-icon" attributeName="href" to="i.png"/></use><use id="s" href="#square-button-negative"/>`,
    );
    expect(tree.box(tree.byId("c")!)).toMatchObject({ x: 220, y: 220 });
    expect(tree.byId("combo-button-icon")!.get("href")).toBe("i.png");
    expect(tree.notes).toEqual([]);
  });
});

describe("classes and definitions of the system", () => {
  test("are a header, a divider and a ground of one colour", () => {
    const tree = open(
      `<defs><link rel="import" href="/mnt/sysassets/widgets/tile_list_widget.defs"/><link rel="import" href="/mnt/sysassets/system_widget.defs"/></defs>
       <use id="ground" href="#app-gradient-background" fill="fb-red"/>
       <use id="list" href="#tile-list"><use id="head" href="#tile-list-header" class="tile-list-header"><text id="title">Laps</text></use>
       <use id="row" href="#tile-list-item" height="80"><use id="line" href="#tile-divider-bottom" class="tile-divider-bottom"/></use></use>`,
    );
    expect(drawSvg(tree, { image: () => undefined })).toContain(
      `<stop offset="0" stop-color="#f83c40" stop-opacity="0.4"/>`,
    );
    expect(tree.box(tree.byId("head")!).height).toBe(69);
    expect(tree.byId("title")!.get("text-anchor")).toBe("middle");
    expect(tree.box(tree.byId("line")!)).toMatchObject({ y: 147, height: 2 });
    expect(tree.notes).toEqual([]);
  });

  test("say how large, where and in which letters a text is", () => {
    const tree = open(
      `<text id="t" class="h1 center-text uppercase foreground-fill">lap</text>`,
    );
    const svg = drawSvg(tree, { image: () => undefined });
    expect(svg).toContain(`x="150"`);
    expect(svg).toContain(`font-size="48"`);
    expect(svg).toContain(`fill="white"`);
    expect(svg).toContain(">LAP<");
  });
});

test("a marquee stands still, and a scrollbar takes no room and shows nothing", () => {
  const tree = open(
    `<defs><link rel="import" href="/mnt/sysassets/widgets/marquee_text.defs"/><link rel="import" href="/mnt/sysassets/widgets/scrollbar.defs"/></defs>
     <use id="m" href="#marquee-text" y="40" width="60"><set href="#text" attributeName="text-buffer" to="longer than this"/></use><use id="s" href="#scrollbar"/>`,
  );
  const svg = drawSvg(tree, { image: () => undefined });
  expect(svg).toContain(">longer than this<");
  const thumb = tree.box(tree.byId("scrollbar-thumb")!);
  expect(thumb).toMatchObject({ width: 0, height: 0 });
  expect(tree.advance(5000)).toBe(false);
  expect(drawSvg(tree, { image: () => undefined })).toBe(svg);
  expect(tree.notes).toEqual([]);
});
