import { allNodes, type Json } from "../src/engine";
import { inlinePackage } from "../src/testing/inline-package";
import { disposeWorlds, observe } from "../src/testing/world";

afterEach(disposeWorlds);

const LOG_LAUNCH = `console.log(JSON.stringify(require("companion").me.launchReasons));`;

async function phone(
  parts: Parameters<typeof inlinePackage>[0],
  options: Parameters<typeof observe>[1] = {},
) {
  const observed = await observe(inlinePackage(parts), options);
  return { ...observed, phone: observed.world.phone };
}

describe("the companion", () => {
  test("starts because the watch app started, and ends some time after it", async () => {
    const {
      world,
      logs,
      of,
      phone: it,
    } = await phone({
      companion: `${LOG_LAUNCH} require("companion").me.onunload = function () { console.log("unload"); };`,
    });
    world.watch.launch();
    expect(it.running).toBe(false);
    world.run(1000);
    expect(it.running).toBe(true);
    world.run(60_000);
    expect(it.running).toBe(true);
    world.watch.exit();
    world.run(120_000);
    expect(logs()).toEqual(['{"peerAppLaunched":true}', "unload"]);
    expect(of("exit").map(({ from, reason }) => `${from} ${reason}`)).toEqual([
      "watch exit",
      "companion exit",
    ]);
  });

  test("is not started by a watch out of reach, but when it comes back", async () => {
    const { world, phone: it } = await phone({ companion: LOG_LAUNCH });
    world.link.away();
    world.watch.launch();
    world.run(5000);
    expect(it.running).toBe(false);
    world.link.back();
    world.run(6000);
    expect(it.running).toBe(true);
  });

  test("starts because a setting changed", async () => {
    const { world, logs, phone: it } = await phone({ companion: LOG_LAUNCH });
    it.settingsStorage.set("goal", "3", "settings");
    it.settingsStorage.set("goal", "4", "settings");
    world.run(1000);
    expect(logs()).toEqual(['{"settingsChanged":true}']);
  });

  test("hears of changes of settings made by others only", async () => {
    const {
      world,
      logs,
      phone: it,
    } = await phone({
      companion: `var s = require("settings").settingsStorage;
        s.onchange = function (e) { console.log(e.key, e.oldValue, e.newValue); };
        s.setItem("own", 1);`,
    });
    it.launch();
    it.settingsStorage.set("a", "1", "settings");
    it.settingsStorage.set("a", "2", "settings");
    it.settingsStorage.remove("a", "settings");
    it.settingsStorage.clear("settings");
    world.run(10);
    expect(logs()).toEqual(["a null 1", "a 1 2", "a 2 null", "null null null"]);
  });

  test("keeps its storages over a sudden death", async () => {
    const {
      world,
      logs,
      phone: it,
    } = await phone({
      companion: `localStorage.setItem("n", Number(localStorage.getItem("n")) + 1);
        console.log(localStorage.getItem("n"), localStorage.length, localStorage.key(0), localStorage.getItem("x"));`,
    });
    it.launch();
    world.faults.companion.kill();
    it.launch();
    world.run(10);
    expect(logs()).toEqual(["1 1 n null", "2 1 n null"]);
  });

  test("is gone through key by key at the same cost for each, however many there are", async () => {
    const list = jest.spyOn(Map.prototype, "keys");
    const made = await phone({
      companion: `var i, all = {}, count = 0;
        for (i = 0; i < 2000; i++) localStorage.setItem("k" + i, i);
        for (i = 0; i < localStorage.length; i++) all[localStorage.key(i)] = 1;
        localStorage.removeItem("k0"); localStorage.setItem("z", 1);
        for (var key in all) count++;
        console.log(count, localStorage.key(0), localStorage.key(1999), localStorage.key(2000));`,
    });
    made.phone.launch();
    made.world.run(10);
    expect(made.logs()).toEqual(["2000 k1 z null"]);
    // Lists of all keys were made at the changes, not at each look.
    expect(list.mock.calls.length).toBeLessThan(100);
    list.mockRestore();
  });

  test("is told when a storage is full", async () => {
    const { logs, phone: it } = await phone({
      companion: `var big = new Array(1024 * 1024 + 1).join("x");
        try { for (var i = 0; ; i++) localStorage.setItem("k" + i, big); } catch (e) { console.log(e.name, i); }`,
    });
    it.launch();
    expect(logs()).toEqual(["QuotaExceededError 4"]);
  });

  test("may be woken every five minutes at most, with permission only", async () => {
    const companion = `${LOG_LAUNCH} var me = require("companion").me;
      try { me.wakeInterval = 1000; } catch (e) { console.log(e.message); }
      me.onwakeinterval = function () { console.log("woken"); };`;
    const refused = await phone({ companion });
    refused.phone.launch();
    expect(refused.logs()[1]).toBe(
      "wakeInterval needs the permission run_background",
    );
    const granted = await phone({ companion, permissions: ["run_background"] });
    granted.phone.launch();
    granted.world.run(700_000);
    expect(granted.logs()).toEqual([
      "{}",
      '{"wokenUp":true}',
      '{"wokenUp":true}',
    ]);
    expect(granted.of("launch").map(({ t }) => t)).toEqual([0, 300.3, 600.6]);
  });

  test.each([
    ["before", "0"],
    ["after", "1"],
  ] as const)("dies %s the step it is told to", async (when, left) => {
    const {
      world,
      phone: it,
      logs,
    } = await phone({
      companion: `console.log(localStorage.length); localStorage.setItem("a", 1); localStorage.setItem("b", 1); console.log("never");`,
    });
    world.faults.companion.killAtStep(1, when);
    it.launch();
    expect(it.running).toBe(false);
    it.launch();
    expect(logs()).toEqual(["0", left, "never"]);
  });

  test("has the language and the globals of a phone", async () => {
    const {
      phone: it,
      logs,
      of,
    } = await phone({
      companion: `console.log([new Map([[1, 2]]).size, [1, 2].includes(2), Object.assign({}, { a: 1 }).a, atob(btoa("hi")), typeof fetch, typeof Symbol].join());
        fetch("https://example.org").catch(function (e) { console.log(e.message); });`,
    });
    it.launch();
    expect(logs()).toEqual([
      "1,true,1,hi,function,function",
      "this host has no network: https://example.org",
    ]);
    expect(of("missing")).toMatchObject([{ name: "fetch", from: "companion" }]);
  });

  test("takes a library that gives itself to whoever loads it for a global", async () => {
    const it = await phone({
      companion: `(function (root, make) { typeof exports === "object" && typeof module !== "undefined" ? (module.exports = make()) : ((root || self).lib = make()); })(void 0, function () { return 7; });
        console.log(lib, typeof exports);`,
    });
    it.phone.launch();
    expect(it.logs()).toEqual(["7 object"]);
  });
});

