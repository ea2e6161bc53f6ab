import { drawSvg } from "../../src/draw";
import { loadView, type ViewTree } from "../../src/engine/view";
import { disposeWorlds, run } from "../../src/testing/world";

afterEach(disposeWorlds);

function open(body: string): ViewTree {
  return loadView({
    path: "v.view",
    read: () => `<svg>${body}</svg>`,
    screen: { width: 300, height: 300 },
  });
}

/** What an element's attribute is at each of some times, in milliseconds. */
function course(tree: ViewTree, id: string, name: string, times: number[]) {
  return times.map((time) => {
    tree.advance(time);
    return tree.byId(id)?.get(name);
  });
}

describe("an animation", () => {
  test("runs when its event comes, from then on, and lets go at its end", () => {
    const tree = open(
      `<circle id="c" r="5"><animate attributeName="r" begin="enable" from="10" to="50" dur="2"/></circle>`,
    );
    expect(course(tree, "c", "r", [0, 500])).toEqual(["5", "5"]);
    tree.animate(tree.root, "disable");
    expect(tree.advance(600)).toBe(false);
    tree.animate(tree.root, "enable");
    expect(course(tree, "c", "r", [1000, 1500, 2000, 3000])).toEqual([
      "10",
      "20",
      "30",
      "5",
    ]);
    expect(tree.advance(4000)).toBe(false);
  });

  test("starts by itself when the view opens, after its delay, from what is there", () => {
    const tree = open(
      `<rect id="r" x="20"><animate attributeName="x" begin="load+1" to="40" dur="1" final="freeze"/></rect>`,
    );
    expect(course(tree, "r", "x", [0, 900, 1500, 9000])).toEqual([
      "20",
      "20",
      "30",
      "40",
    ]);
  });

  test("with a repeatDur moves at the beginning of each round, and rests where it was", () => {
    const tree = open(
      `<rect id="r"><animate attributeName="y" begin="load" from="0" to="8" dur="1" repeatDur="2" repeatCount="indefinite"/></rect>`,
    );
    expect(course(tree, "r", "y", [0, 500, 1000, 1900, 2500, 200_500])).toEqual(
      ["0", "4", "8", "8", "4", "4"],
    );
  });

  test("is seen where it moved later than another of the same, a frame apart or many", () => {
    const blink = (begin: string, from: number, to: number) =>
      `<animateTransform attributeType="translate" from="${from}" to="${to}" begin="load+${begin}" dur="0" repeatDur="4.1" repeatCount="indefinite"/>`;
    const eyes = () =>
      open(`<g id="e">${blink("4", 0, -99)}${blink("4.1", -99, 0)}</g>`);
    expect(
      course(eyes(), "e", "translate-x", [0, 4050, 4150, 8150, 8250]),
    ).toEqual([undefined, "-99", "0", "-99", "0"]);
    const late = eyes();
    late.advance(0);
    expect(course(late, "e", "translate-x", [15_000])).toEqual(["0"]);
  });

  test.each([
    ["scale-x", `<animateTransform attributeType="scale" to="3"`, "2"],
    ["opacity", `<animate attributeName="opacity" to="0"`, "0.5"],
    ["fill-opacity", `<animate attributeName="fill-opacity" to="0"`, "0.5"],
    [
      "translate-x",
      `<animateTransform attributeType="translate" to="8,0"`,
      "4",
    ],
  ])(
    "of %s without a start begins at what is seen",
    (name, animation, half) => {
      const tree = open(`<g id="g">${animation} begin="load" dur="1"/></g>`);
      expect(course(tree, "g", name, [0, 500])[1]).toBe(half);
    },
  );

  test("without a start begins where the view moved, turned and scaled its group", () => {
    const tree = open(
      `<g id="g" transform="translate(40,20) rotate(90) scale(2)">
         <animateTransform attributeType="translate" to="80,40" begin="load" dur="1"/>
         <animateTransform attributeType="rotate" to="180" begin="load" dur="1"/>
         <animateTransform attributeType="scale" to="4" begin="load" dur="1"/></g>`,
    );
    course(tree, "g", "translate-x", [0, 500]);
    const group = tree.byId("g")!;
    expect(
      ["translate-x", "translate-y", "rotate-angle", "scale-x", "scale-y"].map(
        (name) => group.get(name),
      ),
    ).toEqual(["60", "30", "135", "3", "3"]);
  });

  test("goes through all its values, as often as it says", () => {
    const tree = open(
      `<rect id="r" opacity="1"><animate attributeName="opacity" begin="load" values="0;1;0" dur="1" repeatCount="indefinite"/></rect>`,
    );
    expect(course(tree, "r", "opacity", [0, 250, 500, 1250, 70_500])).toEqual([
      "0",
      "0.5",
      "1",
      "0.5",
      "1",
    ]);
    expect(tree.advance(1e9)).toBe(true);
  });

  test("mixes colours", () => {
    const tree = open(
      `<rect id="r"><animate attributeName="fill" begin="load" from="#000000" to="#ff8000" dur="1"/></rect>`,
    );
    expect(course(tree, "r", "fill", [0, 500])).toEqual(["#000000", "#804000"]);
  });

  test("turns a group about its pivot", () => {
    const tree = open(
      `<g id="hand" pivot-x="50%" pivot-y="50%"><rect width="9" height="9"/>` +
        `<animateTransform attributeType="rotate" begin="load" from="0" to="90" dur="1" final="freeze"/></g>`,
    );
    course(tree, "hand", "rotate-angle", [0, 1000]);
    expect(drawSvg(tree, { image: () => undefined })).toContain(
      "translate(150 150) rotate(90) scale(1 1) translate(-150 -150)",
    );
  });

  test.each([
    ["linear", "25"],
    ["ease", "12.5"],
    ["ease-in", "6.25"],
    ["ease-out", "43.75"],
    ["ease-in-out", "12.5"],
    ["ease-out-in", "37.5"],
  ])("with easing %s is there at a quarter of its time", (easing, quarter) => {
    const tree = open(
      `<rect id="r"><animate attributeName="x" begin="load" from="0" to="100" dur="1" easing="${easing}"/></rect>`,
    );
    expect(course(tree, "r", "x", [0, 250])[1]).toBe(quarter);
  });

  test("a <set> with an event changes the part that it names, and stays", () => {
    const tree = open(
      `<g id="button"><text id="label" fill="white">Go</text><set href="#label" begin="activate" attributeName="fill" to="fb-red"/></g>`,
    );
    tree.animate(tree.byId("button")!, "activate");
    expect(course(tree, "label", "fill", [0, 60_000])).toEqual([
      "fb-red",
      "fb-red",
    ]);
  });
});

