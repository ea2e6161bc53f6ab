import { decodeCbor, unpackValue } from "../src/engine/vm/packed";
import {
  inlinePackage,
  type InlinePackage,
} from "../src/testing/inline-package";
import { disposeWorlds, observe } from "../src/testing/world";

afterEach(disposeWorlds);

/** What a program's surroundings are built on, and what a program can put in its place. */
const BUILT_INS = [
  "JSON.stringify",
  "JSON.parse",
  "String",
  "Number",
  "isFinite",
  "Date",
  "Date.now",
  "Error",
  "Uint8Array",
  "Math.random",
  "Object.keys",
  "Object.create",
  "Object.defineProperty",
  "Array.isArray",
  "Array.prototype.forEach",
  "Array.prototype.map",
  "Array.prototype.slice",
  "Array.prototype.push",
  "Array.prototype.shift",
  "Array.prototype.splice",
  "Array.prototype.indexOf",
  "Array.prototype.join",
  "Function.prototype.call",
  "Function.prototype.apply",
  "Function.prototype.bind",
  "ArrayBuffer.isView",
  "ArrayBuffer.prototype.slice",
  "String.prototype.split",
  "String.prototype.charCodeAt",
  "String.fromCharCode",
  "Promise.resolve",
  "Promise.prototype.then",
];

/** What it says from then on, one after the other, from anywhere in the list. */
const LIES = `[undefined, null, NaN, 1e308, -1, "", "nonsense", {}, [], [1], { length: 4e9 },
  '{"\\\\u0000":"b","b":{"length":4000000000}}', '{"\\\\u0000":"b"}', '{"\\\\u0000":5}', '{"length":1e9}',
  "[" + new Array(5000).join("[") + "]", '[{"component":1}]', function () { return {}; }]`;

/** A program that uses what it has, then lies with one built-in, and uses it again. */
function liar(builtIn: string, uses: readonly string[]): string {
  const steps = uses.map((use) => `function () { ${use} }`).join(",");
  return `var steps = [${steps}], lies = ${LIES}, length = steps.length, count = lies.length;
    var at = Math.floor(Math.random() * count);
    function all() { for (var i = 0; i < length; i++) { try { steps[i](); } catch (error) {} } }
    all();
    try { ${builtIn} = function () { return lies[at++ % count]; }; } catch (error) {}
    for (var turn = 0; turn < count; turn++) all();`;
}

const BOTH = [
  `setTimeout(function () {}, 5);`,
  `console.log({ a: 1 }, [2]);`,
  `require("messaging").peerSocket.send({ a: [1, "b"], c: new Uint8Array(3) });`,
  `require("cbor").encode({ a: 1, b: [undefined, NaN] });`,
  `require("cbor").decode(require("cbor").encode([1, "x"]));`,
  `require("nowhere");`,
];
const WATCH = [
  ...BOTH,
  `require("fs").writeFileSync("a", { x: [1] }, "cbor"); require("fs").readFileSync("a", "cbor");`,
  `require("fs").writeFileSync("b", "text", "utf-8"); require("fs").statSync("b"); require("fs").listDirSync("/private/data").next();`,
  `var fd = require("fs").openSync("c", "a+"); require("fs").writeSync(fd, new Uint8Array(9)); require("fs").readSync(fd, new ArrayBuffer(9));`,
  `require("file-transfer").outbox.enqueueFile("b");`,
  `var e = require("document").default.getElementById("label"); e.text = 5; e.x = e.getBBox().x; e.style.fill = "red"; e.animate("enable");`,
  `require("document").default.getElementsByClassName("x"); require("document").default.location.assign("none.view");`,
  `require("haptics").vibration.start("bump"); require("display").display.brightnessOverride = "max";`,
  `var H = require("heart-rate").HeartRateSensor, h = new H({ frequency: 1, batch: 2 }); h.onreading = function () {}; h.start(); h.stop();`,
  `require("clock").default.granularity = "seconds"; require("user-activity").today.local.steps;`,
  `require("exercise").default.start("run"); require("exercise").default.stats.lap;`,
  `new Date().getHours(); require("power").battery.chargeLevel; require("i18n").gettext("x");`,
];
const COMPANION = [
  ...BOTH,
  `require("settings").settingsStorage.setItem("a", "b"); require("settings").settingsStorage.key(0);`,
  `localStorage.setItem("a", "b"); localStorage.key(0); localStorage.clear();`,
  `require("file-transfer").outbox.enqueue("a", new Uint8Array(4));`,
  `require("file-transfer").inbox.pop();`,
  `require("companion").me.wakeInterval = 300000; require("companion").me.launchReasons;`,
  `btoa("x"); new Headers({ a: "b" }); require("device").peer;`,
];
const SETTINGS = [
  `setTimeout(function () {}, 5);`,
  `console.log({ a: 1 });`,
  `registerSettingsPage(function (props) { props.settingsStorage.setItem("n", "1");
     return createComponent(Page, null, createComponent(Button, { label: "go", onClick: function () {} }), createComponent(Select, { options: [{ name: "x" }] })); });`,
];