describe("files between watch and phone", () => {
  const WATCH = `var ft = require("file-transfer"), fs = require("fs");
    ft.inbox.onnewfile = drain; drain();
    function drain() { var n; while ((n = ft.inbox.nextFile())) console.log("watch got", n, fs.readFileSync(n, "utf-8")); }
    fs.writeFileSync("a", { x: [1, 2, new Uint8Array([3])] }, "cbor");
    ft.outbox.enqueueFile("/private/data/a", "b").then(function (t) { console.log(t.name, t.readyState); t.onchange = function () { console.log(t.readyState); }; });`;
  const PHONE = `var ft = require("file-transfer");
    function drain() { ft.inbox.pop().then(function (f) { if (!f) return; return f.cbor().then(function (v) { console.log("phone got", f.name, v.x[1], v.x[2][0]); return ft.outbox.enqueue("ack", new Uint8Array([104, 105])); }).then(drain); }); }
    ft.inbox.addEventListener("newfile", drain); drain();`;

  test("go both ways, and wake the companion", async () => {
    const { world, logs } = await phone({ app: WATCH, companion: PHONE });
    world.watch.launch();
    world.run(5000);
    expect(logs()).toEqual([
      "b transferring",
      "transferred",
      "phone got b 2 3",
      "watch got ack hi",
    ]);
  });

  test("wait while apart and outlive both programs", async () => {
    const {
      world,
      logs,
      phone: it,
    } = await phone({ app: WATCH, companion: PHONE });
    world.link.away();
    world.watch.launch();
    world.run(10_000);
    world.faults.app.kill();
    expect(it.received).toEqual([]);
    world.link.back();
    world.run(20_000);
    expect(it.received.map(({ name }) => name)).toEqual(["b"]);
    expect(logs()).toContain("phone got b 2 3");
    world.watch.launch();
    world.run(21_000);
    expect(logs()).toContain("watch got ack hi");
  });

  test("of the same name replace each other, and names have limits", async () => {
    const {
      world,
      logs,
      phone: it,
    } = await phone({
      app: `var out = require("file-transfer").outbox, bytes = new Uint8Array([1]);
        out.enqueue("n", bytes).then(function (t) { out.enqueue("n", new Uint8Array([2])).then(function () { console.log(t.readyState); }); });
        out.enqueue("", bytes).catch(function (e) { console.log(e.message); });
        out.enqueue(new Array(66).join("x"), bytes).catch(function (e) { console.log(e.message); });
        out.enqueueFile("none").catch(function (e) { console.log(e.message); });`,
    });
    world.watch.launch();
    world.run(5000);
    expect(logs()).toEqual([
      "a transfer's name must have 1 to 64 characters, not 0",
      "a transfer's name must have 1 to 64 characters, not 65",
      "no such file: none",
      "canceled",
    ]);
    expect(it.received).toEqual([{ name: "n", data: new Uint8Array([2]) }]);
  });
});

