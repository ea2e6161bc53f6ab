import type { Json } from "../src/engine";
import { openPackage } from "../src/engine";
import {
  inlinePackage,
  inlinePackageBytes,
} from "../src/testing/inline-package";
import { disposeWorlds, observe, run } from "../src/testing/world";

afterEach(disposeWorlds);

const HEAD = `var document = require("document").default, log = function () { console.log([].slice.call(arguments).join(" ")); };
  function id(n) { return document.getElementById(n); }`;

describe("what the toolchain makes", () => {
  test.each([
    ["rhea", "Sense 2"],
    ["hera", "Versa 4"],
    ["vulcan", "Sense"],
  ])("runs on %s, too", async (target, name) => {
    const { world, logs } = await observe(
      inlinePackage({
        app: `${HEAD} var me = require("device").me; log(me.modelName, me.modelId);`,
        outer: {
          components: { watch: { [target]: { filename: "device-atlas.zip" } } },
        },
      }),
    );
    world.watch.launch();
    expect(logs()).toEqual([`${name} ${target}`]);
  });

  test("of an SDK before 4 is refused in words", () => {
    const old = inlinePackageBytes({ device: { apiVersion: "4.2.0" } });
    expect(() => openPackage(old)).toThrow(
      "device-atlas.zip was built for device API 4.2.0; SDK 4 to 6 have 5 or newer",
    );
  });

  test("has the heap that its manifest asks for", async () => {
    const app = `var held = []; for (var i = 0; i < 4000; i++) held.push({ i: i });`;
    const small = await run({ app, heapSize: 64 });
    expect(small.of("exit")).toMatchObject([{ reason: "out of memory" }]);
    const large = await run({ app, heapSize: 128 });
    expect(large.of("exit")).toEqual([]);
    const limit = ({ world }: typeof small) => world.watch.memory().limit;
    // The system's part is the same.
    expect(limit(large) - limit(small)).toBe(64 * 1024);
    // However much it asks for.
    expect(limit(await run({ heapSize: 1e9 }))).toBe(limit(large));
  });
});

describe("the end of an app", () => {
  test("leaves time for what is done at once, and for nothing after", async () => {
    const { world, logs } = await run({
      app: `${HEAD} require("appbit").me.onunload = function () {
        require("fs").writeFileSync("left", "1", "utf-8"); log("unload");
        setTimeout(function () { log("later"); }, 0); Promise.resolve().then(function () { log("then"); });
      };`,
    });
    world.watch.exit();
    world.run(10_000);
    expect(logs()).toEqual(["unload", "then"]);
    expect([...world.watch.files.keys()]).toEqual(["left"]);
  });
});

describe("in the dark", () => {
  test("timers and vibrations go on where ticks and frames do not", async () => {
    const { world, events } = await run(
      {
        app: `${HEAD} var c = require("clock").default, v = require("haptics").vibration; c.granularity = "seconds"; c.ontick = function () { log("tick"); };
          requestAnimationFrame(function () { log("frame"); }); setTimeout(function () { v.start("ring"); }, 1500); setTimeout(function () { v.stop(); }, 1700);`,
      },
      { display: "off" },
    );
    world.run(5000);
    expect(events.slice(1).map(({ t, type }) => [t, type])).toEqual([
      [1.5, "vibrate"],
      [1.7, "stop"],
    ]);
  });

  test("sensors read on: to stop them is the app's doing", async () => {
    const { world, logs } = await run({
      app: `${HEAD} var S = require("accelerometer").Accelerometer, s = new S({ frequency: 1 }), d = require("display").display, n = 0;
        s.onreading = function () { n++; }; s.start(); d.onchange = function () { log(n, d.on); if (!d.on) s.stop(); else s.start(); };`,
    });
    world.run(3500);
    world.watch.setDisplay(false);
    world.run(9000);
    world.watch.setDisplay(true);
    expect(logs()).toEqual(["3 false", "3 true"]);
  });
});

