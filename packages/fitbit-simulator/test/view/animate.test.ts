import { drawSvg } from "../../src/draw";
import { loadView, type ViewTree } from "../../src/engine/view";

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