describe("a link that behaves badly", () => {
  const SENDER = `var out = require("file-transfer").outbox; for (var i = 0; i < 30; i++) out.enqueue("f" + i, new Uint8Array([i]));`;

  test("still brings every file, out of order or twice", async () => {
    const { world, phone: it } = await phone({ app: SENDER });
    Object.assign(world.faults.link, {
      outOfOrder: true,
      repeated: true,
      interrupted: true,
    });
    world.watch.launch();
    world.run(120_000);
    const names = it.received.map(({ name }) => name);
    const wanted = Array.from({ length: 30 }, (_, i) => `f${i}`);
    expect(new Set(names)).toEqual(new Set(wanted));
    expect(names.length).toBeGreaterThan(30);
    expect([...new Set(names)]).not.toEqual(wanted);
  });

  test("keeps order and count when it behaves", async () => {
    const { world, phone: it } = await phone({ app: SENDER });
    world.watch.launch();
    world.run(60_000);
    expect(it.received.map(({ name }) => name)).toEqual(
      Array.from({ length: 30 }, (_, i) => `f${i}`),
    );
  });
});

describe("messages", () => {
  test("go while both programs run and reach each other", async () => {
    const side = (name: string) => `var peer = require("messaging").peerSocket;
      peer.onopen = function () { console.log("${name} open"); peer.send({ from: "${name}" }); };
      peer.onmessage = function (e) { console.log("${name} got", e.data.from); };
      peer.onclose = function (e) { console.log("${name} closed", e.code === peer.CONNECTION_LOST); };`;
    const { world, logs } = await phone({
      app: side("watch"),
      companion: side("phone"),
    });
    world.watch.launch();
    world.run(2000);
    world.link.away();
    world.run(3000);
    expect(logs()).toEqual([
      "watch open",
      "phone open",
      "phone got watch",
      "watch got phone",
      "watch closed true",
      "phone closed true",
    ]);
  });

  test("are refused when the socket is closed or they are too large", async () => {
    const { world, logs } = await phone({
      app: `var peer = require("messaging").peerSocket;
        console.log(peer.readyState === peer.CLOSED);
        try { peer.send(1); } catch (e) { console.log(e.message); }
        peer.onopen = function () { try { peer.send(new Uint8Array(peer.MAX_MESSAGE_SIZE)); } catch (e) { console.log(e.message); } };`,
      companion: `1`,
    });
    world.watch.launch();
    world.run(1000);
    expect(logs()).toEqual([
      "true",
      "the peer socket is closed: cannot send",
      "a message may take 1027 bytes, this one takes 1030",
    ]);
  });

  test("on their way are lost when the connection ends", async () => {
    const { world, of } = await phone({
      app: `var peer = require("messaging").peerSocket; peer.onopen = function () { peer.send(1); };`,
      companion: `1`,
    });
    world.watch.launch();
    world.run(310);
    world.link.away();
    world.run(2000);
    expect(of("message")).toEqual([]);
  });
});

