import { MODELS, openPackage, watchModel } from "../src/engine";
import { Run, RUN_OPTIONS, runOptions } from "../src/run";
import {
  type InlinePackage,
  inlinePackage,
  inlinePackageBytes,
} from "../src/testing/inline-package";
import { disposeWorlds, type Observed, observe } from "../src/testing/world";

afterEach(disposeWorlds);

const VIEW = `<svg><rect id="go" pointer-events="visible" width="100%" height="100%"/><text id="label">ready</text></svg>`;

/** A package for one model, in the layout and with the API of its SDK. */
function packageOf(target: string, app: string): InlinePackage {
  const { screen, sdk } = watchModel(target)!;
  const older = sdk === 4;
  return {
    app,
    files: {
      "resources/index.gui": VIEW,
      "resources/widgets.gui": "<svg><defs/></svg>",
    },
    outer: {
      components: { watch: { [target]: { filename: "device-atlas.zip" } } },
    },
    device: {
      apiVersion: older ? "6.0.0" : "8.1.0",
      supports: { screenSize: { w: screen.width, h: screen.height } },
      ...(older && {
        svgMain: "resources/index.gui",
        svgWidgets: "resources/widgets.gui",
        heapSize: undefined,
      }),
    },
  };
}

async function launched(target: string, app: string): Promise<Observed> {
  const observed = await observe(inlinePackage(packageOf(target, app)));
  observed.world.watch.launch();
  return observed;
}

const SCREENS: Record<string, string> = {
  atlas: "Versa 3 336x336",
  vulcan: "Sense 336x336",
  hera: "Versa 4 336x336",
  rhea: "Sense 2 336x336",
  mira: "Versa 2 300x300",
  gemini: "Versa Lite 300x300",
  meson: "Versa 300x300",
  higgs: "Ionic 348x250",
};

test.each(MODELS)("%s opens what is built for it", async (target) => {
  const { logs, world } = await launched(
    target,
    `var me = require("device").me; console.log(me.modelName + " " + me.screen.width + "x" + me.screen.height);`,
  );
  expect(logs()).toEqual([SCREENS[target]]);
  expect(world.watch.texts()).toEqual({ label: "ready" });
});

describe("an SDK 4 package", () => {
  test("finds the modules of its time, and no default where they had none", async () => {
    const { logs, of } = await launched(
      "meson",
      `var document = require("document"), day = require("user-activity").today.local;
       console.log(document.default, require("fs").default, typeof require("clock").default.granularity);
       console.log(document.history, document.location.assign, document.location.pathname);
       console.log(day.activeZoneMinutes, day.activeMinutes, require("user-activity").week);
       try { require("sleep"); } catch (error) { console.log("no sleep"); }
       document.replaceSync("resources/index.gui"); console.log(document.getElementById("label").text);`,
    );
    expect(logs()).toEqual([
      "undefined undefined string",
      "undefined undefined /resources/index.gui",
      // Without the permission there are no minutes.
      "undefined undefined undefined",
      "no sleep",
      "ready",
    ]);
    expect(of("missing").map(({ name }) => name)).toEqual(["sleep"]);
  });

  test("of SDK 5 has what came with it", async () => {
    const parts = packageOf("meson", `require("sleep"); console.log("slept");`);
    const { logs, world } = await observe(
      inlinePackage({
        ...parts,
        device: { ...parts.device, apiVersion: "7.1.0" },
      }),
    );
    world.watch.launch();
    expect(logs()).toEqual(["slept"]);
  });
});

describe("buttons", () => {
  const APP = `var kept = 1; require("document").onkeypress = function (e) {
      console.log(e.key); if (e.key === "back" && kept--) e.preventDefault(); };
    require("document").addEventListener("beforeunload", function () { console.log("never"); });`;

  test("tell the app which was pressed; back leaves it unless it prevents that", async () => {
    const { world, logs, of } = await launched("higgs", APP);
    expect(world.watch.buttons).toEqual(["back", "up", "down"]);
    for (const key of world.watch.buttons) world.watch.key(key);
    expect(of("exit")).toEqual([]);
    // The way back by finger is the same.
    world.watch.swipeBack();
    expect(logs()).toEqual(["back", "up", "down", "back"]);
    expect(of("exit")).toMatchObject([{ reason: "swipe-back" }]);
  });

  test.each([
    ["mira", ["back"]],
    ["gemini", ["back"]],
    ["atlas", []],
  ])("of %s are %j", async (target, buttons) => {
    const { world } = await launched(target, "");
    expect(world.watch.buttons).toEqual(buttons);
  });
});

test("a model's sensors are there, and those it lacks are not", async () => {
  const app = `console.log(["gyroscope", "barometer", "accelerometer"].map(function (name) {
    var all = require(name); return typeof (all.Gyroscope || all.Barometer || all.Accelerometer); }).join());`;
  expect((await launched("gemini", app)).logs()).toEqual([
    "undefined,undefined,function",
  ]);
  expect((await launched("higgs", app)).logs()).toEqual([
    "function,function,function",
  ]);
});

test("a run takes a model of its package, and says which there are", async () => {
  const defaults = Object.fromEntries(
    Object.entries(RUN_OPTIONS).map(([name, option]) => [
      name,
      "default" in option ? option.default : undefined,
    ]),
  ) as unknown as Parameters<typeof runOptions>[0];
  const options = (model: string) => runOptions({ ...defaults, model });
  expect(() => options("versa")).toThrow(
    '--model is "versa"; allowed: atlas, vulcan, hera, rhea, mira, gemini, meson, higgs',
  );
  const pkg = openPackage(inlinePackageBytes(packageOf("mira", "")));
  const open = (model: string) =>
    new Run(
      options(model),
      () => undefined,
      () => undefined,
    ).open(pkg, 0, () => undefined);
  await expect(open("atlas")).rejects.toThrow(
    '--model is "atlas"; this package is for mira (Versa 2)',
  );
  const world = await open("mira");
  expect(world.watch.buttons).toEqual(["back"]);
  world.dispose();
});
