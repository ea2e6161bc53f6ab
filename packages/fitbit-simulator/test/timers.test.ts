import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

/** Seconds at which the app logged. */
function times(observed: Awaited<ReturnType<typeof run>>): number[] {
  return observed.of("log").map(({ t }) => t);
}

describe("timers", () => {
  test("fire in order of time, then of asking", async () => {
    const { world, logs } = await run({
      app: `
        setTimeout(function () { console.log("b"); }, 20);
        setTimeout(function (x) { console.log("a" + x); }, 10, 1);
        setTimeout(function () { console.log("c"); }, 20);`,
    });
    world.run(100);
    expect(logs()).toEqual(["a1", "b", "c"]);
  });

  test("can be cleared, also from inside", async () => {
    const { world, logs } = await run({
      app: `
        var n = 0, id = setInterval(function () { console.log(++n); if (n === 3) clearInterval(id); }, 1000);
        clearTimeout(setTimeout(function () { console.log("never"); }, 10));`,
    });
    world.run(10_000);
    expect(logs()).toEqual(["1", "2", "3"]);
    expect(world.nowMs).toBe(10_000);
  });

  test("are late by up to the jitter, never early, and an interval does not drift", async () => {
    const observed = await run(
      {
        app: `require("appbit").me.appTimeoutEnabled = false; setInterval(function () { console.log(1); }, 1000);`,
      },
      { jitterMs: 200, seed: 3 },
    );
    observed.world.run(600_000);
    const late = times(observed).map(
      (t, i) => Math.round(t * 1000) - (i + 1) * 1000,
    );
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(200);
    expect(Math.max(...late)).toBeGreaterThan(150);
  });

  test("do not mind the wall clock being set", async () => {
    const observed = await run({
      app: `setTimeout(function () { console.log(Date.now() - start); }, 5000); var start = Date.now();`,
    });
    observed.world.run(1000);
    observed.world.faults.jumpClock(3_600_000);
    observed.world.run(10_000);
    expect(times(observed)).toEqual([5]);
    expect(observed.logs()).toEqual(["3605000"]);
  });

  test("of no length let time pass", async () => {
    const { world, of } = await run({
      app: `var n = 0; (function again() { n++; setTimeout(again, 0); })();`,
    });
    world.run(1000);
    expect(of("exit")).toEqual([]);
    expect(world.nowMs).toBe(1000);
  });

  test("time stands still while the app runs", async () => {
    const { logs } = await run({
      app: `var a = Date.now(); for (var i = 0; i < 100000; i++); console.log(Date.now() - a);`,
    });
    expect(logs()).toEqual(["0"]);
  });

  test("promises go before the next timer", async () => {
    const { world, logs } = await run({
      app: `
        setTimeout(function () { console.log("timer"); }, 0);
        Promise.resolve().then(function () { console.log("promise"); });
        console.log("main");`,
    });
    world.run(10);
    expect(logs()).toEqual(["main", "promise", "timer"]);
  });
});
