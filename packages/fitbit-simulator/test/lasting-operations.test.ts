import { disposeWorlds, observe, run } from "../src/testing/world";
import { inlinePackage } from "../src/testing/inline-package";

// A sudden death can come at each operation that leaves a trace outside the program, at no other.

afterEach(disposeWorlds);

const MODULES = `var fs = require("fs"), transfer = require("file-transfer"), peer = require("messaging").peerSocket,
  exercise = require("exercise").default, bytes = new Uint8Array([1, 2]);
`;

/** Steps of an app, by operation: what comes before, with its number of steps, and the step itself. */
const APP_STEPS: readonly [string, string, number, string][] = [
  ["fs.write", "", 0, `fs.writeFileSync("a", bytes)`],
  ["fs.writeText", "", 0, `fs.writeFileSync("a", "text", "utf-8")`],
  ["fs.writeCbor", "", 0, `fs.writeFileSync("a", [1], "cbor")`],
  ["fs.open", "", 0, `fs.openSync("a", "w")`],
  ["fs.writeAt", `var a = fs.openSync("a", "w")`, 1, `fs.writeSync(a, bytes)`],
  ["fs.rename", `fs.writeFileSync("a", bytes)`, 1, `fs.renameSync("a", "b")`],
  ["fs.unlink", `fs.writeFileSync("a", bytes)`, 1, `fs.unlinkSync("a")`],
  ["outbox.enqueue", "", 0, `transfer.outbox.enqueue("a", bytes)`],
  [
    "outbox.enqueueFile",
    `fs.writeFileSync("a", bytes)`,
    1,
    `transfer.outbox.enqueueFile("a")`,
  ],
  ["inbox.next", "", 0, `transfer.inbox.nextFile()`],
  ["exercise.do", "", 0, `exercise.start("run")`],
];

const COMPANION_STEPS: readonly [string, string][] = [
  ["storage.set", `localStorage.setItem("a", "1")`],
  ["storage.remove", `localStorage.removeItem("a")`],
  ["storage.clear", `localStorage.clear()`],
  ["outbox.enqueue", `transfer.outbox.enqueue("a", bytes)`],
];

describe("the watch app can be killed", () => {
  test.each(APP_STEPS)("at %s", async (_, before, steps, step) => {
    const { world, of, logs } = await observe(
      inlinePackage({
        app: `${MODULES}${before};console.log("before");${step};console.log("behind");`,
        permissions: ["access_exercise"],
      }),
    );
    world.faults.app.killAtStep(steps + 1, "after");
    world.watch.launch();
    world.run(100);
    expect(logs()).toEqual(["before"]);
    expect(of("exit")).toMatchObject([{ reason: "kill" }]);
  });

  test("at peer.send and outbox.cancel, which wait for the link and the outbox", async () => {
    for (const app of [
      `peer.onopen = function () { peer.send(1); console.log("behind"); };`,
      `transfer.outbox.enqueue("a", bytes).then(function (it) { it.cancel(); console.log("behind"); });`,
    ]) {
      const { world, of, logs } = await observe(
        inlinePackage({ app: MODULES + app, companion: "" }),
      );
      world.faults.app.killAtStep(app.includes("cancel") ? 2 : 1, "after");
      world.watch.launch();
      world.run(5000);
      expect(logs()).toEqual([]);
      expect(of("exit")).toMatchObject([{ from: "watch", reason: "kill" }]);
    }
  });

  test("but not at what only reads, shows or is felt", async () => {
    const { world, of, logs } = await run({
      app: `${MODULES}
        require("document").default.getElementById("label").text = "shown";
        require("haptics").vibration.start("bump");
        fs.existsSync("a"); fs.listDirSync("/private/data");
        try { fs.readFileSync("a"); } catch (error) { console.log("read"); }
        exercise.state; transfer.outbox.enumerate(); Math.random();
        require("display").default.poke(); require("device").default.modelId;
        setTimeout(function () { console.log("later"); fs.writeFileSync("a", bytes); console.log("behind"); }, 100);`,
    });
    expect(logs()).toEqual(["read"]);
    world.faults.app.killAtStep(1, "after");
    world.run(1000);
    expect(logs()).toEqual(["read", "later"]);
    expect(of("exit")).toMatchObject([{ reason: "kill" }]);
  });
});

describe("the companion can be killed", () => {
  test.each(COMPANION_STEPS)("at %s", async (_, step) => {
    const { world, of, logs } = await observe(
      inlinePackage({
        companion: `var transfer = require("file-transfer"), bytes = new Uint8Array([1]);
          var localStorage = require("local-storage").localStorage;
          console.log("before" + localStorage.length);${step};console.log("behind");`,
      }),
    );
    world.watch.launch();
    world.faults.companion.killAtStep(1, "after");
    world.run(5000);
    expect(logs()).toContain("before0");
    expect(logs()).not.toContain("behind");
    expect(of("exit")).toMatchObject([{ from: "companion", reason: "kill" }]);
  });

  test("at inbox.pop, when a file has arrived", async () => {
    const { world, of, logs } = await observe(
      inlinePackage({
        app: `${MODULES}transfer.outbox.enqueue("a", bytes);`,
        companion: `var inbox = require("file-transfer").inbox;
          inbox.onnewfile = function () { console.log("before"); inbox.pop(); console.log("behind"); };`,
      }),
    );
    world.faults.companion.killAtStep(1, "after");
    world.watch.launch();
    world.run(10_000);
    expect(logs()).toEqual(["before"]);
    expect(of("exit")).toMatchObject([{ from: "companion", reason: "kill" }]);
  });
});
