import { existsSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import ts from "typescript";
import { FigureUse, createFigure } from "../../app/ui/figure";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import { loadView, type ViewNode, type ViewTree } from "fitbit-simulator/draw";

const VIEW = `<svg><use id="figure" href="#figure" x="18" y="90" /></svg>`;

/** A view with the figure in it, as the package's own definitions make it. */
function openView(): ViewTree {
  const link = `<defs><link rel="import" href="widget.defs" /></defs>`;
  return loadView({
    path: "resources/figure-test.view",
    widgets: "resources/widget.defs",
    read: (path) => {
      if (path === "resources/figure-test.view")
        return VIEW.replace("<use", `${link}<use`);
      return existsSync(path) ? readFileSync(path, "utf8") : undefined;
    },
    screen: { width: 336, height: 336 },
  });
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}

/** A node of the view behind the properties that a script on the watch has. */
function elementOf(tree: ViewTree, node: ViewNode): FigureUse {
  const setter = {
    set(_: object, name: string, value: unknown): boolean {
      node.set(dashed(name), String(value));
      return true;
    },
  };
  const style = new Proxy({}, setter);
  const shape: unknown = new Proxy(
    {},
    {
      ...setter,
      get: (_, name) =>
        name === "style"
          ? style
          : (id: string) => elementOf(tree, tree.byId(id)!),
    },
  );
  return shape as FigureUse;
}

/** A figure in an open view, and what is written to it. */
function open(): {
  figure: ReturnType<typeof createFigure>;
  at: (id: string, name: string) => number;
  shown: (id: string) => boolean;
  fill: (id: string) => string | undefined;
  writes: string[];
} {
  const tree = openView();
  const writes: string[] = [];
  tree.onChange = (node, name) => writes.push(`${node.id}.${name}`);
  const get = (id: string, name: string): string | undefined =>
    tree.byId(id)!.get(name);
  return {
    figure: createFigure(elementOf(tree, tree.byId("figure")!), 1),
    at: (id, name) => Number(get(id, name)),
    shown: (id) => tree.visible(tree.byId(id)!),
    fill: (id) => get(id, "fill"),
    writes,
  };
}

test("every exercise is shown, with both its far limbs or neither", () => {
  const { figure, shown } = open();
  for (const id of EXERCISE_IDS) {
    expect(figure.draw(id, false)).toBe(true);
    expect(shown("f6")).toBe(true);
    expect(shown("f9")).toBe(shown("f13"));
  }
});

test("an exercise of the runner's own shows nothing, and the next one shows again", () => {
  const { figure, shown } = open();
  figure.draw("plank", false);
  expect(figure.draw("custom", false)).toBe(false);
  expect(shown("f6")).toBe(false);
  figure.pose(0, 1, 0.5);
  expect(figure.draw("plank", false)).toBe(true);
  expect(shown("f6")).toBe(true);
});

test("the left side is the right side seen in a mirror", () => {
  const { figure, at } = open();
  const both = [false, true].map((mirrored) => {
    figure.draw("bird-dog", mirrored);
    return [at("f3", "cx"), at("f3", "cy"), at("f7", "x2"), at("f7", "y2")];
  });
  const [right, left] = both as [number[], number[]];
  expect(right[0]! + left[0]!).toBeCloseTo(300, -0.5);
  expect(right[2]! + left[2]!).toBeCloseTo(300, -0.5);
  expect([left[1], left[3]]).toEqual([right[1], right[3]]);
  expect(right[0]).toBeGreaterThan(left[0]!);
});

test("limbs hang together at any moment", () => {
  const { figure, at } = open();
  figure.draw("dead-bug", true);
  for (const share of [0, 0.2, 0.5, 0.9, 1]) {
    figure.pose(0, 1, share);
    for (const [upper, lower] of [
      ["f6", "f7"],
      ["f7", "f8"],
      ["f9", "f10"],
    ]) {
      expect(at(lower!, "x1")).toBe(at(upper!, "x2"));
      expect(at(lower!, "y1")).toBe(at(upper!, "y2"));
    }
  }
});

test("only what moves is written", () => {
  const { figure, writes } = open();
  figure.draw("dead-bug", false);
  figure.pose(0, 1, 0);
  writes.length = 0;
  figure.pose(0, 1, 0);
  expect(writes).toEqual([]);
  figure.pose(0, 1, 1);
  const moved = new Set(writes.map((write) => write.split(".")[0]));
  expect([...moved].sort()).toEqual(["f10", "f6", "f7", "f8", "f9"].sort());
});

test("what works stands out from the rest of the body", () => {
  const { figure, fill } = open();
  figure.draw("plank", false);
  const [trunk, arm] = [fill("f2"), fill("f4")];
  expect(trunk).not.toBe(arm);
  figure.draw("dead-bug", false);
  expect(fill("f6")).toBe(trunk);
});

test("poses and what draws them take at most 4 KB of the watch", () => {
  const sources = ["common/pose-frame.ts", "app/ui/figure.ts"].map((path) =>
    readFileSync(path, "utf8"),
  );
  const tables = readFileSync("common/watch-tables.ts", "utf8");
  const poses = /^export const POSES.*?^\];/ms.exec(tables)![0];
  // One scope, as the bundle makes it.
  const merged = [poses, ...sources]
    .join("\n")
    .replace(/^import [^;]*;/gm, "")
    .replace(/^export /gm, "");
  const es5 = ts.transpileModule(merged, {
    compilerOptions: {
      target: ts.ScriptTarget.ES5,
      ignoreDeprecations: "5.0",
    },
  }).outputText;
  const whole = `(function(){${es5};take(createFigure)})()`;
  const { code } = transformSync(whole, { minify: true, target: "es5" });
  expect(code).toContain("take(");
  expect(code.length).toBeLessThanOrEqual(4096);
});
