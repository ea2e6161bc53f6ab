import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

const SENDER = `var fs = require("fs"), ft = require("file-transfer");
  if (!fs.existsSync("n")) { fs.writeFileSync("n", 1, "json"); ft.outbox.enqueueFile("n", "sent"); }
  console.log(fs.readFileSync("n", "json"));
  var name; while ((name = ft.inbox.nextFile())) console.log(name);`;

describe("what the watch keeps", () => {
  test("can be carried to another world: files, outbox, inbox", async () => {
    const first = await run({ app: SENDER });
    first.world.link.away();
    first.world.run(10_000);
    const state = first.world.exportState().watch;
    expect(state.queue.map(({ name }) => name)).toEqual(["sent"]);

    const second = await run({ app: "" }, {});
    second.world.faults.app.kill();
    second.world.importState({
      watch: {
        ...state,
        inbox: [{ name: "routine", data: new Uint8Array([1]) }],
      },
    });
    second.world.run(5000);
    expect(second.world.phone.received.map(({ name }) => name)).toEqual([
      "sent",
    ]);
    expect([...second.world.watch.files.keys()]).toEqual(["n"]);
    expect(second.world.exportState().watch.queue).toEqual([]);
  });

  test("is queued still after a death and a new launch", async () => {
    const { world, logs } = await run({ app: SENDER });
    world.link.away();
    world.run(1000);
    world.faults.app.kill();
    world.watch.launch();
    world.link.back();
    world.run(5000);
    expect(world.phone.received.map(({ name }) => name)).toEqual(["sent"]);
    expect(logs()).toEqual(["1", "1"]);
  });
});

describe("a death at a step of the app's work", () => {
  test.each([
    [1, "before", [], []],
    [1, "after", ["n"], []],
    [2, "before", ["n"], []],
    [2, "after", ["n"], ["sent"]],
  ] as const)("%d, %s", async (count, when, files, queue) => {
    const sender = await run({
      app: `setTimeout(function () { ${SENDER} }, 10);`,
    });
    sender.world.link.away();
    sender.world.faults.app.killAtStep(count, when);
    sender.world.run(100);
    expect(sender.of("exit")).toMatchObject([{ reason: "kill" }]);
    expect([...sender.world.watch.files.keys()]).toEqual(files);
    expect(
      sender.world.exportState().watch.queue.map(({ name }) => name),
    ).toEqual(queue);
  });
});

describe("the same seed", () => {
  test("gives the same run, another seed another one", async () => {
    const app = `setInterval(function () { console.log(Math.random(), Date.now()); }, 700); require("file-transfer").outbox.enqueue("x", new Uint8Array(9));`;
    const once = async (seed: number) => {
      const { world, events } = await run({ app }, { seed, jitterMs: 300 });
      world.run(20_000);
      return JSON.stringify(events);
    };
    expect(await once(1)).toBe(await once(1));
    expect(await once(1)).not.toBe(await once(2));
  });
});
