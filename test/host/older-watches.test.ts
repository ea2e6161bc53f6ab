import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromJSZip } from "@fitbit/app-package";
import JSZip from "jszip";
import { loadView } from "fitbit-simulator/draw";
import { MODELS, openPackage, watchModel } from "fitbit-simulator";
import { disposeWorlds, observe } from "fitbit-simulator/testing";
import { PACKAGE, ROOT, freshBuild } from "../../tools/build/fresh-build";
import { PACKAGES } from "../../tools/build/packages";
import { Wearer, builtPackage } from "../support/host";
import { everyScreen } from "../words/every-screen";

// The package for the watches before Versa 3. All of its tests are here: it is built
// for them, and two tests at once would build it twice.

const OLDER = join(ROOT, PACKAGES[4]);
/** A model for each size of screen. */
const SIZES = ["meson", "higgs"];
/** Pixels; as large on a wrist as 80 of the newer models, where a display has room. */
const LEAST_TARGET = 75;

beforeAll(() => void freshBuild(4), 300000);
afterEach(disposeWorlds);

function packageFor(target: string) {
  return builtPackage(watchModel(target)!.sdk === 4 ? OLDER : PACKAGE);
}

async function worn(target: string): Promise<Wearer> {
  const pkg = packageFor(target);
  const alone = { ...pkg, phone: { ...pkg.phone, companion: undefined } };
  const made: Wearer = new Wearer(
    await observe(alone, { target, onEvent: (event) => made.notice(event) }),
  );
  made.watch.launch();
  return made.until(1);
}

test("a whole default session is felt the same on all eight models, to the millisecond", async () => {
  const felt = new Map<string, unknown>();
  for (const target of MODELS) {
    const made = await worn(target);
    made.taps("start").until(1250);
    expect([target, made.screen, made.faults]).toEqual([target, "summary", []]);
    expect(made.record.outcome).toBe("completed");
    felt.set(target, made.felt());
    disposeWorlds();
  }
  expect([...felt.keys()]).toHaveLength(8);
  for (const pulses of felt.values()) expect(pulses).toEqual(felt.get("atlas"));
});

test.each(Object.values(PACKAGES))(
  "%s is read by Fitbit's own parser, and says of each model the API of its SDK",
  async (file) => {
    const bytes = new Uint8Array(readFileSync(join(ROOT, file)));
    const pkg = openPackage(bytes);
    const official = await fromJSZip(await JSZip.loadAsync(bytes));
    expect(official.uuid).toBe(pkg.manifest.appId);
    expect(Object.keys(official.components.device).sort()).toEqual(
      [...pkg.targets].sort(),
    );
    for (const target of pkg.targets) {
      const { screen, sdk } = watchModel(target)!;
      const { manifest } = pkg.watch(target);
      expect(manifest.screen).toEqual(screen);
      expect(manifest.api).toBe(sdk === 4 ? "6.0.0" : "8.2.0");
    }
  },
);

test("a button pauses, goes on, skips, goes back and asks whether to end", async () => {
  const made = await worn("meson");
  const press = (key: "back" | "up" | "down"): string => {
    made.watch.key(key);
    return made.waits(1).screen;
  };
  made.taps("start").waits(1);
  expect(made.screen).toBe("rest");
  expect(press("down")).toBe("work");
  expect(press("up")).toBe("paused");
  expect(press("up")).toBe("work");
  expect(press("down")).toBe("rest");
  expect(press("up")).toBe("paused");
  const before = made.sees["remaining"];
  expect(press("down")).toBe("paused");
  expect(made.sees["remaining"]).not.toBe(before);
  expect(press("up")).toBe("rest");
  expect(press("back")).toBe("confirm");
  expect(press("back")).toBe("rest");
  expect(made.faults).toEqual([]);
});

test("back at home leaves the app", async () => {
  const made = await worn("gemini");
  made.watch.key("back");
  expect(made.watch.running).toBe(false);
});

test.each(SIZES)(
  "on %s every word of every language has room",
  async (target) => {
    const { found } = await everyScreen({ pkg: packageFor(target), target });
    for (const [language, wrong] of found) {
      expect([language, ...wrong]).toEqual([language]);
    }
  },
);

test.each([
  ["higgs", 2, 2, 1],
  ["meson", 2, 2, 4],
  ["gemini", 0, 0, 0],
  ["mira", 0, 0, 0],
])(
  "on %s marks at the edge tell of buttons that it has",
  (target, ...expected) => {
    const { manifest, text } = packageFor(target).watch(target);
    const { screen, widgets } = manifest;
    const seen = ["work", "rest", "paused"].map((name) => {
      const path = `resources/${name}.gui`;
      const tree = loadView({ path, widgets, read: text, screen });
      return [...tree.all()].filter(
        (node) =>
          node.get("class") === "edge" && Number(node.get("opacity") ?? 1) > 0,
      ).length;
    });
    expect(seen).toEqual(expected);
  },
);

test.each(SIZES)("on %s what can be touched is large enough", (target) => {
  const { files, manifest, text } = packageFor(target).watch(target);
  const { screen, widgets } = manifest;
  const views = [...files.keys()].filter((path) => /\.gui$/.test(path));
  expect(views).toHaveLength(12);
  for (const path of views) {
    if (path === widgets) continue;
    const tree = loadView({ path, widgets, read: text, screen });
    expect(tree.notes).toEqual([]);
    for (const node of tree.all()) {
      if (node.get("pointer-events") !== "visible" || node.tag !== "rect") {
        continue;
      }
      // Home's line is a part of what leads to the list.
      if (node.id === "line") continue;
      const { x, y, width, height } = tree.box(node);
      expect([path, node.id, Math.min(width, height) >= LEAST_TARGET]).toEqual([
        path,
        node.id,
        true,
      ]);
      expect(x + width).toBeLessThanOrEqual(screen.width);
      expect(y + height).toBeLessThanOrEqual(screen.height);
    }
  }
});