describe("the settings page", () => {
  const PAGE = `registerSettingsPage(function (props) {
    function Row(p) { return createComponent(Text, null, "row ", p.n, p.children); }
    return createComponent(Page, null,
      createComponent(Section, { title: createComponent(Text, { bold: true }, "Title") },
        createComponent(Toggle, { settingsKey: "on", label: "On" }),
        createComponent(Slider, { settingsKey: "n", min: "0", max: "9" }),
        createComponent(TextInput, { settingsKey: "name", label: "Name" }),
        createComponent(TextInput, { settingsKey: "plain", useSimpleValue: true }),
        createComponent(Select, { settingsKey: "pick", options: [{ name: "A" }, { name: "B", v: 2 }], onSelection: function (s) { props.settingsStorage.setItem("picked", s.values[0].name); } }),
        [1, 2].map(function (n) { return createComponent(Row, { n: n }, "!"); }),
        null, false,
        createComponent(Button, { label: "Reset", onClick: function () { props.settingsStorage.clear(); } })),
      createComponent(Text, null, "on is ", String(props.settings.on)));
  });`;

  test("is drawn as plain data, and again at each change", async () => {
    const { phone: it } = await phone({ settings: PAGE });
    let renders = 0;
    it.settings.onRender = () => (renders += 1);
    it.settings.open();
    expect(it.settings.texts()).toEqual([
      "Title",
      "row  1 !",
      "row  2 !",
      "on is  undefined",
    ]);
    it.settings.use("on", true);
    expect(it.settings.texts()).toContain("on is  true");
    expect(renders).toBe(2);
    const names = [...allNodes(it.settings.tree ?? [])].map((n) => n.component);
    expect(names.filter((name) => name !== "Text")).toEqual([
      "Page",
      "Section",
      "Toggle",
      "Slider",
      "TextInput",
      "TextInput",
      "Select",
      "Button",
    ]);
  });

  test.each<[string, Json, string]>([
    ["on", true, "true"],
    ["n", 7, "7"],
    ["name", "Kim", '{"name":"Kim"}'],
    ["plain", "Kim", '"Kim"'],
    ["pick", 1, '{"values":[{"name":"B","v":2}],"selected":[1]}'],
  ])("stores %s as the platform does", async (key, input, stored) => {
    const { phone: it } = await phone({ settings: PAGE });
    it.settings.open();
    it.settings.use(key, input);
    expect(it.settingsStorage.get(key)).toBe(stored);
    if (key === "pick") expect(it.settingsStorage.get("picked")).toBe("B");
  });

  test("runs what a button asks for, and the companion hears of it", async () => {
    const {
      world,
      logs,
      phone: it,
    } = await phone({
      settings: PAGE,
      companion: `require("settings").settingsStorage.onchange = function (e) { console.log(e.key); };`,
    });
    it.settingsStorage.load({ on: "true" });
    it.launch();
    it.settings.open();
    it.settings.press("Reset");
    world.run(1);
    expect(logs()).toEqual(["null"]);
    expect(it.settings.texts()).toContain("on is  undefined");
    expect(() => it.settings.press("None")).toThrow('no button "None"');
  });

  test("that fails closes and says why", async () => {
    const { of, phone: it } = await phone({
      settings: `registerSettingsPage(function () { throw new Error("broken"); });`,
    });
    it.settings.open();
    expect(it.settings.isOpen).toBe(false);
    expect(of("exit")).toMatchObject([
      {
        from: "settings",
        reason: "error",
        error: expect.stringContaining(
          "Error: broken (at <anonymous> (settings.js:1:",
        ),
      },
    ]);
  });
});

test("the phone's state can be carried to another world", async () => {
  const parts = {
    companion: `require("file-transfer").outbox.enqueue("r", new Uint8Array([1])); localStorage.setItem("a", "1");`,
  };
  const first = await phone(parts);
  first.world.link.away();
  first.phone.launch();
  first.phone.settingsStorage.set("s", "1", "settings");
  const state = first.world.exportState().phone;
  const second = await phone({ companion: "1" });
  second.world.importState({ phone: state });
  second.world.run(2000);
  expect(second.phone.localStorage.entries()).toEqual({ a: "1" });
  expect(second.phone.settingsStorage.entries()).toEqual({ s: "1" });
  expect(second.world.watch.inbox).toEqual([
    { name: "r", data: new Uint8Array([1]) },
  ]);
});