describe("views", () => {
  test("let an app change their elements, and make none", async () => {
    const { logs } = await run({
      app: `${HEAD} log(typeof document.createElement, typeof document.createElementSection, typeof id("label").appendChild); id("label").text = 7; log(id("label").text === "7", id("label").textContent);`,
    });
    expect(logs()).toEqual(["undefined undefined undefined", "true 7"]);
  });

  test("lose all handlers when another one opens", async () => {
    const { world, logs } = await run({
      app: `${HEAD} document.onkeypress = function () { log("key"); }; document.addEventListener("click", function () { log("click"); });
        id("go").onclick = function () { log("go"); }; document.location.replace("resources/index.view");`,
    });
    world.run(10);
    world.watch.key("up");
    world.watch.tap("go");
    expect(logs()).toEqual([]);
  });

  test("say a system button's text where the app sets it", async () => {
    const { world, logs } = await run({
      app: `${HEAD} var b = id("ok"); log(b.text); b.text = "Go"; log(b.text); b.onclick = function () { log("click"); };`,
      view: `<svg><defs><link rel="import" href="/mnt/sysassets/widgets/text_button.defs"/></defs>
        <use id="ok" href="#text-button"><set href="#text" attributeName="text-buffer" to="OK"/></use></svg>`,
    });
    expect(world.watch.texts()).toEqual({ text: "Go" });
    expect(world.watch.tap("ok")).toEqual({ ok: true });
    expect(logs()).toEqual(["OK", "Go", "click"]);
  });

  test("turn a system switch over at each tap, and show it as the app sets it", async () => {
    const { world, logs } = await run({
      app: `${HEAD} var s = id("s"); function tell() { log(s.value, s.getElementById("thumb").cx); }
        s.onclick = function () { setTimeout(tell, 0); }; tell(); setTimeout(function () { s.value = 1; tell(); }, 100);`,
      view: `<svg><defs><link rel="import" href="/mnt/sysassets/widgets/toggle_switch.defs"/></defs>
        <use id="s" href="#toggle-switch"/></svg>`,
    });
    world.watch.tap("s");
    world.run(10);
    world.watch.tap("s");
    world.run(200);
    expect(logs()).toEqual(["0 16", "1 44", "0 16", "1 44"]);
  });

  test("give a touch to what is drawn on top", async () => {
    const { world, logs } = await run({
      app: `${HEAD} ["a", "b"].forEach(function (n) { id(n).onclick = function () { log(n); }; });
        setTimeout(function () { id("a").layer = 0; }, 100);`,
      view: `<svg><rect id="a" layer="1" pointer-events="visible" width="100" height="100"/><rect id="b" pointer-events="visible" width="100" height="100"/></svg>`,
    });
    const touch = () => {
      world.watch.touch("down", 50, 50);
      world.watch.touch("up", 50, 50);
    };
    touch();
    expect(world.watch.tap("b")).toEqual({
      ok: false,
      reason: '"b" is covered by "a"',
    });
    world.run(200);
    touch();
    expect(logs()).toEqual(["a", "b"]);
  });

  test("turn, scale and colour by script", async () => {
    const { logs } = await run({
      app: `${HEAD} var t = id("g").groupTransform, c = id("r").gradient; t.rotate.angle = 45; t.scale.x = 2; t.translate.y = 7;
        c.colors.c1 = "red"; c.x2 = 9; log(t.rotate.angle, t.scale.x, t.translate.y, c.colors.c1, c.x2, c.type);`,
      view: `<svg><g id="g"><rect/></g><gradientRect id="r" gradient-type="linear"/></svg>`,
    });
    expect(logs()).toEqual(["45 2 7 red 9 linear"]);
  });
});

describe("messages", () => {
  test("beyond what the buffer holds are lost, and that is said", async () => {
    const { world, logs } = await observe(
      inlinePackage({
        app: `${HEAD} var peer = require("messaging").peerSocket, size = peer.MAX_MESSAGE_SIZE - 10;
          peer.onerror = function (e) { log(e.code === peer.BUFFER_FULL); };
          peer.onopen = function () { for (var i = 0; i < 10; i++) peer.send(new Uint8Array(size)); log(peer.bufferedAmount > 7 * size); };`,
        companion: `var n = 0; require("messaging").peerSocket.onmessage = function () { console.log("got", ++n); };`,
      }),
    );
    world.watch.launch();
    world.run(1000);
    expect(logs()).toEqual([
      "true",
      "true",
      "true",
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `got ${n}`),
    ]);
  });
});

test("a file wakes the companion, which hears why", async () => {
  const { world, logs } = await observe(
    inlinePackage({
      app: `require("file-transfer").outbox.enqueue("f", new Uint8Array([1]));`,
      companion: `console.log(JSON.stringify(require("companion").me.launchReasons));`,
    }),
  );
  world.link.away();
  world.watch.launch();
  world.run(1000);
  world.faults.app.kill();
  world.link.back();
  world.run(5000);
  expect(logs()).toEqual(['{"fileTransfer":true}']);
});

describe("the settings page", () => {
  const page = async (body: string) => {
    const { world, logs } = await observe(
      inlinePackage({
        settings: `registerSettingsPage(function (props) { return createComponent(Page, null, ${body}); });`,
      }),
    );
    world.phone.settings.open();
    return { ...world.phone, logs };
  };

  test("knows its components and no other library", async () => {
    const names =
      "Page Section Text Link TextImageRow Button Fragment Toggle Slider TextInput Select AdditiveList ColorSelect ImagePicker Oauth StravaLogin";
    const { settings } = await page(
      `createComponent(Text, null, "${names}".split(" ").filter(function (n) { return typeof globalThis[n] !== "function"; }).join(), typeof React, typeof require, typeof document)`,
    );
    expect(settings.texts()).toEqual(["undefined function undefined"]);
  });

  test.each<[string, string, Json, string]>([
    ["Slider", `min: "0", max: "30"`, 26, "26"],
    ["Toggle", `label: "On"`, false, "false"],
    ["ColorSelect", `colors: [{ color: "red" }]`, "red", '"red"'],
    ["AdditiveList", `title: "Names"`, [{ name: "Kim" }], '[{"name":"Kim"}]'],
    [
      "Select",
      `options: [{ name: "A" }, { name: "B" }, { name: "C" }], multiple: true`,
      [0, 2],
      '{"values":[{"name":"A"},{"name":"C"}],"selected":[0,2]}',
    ],
  ])("stores text, whatever a %s gives", async (name, props, input, stored) => {
    const it = await page(
      `createComponent(${name}, { settingsKey: "k", ${props} })`,
    );
    it.settings.use("k", input);
    expect(it.settingsStorage.get("k")).toBe(stored);
  });
});