/** Lets all programs of a package live for a while. */
async function lives(parts: InlinePackage) {
  const observed = await observe(inlinePackage(parts));
  const { world } = observed;
  world.watch.launch();
  world.run(1000);
  for (let turn = 0; turn < 20; turn += 1) {
    world.phone.settings.open();
    world.run(200);
    try {
      world.phone.settings.press("go");
    } catch (error) {
      // It has no such button by now, which is said to who presses it.
      expect(String(error)).toMatch(/no button "go" on the page/);
    }
    world.phone.settings.close();
  }
  world.run(3000);
  return observed;
}

describe.each([
  ["watch", "app", WATCH, ["companion", "settings"]],
  ["companion", "companion", COMPANION, ["watch", "settings"]],
  ["settings", "settings", SETTINGS, ["watch", "companion"]],
] as const)(
  "a lie of the %s reaches nobody else",
  (from, part, uses, others) => {
    const honest: InlinePackage = {
      app: `require("appbit").me.appTimeoutEnabled = false;`,
      companion: `require("messaging").peerSocket.onmessage = function () {};`,
      settings: `registerSettingsPage(function () { return createComponent(Button, { label: "go" }); });`,
    };

    test.each(BUILT_INS)("about %s", async (builtIn) => {
      const parts = { ...honest, [part]: liar(builtIn, uses) };
      const began = performance.now();
      const { world, of } = await lives(parts);
      expect(performance.now() - began).toBeLessThan(20_000);
      for (const exit of of("exit")) {
        if (exit.error === undefined) continue;
        expect(others).not.toContain(exit.from);
        expect(exit.error).not.toMatch(/\n\s+at |guest:/);
      }
      expect(of("launch").map((launch) => launch.from)).toEqual(
        expect.arrayContaining(["watch", "companion", "settings"]),
      );
      if (from !== "watch") expect(world.watch.running).toBe(true);
    });
  },
);

test.each([
  ["bytes without their text", '{"\\u0000":"b"}'],
  ["bytes whose text is none", '{"\\u0000":"b","b":{"length":4000000000}}'],
  ["bytes whose text is a list", '{"\\u0000":"b","b":["x"]}'],
  ["a number that is none", '{"\\u0000":"many"}'],
])(
  "a packed value is read as what can be packed, or not at all: %s",
  (_, text) => {
    const began = performance.now();
    expect(() => unpackValue(text)).toThrow(/not a packed value/);
    expect(performance.now() - began).toBeLessThan(1000);
  },
);

test("CBOR that says it has more entries than bytes is refused before there is room for them", () => {
  for (const kind of [0x9a, 0xba]) {
    const bytes = new Uint8Array([kind, 0x01, 0xff, 0xff, 0xff, 0]);
    expect(() => decodeCbor(bytes)).toThrow(/cut off/);
  }
});
