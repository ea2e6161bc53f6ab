import { disposeWorlds, observe, run } from "../src/testing/world";
import { inlinePackage } from "../src/testing/inline-package";

// What the faults do that the simulator has for them, on packages of a few lines.

afterEach(disposeWorlds);

const HOUR = 3_600_000;
const SENDER = `var out = require("file-transfer").outbox;
  out.enqueue("one", new Uint8Array([1])).then(function (t) { t.onchange = function () { console.log(t.readyState); }; });`;

describe("files on their way", () => {
  test("may be minutes late", async () => {
    const { world } = await observe(inlinePackage({ app: SENDER }));
    world.faults.link.late = true;
    world.watch.launch();
    world.run(5000);
    expect(world.phone.received).toEqual([]);
    world.run(HOUR);
    expect(world.phone.received).toHaveLength(1);
  });

  test("may be lost when the ends part, and the sender hears of it", async () => {
    const { world, logs } = await observe(inlinePackage({ app: SENDER }));
    world.faults.link.lost = true;
    world.watch.launch();
    world.link.away();
    world.link.back();
    world.run(5000);
    expect(logs()).toContain("error");
    expect(world.phone.received).toEqual([]);
  });

  test("wait for each other's end when nothing is wrong with the link", async () => {
    const { world } = await run({ app: SENDER });
    world.link.away();
    world.link.back();
    world.run(5000);
    expect(world.phone.received).toHaveLength(1);
  });
});

describe("a heap that is nearly full", () => {
  const HOARDER = `var held = [];
    setInterval(function () { for (var i = 0; i < 20; i++) held.push({ i: i }); console.log(held.length); }, 1000);
    require("system").memory.monitor.onmemorypressurechange = function () { console.log("pressure"); };`;

  test("ends the app when it takes more, and is free at the next launch", async () => {
    const { world, of } = await run({ app: HOARDER });
    world.run(3500);
    world.faults.app.leaveHeap(500);
    world.run(6000);
    expect(of("exit")).toMatchObject([{ reason: "out of memory" }]);
    world.watch.launch();
    world.run(20_000);
    expect(world.watch.running).toBe(true);
  });

  test("lets the app live that frees what it took", async () => {
    const { world } = await run({
      app: `setInterval(function () { var held = []; for (var i = 0; i < 20; i++) held.push({ i: i }); console.log(held.length); }, 1000);`,
    });
    world.run(3500);
    world.faults.app.leaveHeap(4000);
    world.run(60_000);
    expect(world.watch.running).toBe(true);
  });

  test("is given back while the app runs", async () => {
    const { world } = await run({ app: HOARDER });
    world.run(3500);
    world.faults.app.leaveHeap(500);
    world.faults.app.leaveHeap(undefined);
    world.run(20_000);
    expect(world.watch.running).toBe(true);
  });
});

describe("a battery that is empty", () => {
  test("leaves the watch dark, dead and out of reach until it is charged", async () => {
    const { world, of } = await run({ app: SENDER });
    world.faults.emptyBattery();
    world.watch.launch();
    world.link.back();
    world.run(HOUR);
    expect(of("exit")).toMatchObject([{ reason: "kill" }]);
    expect(world.watch.running).toBe(false);
    expect(world.watch.display.on).toBe(false);
    expect(world.link.near).toBe(false);
    expect(world.phone.received).toEqual([]);
    world.faults.chargeBattery();
    world.run(2 * HOUR);
    expect(world.phone.received).toHaveLength(1);
    world.watch.launch();
    expect(world.watch.running).toBe(true);
  });
});

describe("a death at a wake-up to come", () => {
  const TICKER = `var n = 0; setInterval(function () { console.log(++n); }, 1000);`;

  test.each([
    ["before", ["1", "2"]],
    ["after", ["1", "2", "3"]],
  ] as const)("comes %s it", async (when, logged) => {
    const { world, logs, of } = await run({ app: TICKER });
    world.faults.app.killAtWake(3, when);
    world.run(9000);
    expect(logs()).toEqual(logged);
    expect(of("exit")).toMatchObject([{ t: 3, reason: "kill" }]);
  });

  test("comes to the companion too", async () => {
    const { world, logs } = await observe(inlinePackage({ companion: TICKER }));
    world.phone.launch();
    world.faults.companion.killAtWake(2);
    world.run(9000);
    expect(logs()).toEqual(["1"]);
    expect(world.phone.running).toBe(false);
  });
});

test("a companion that is installed anew has its settings, and nothing else", async () => {
  const { world } = await observe(
    inlinePackage({
      app: SENDER,
      companion: `require("local-storage").localStorage.setItem("mine", "1");
        require("file-transfer").outbox.enqueue("answer", new Uint8Array([2]));`,
    }),
  );
  const { phone, watch } = world;
  phone.settingsStorage.set("name", "Mine", "settings");
  phone.launch();
  watch.launch();
  world.run(100);
  const data = new Uint8Array([3]);
  world.faults.deliver("phone", { name: "arrived", data });
  world.faults.companion.reinstall();
  expect(phone.running).toBe(false);
  expect(world.exportState().phone).toEqual({
    settings: { name: "Mine" },
    local: {},
    inbox: [],
    queue: [],
  });
});

test("another phone holds nothing of the first, which comes back as it was", async () => {
  const { world } = await observe(
    inlinePackage({
      app: SENDER,
      companion: `require("local-storage").localStorage.setItem("mine", "1");
        require("file-transfer").outbox.enqueue("answer", new Uint8Array([2]));`,
    }),
  );
  const { phone, faults } = world;
  world.link.away();
  phone.settingsStorage.set("name", "Mine", "settings");
  phone.launch();
  world.run(100);
  const first = world.exportState().phone;
  expect(first).toMatchObject({
    local: { mine: "1" },
    queue: [{ name: "answer" }],
  });
  faults.companion.swap();
  expect(phone.running).toBe(false);
  expect(world.exportState().phone).toEqual({
    settings: {},
    local: {},
    inbox: [],
    queue: [],
  });
  phone.settingsStorage.set("name", "Yours", "settings");
  faults.companion.swap();
  expect(world.exportState().phone).toMatchObject({
    settings: { name: "Mine" },
    local: { mine: "1" },
    queue: [{ name: "answer" }],
  });
});
