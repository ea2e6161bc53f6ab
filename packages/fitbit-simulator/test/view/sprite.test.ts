import { encode, TXIOutputFormat } from "@fitbit/image-codec-txi";
import { drawSvg, PackageImages } from "../../src/draw";
import { disposeWorlds, run } from "../../src/testing/world";

afterEach(disposeWorlds);

/** An image of one pixel, of any colour. */
const PIXEL = new Uint8Array(
  encode(
    { data: Uint8ClampedArray.of(1, 2, 3, 255), width: 1, height: 1 },
    { outputFormat: TXIOutputFormat.RGBA8888, rle: false },
  ),
);

/** Pictures `run-00` to `run-16` and `hop-00` to `hop-16`. */
const PICTURES = Object.fromEntries(
  ["run", "hop"].flatMap((name) =>
    Array.from({ length: 17 }, (_, frame) => [
      `resources/${name}-${String(frame).padStart(2, "0")}.png.txi`,
      PIXEL,
    ]),
  ),
);

const OWN = `<symbol id="figure" href="#sprite-image">
    <animate id="animate" attributeName="value" from="0" to="10" dur="2" final="keep" begin="enable" end="disable" />
    <image id="image" href="run-00.png" width="30" height="20" />
  </symbol>`;
const HEAD = `var figure = require("document").default.getElementById("figure"),
  image = figure.getElementById("image"), animate = figure.getElementById("animate");`;

async function show(app: string, use = `<use id="figure" href="#figure" />`) {
  const { world, logs } = await run({
    app: HEAD + app,
    view: `<svg><defs><link rel="import" href="/mnt/sysassets/system_widget.defs" />${OWN}</defs>${use}</svg>`,
    files: PICTURES,
  });
  const tree = world.watch.tree!;
  /** The file that is seen after so many ms more of virtual time. */
  const after = (ms: number) => {
    world.run(world.nowMs + ms);
    tree.advance(world.nowMs);
    return tree.byId("image")!.get("href");
  };
  return { world, logs, after, tree };
}

describe("pictures one after another", () => {
  test("stand still until they are told to run, and stay at the last", async () => {
    const { after } = await show(
      `setTimeout(function () { figure.animate("enable"); }, 500);`,
    );
    expect([499, 1, 600, 1000, 390, 10, 5000].map(after)).toEqual(
      ["00", "00", "03", "08", "10", "10", "10"].map((n) => `run-${n}.png`),
    );
  });

  test("go by the time of the start, however late somebody looks", async () => {
    const { after } = await show(`figure.animate("enable");`);
    expect(after(1000)).toBe("run-05.png");
  });

  test("are drawn", async () => {
    const { after, tree } = await show(`figure.animate("enable");`);
    after(1000);
    const asked: string[] = [];
    const images = new PackageImages((path) => PICTURES[path]);
    const svg = drawSvg(tree, {
      image: (href, fill) => {
        asked.push(href);
        return images.url(href, fill);
      },
    });
    expect(asked).toEqual(["run-05.png"]);
    expect(svg).toMatch(
      /<image [^>]*width="30" height="20" preserveAspectRatio="none" href="data:/,
    );
  });

  test("run backwards, and as fast as the program wrote before it began them", async () => {
    const { after } = await show(`
      animate.from = 16; animate.to = 11; animate.dur = 1; figure.animate("enable");
      animate.from = 0; animate.to = 10;`);
    expect([0, 400, 600].map(after)).toEqual(
      ["16", "14", "11"].map((n) => `run-${n}.png`),
    );
  });

  test("give way to a file that is written after them, and go on with it", async () => {
    const { after } = await show(`
      figure.animate("enable");
      setTimeout(function () { image.href = "hop-02.png"; }, 3000);
      setTimeout(function () { animate.from = 10; animate.to = 0; figure.animate("enable"); }, 4000);`);
    // Nobody looks meanwhile.
    expect(after(3500)).toBe("hop-02.png");
    expect(after(1500)).toBe("hop-05.png");
  });

  test("stop where they are, or go back to the first, as they say", async () => {
    const stop = `figure.animate("enable"); setTimeout(function () { figure.animate("disable"); }, 800);`;
    const kept = await show(stop);
    expect(kept.after(5000)).toBe("run-04.png");
    const restored = await show(`animate.final = "restore"; ${stop}`);
    expect(restored.after(700)).toBe("run-04.png");
    expect(restored.after(5000)).toBe("run-00.png");
  });

  test("run as often as the program says", async () => {
    const { after } = await show(
      `animate.repeatCount = "indefinite"; figure.animate("enable");`,
    );
    expect(after(7000)).toBe("run-05.png");
  });

  test("are shown by number too, without a run", async () => {
    const { after, logs } = await show(
      `figure.value = 7; console.log(image.href);`,
    );
    expect(after(0)).toBe("run-07.png");
    expect(logs()).toEqual(["run-07.png"]);
  });

  test("are read by the program as they are seen", async () => {
    const { world, logs } = await show(`
      figure.animate("enable");
      setTimeout(function () { console.log(image.href, animate.from, animate.to, animate.dur); }, 1000);`);
    world.run(2000);
    expect(logs()).toEqual(["run-05.png 0 10 2"]);
  });

  test("come from the system's own parts where a view brings none", async () => {
    const { after } = await show(
      `figure.animate("enable");`,
      `<use id="figure" href="#sprite-image">
        <set href="image" attributeName="href" to="hop-00.png" />
        <set href="animate" attributeName="from" to="1" />
        <set href="#animate" attributeName="to" to="9" />
        <set href="animate" attributeName="dur" to="4" />
        <set href="animate" attributeName="final" to="restore" />
      </use>`,
    );
    expect([0, 2000, 2000].map(after)).toEqual(
      ["01", "05", "00"].map((n) => `hop-${n}.png`),
    );
  });
});

describe("pictures that cannot be shown", () => {
  test("are told in the console once, and the app goes on", async () => {
    const { logs, after } = await show(`
      animate.to = 17; figure.animate("disable"); console.log("not yet");
      image.href = "run-00.png"; image.href = "nobody.png"; image.href = "";
      image.href = "run-00.png"; figure.animate("enable"); figure.animate("enable");
      console.log("goes on");`);
    expect(after(2000)).toBe("run-17.png");
    expect(logs()).toEqual([
      "not yet",
      "there is no image nobody.png in the package: nothing is shown",
      "there is no image run-17.png in the package: nothing is shown",
      "goes on",
    ]);
  });

  test.each([
    ["a file without a number", `image.href = "plain.png";`, "plain.png"],
    ["no file", `image.href = "";`, ""],
    ["no number of a frame", `animate.to = "x";`, "run-00.png"],
  ])("because of %s do not stop the app", async (_, app, seen) => {
    const { world, after } = await show(
      `${app} animate.dur = -1; figure.animate("enable");`,
    );
    expect(after(2000)).toBe(seen);
    expect(world.watch.running).toBe(true);
  });
});