test("a script turns a hand by its angle, and moves it from where the view put it", () => {
  const tree = open(
    `<g id="hand" transform="translate(10,50%) rotate(30)"><rect width="9" height="9"/></g>`,
  );
  const hand = tree.byId("hand")!;
  hand.set("rotate-angle", "45");
  hand.set("translate-x", "100");
  expect(tree.box(hand)).toMatchObject({ x: 100, y: 150 });
  expect(drawSvg(tree, { image: () => undefined })).toContain(
    "translate(100 150) rotate(45)",
  );
});

describe("kind 26: an app hears of its animations", () => {
  const app = `var d = require("document").default, start = Date.now();
    ["a", "b"].forEach(function (id) {
      var it = d.getElementById(id);
      function told(e) { console.log(id + " " + e.type.slice(9) + " " + (Date.now() - start)); }
      it.onanimationstart = told;
      it.addEventListener("animationiteration", told);
      it.onanimationend = function (e) { told(e); it.onanimationend = undefined; };
    });`;

  test("when they start, go round and end, in the dark of their delay too", async () => {
    const { logs, world } = await run({
      app: `${app} d.getElementById("a").animate("enable");`,
      view: `<svg><g id="a"><animate attributeName="opacity" begin="enable+1" from="0" to="1" dur="2" repeatCount="3"/></g>
        <g id="b"><set attributeName="opacity" begin="load" to="1"/></g></svg>`,
    });
    world.run(20_000);
    expect(logs()).toEqual([
      "a start 1000",
      "a iteration 3000",
      "a iteration 5000",
      "a end 7000",
    ]);
  });

  test("those of an endless one come for as long as it runs, then no more", async () => {
    const { logs, world } = await run({
      app: `${app} setTimeout(function () { d.getElementById("b").animate("disable"); }, 2500);`,
      view: `<svg><g id="a"/><g id="b"><animate attributeName="opacity" begin="load" end="disable" from="0" to="1" dur="1" repeatCount="indefinite"/></g></svg>`,
    });
    world.run(9000);
    expect(logs()).toEqual([
      "b start 0",
      "b iteration 1000",
      "b iteration 2000",
    ]);
  });

  test("an element's own begin with a touch of it", async () => {
    const { logs, world } = await run({
      app,
      view: `<svg><rect id="a" width="100%" height="100%" pointer-events="visible"><animate attributeName="x" begin="click" from="0" to="9" dur="1"/></rect><g id="b"/></svg>`,
    });
    world.run(500);
    world.watch.tap("a");
    world.run(9000);
    expect(logs()).toEqual(["a start 500", "a end 1500"]);
  });
});
