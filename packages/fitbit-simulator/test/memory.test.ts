import {
  errorOf,
  jerryScriptBytes,
  mostQuickJsBytes,
} from "../src/engine/watch/jerryscript";
import { fitOf, memoryText, memoryUse } from "../src/engine/watch/memory-use";
import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

const KB = 1024;

/** Peaks of public apps: in QuickJS here, and in JerryScript above what stands for the system. */
const MEASURED: [app: string, quickJs: number, jerryScript: number][] = [
  ["SleepAsFitbit", 65216, 34808],
  ["fitbit-planets", 59230, 30840],
  ["Fitbit-Overview-Face", 49443, 36864],
  ["fitbit-watchface-hexagons-unlocked", 46234, 32776],
  ["Mario-Fitbit-Watchface", 22832, 12304],
  ["fitbit-tooloclock", 16681, 10248],
  ["TAP", 16414, 8160],
  ["sdk-moment", 11552, 6152],
  ["sdk-bart", 9469, 4104],
  ["4-7-8-breath", 9493, 4096],
  ["sdk-weather-clock", 3661, 1288],
  ["sdk-hr-meter", 1833, 0],
];

/** An app that holds about so many bytes of this engine's heap: objects, 72 bytes each. */
function hoard(bytes: number): string {
  return `var held = []; for (var i = 0; i < ${Math.round(bytes / 72)}; i++) held.push({ i: i });
    setTimeout(function () { console.log(held.length); }, 60000);`;
}

describe("the estimate of JerryScript's heap", () => {
  test.each(MEASURED)(
    "is within its error for %s",
    (_, quickJs, jerryScript) => {
      const estimate = jerryScriptBytes(quickJs);
      expect(Math.abs(estimate - jerryScript)).toBeLessThan(errorOf(estimate));
    },
  );

  test("of a larger heap is never smaller", () => {
    let before = 0;
    for (let bytes = 0; bytes < 200_000; bytes += 100) {
      const estimate = jerryScriptBytes(bytes);
      expect(estimate).toBeGreaterThanOrEqual(before);
      before = estimate;
    }
  });

  test.each([44, 108])(
    "ends an app of %s KB only when its error cannot excuse it",
    (kb) => {
      const most = mostQuickJsBytes(kb * KB);
      const least = (bytes: number) =>
        jerryScriptBytes(bytes) - errorOf(jerryScriptBytes(bytes));
      expect(least(most)).toBeLessThanOrEqual(kb * KB);
      expect(least(most + 10)).toBeGreaterThan(kb * KB);
    },
  );
});

describe("whether an app fits a watch", () => {
  const LIMIT = 44 * KB;
  /** An app whose estimate is so many bytes above the limit. */
  function use(above: number) {
    const peak = (LIMIT + above + 1000) / 0.6;
    return memoryUse({ used: peak, peak, limit: 0 }, LIMIT);
  }

  test("is not said within the error below the limit", () => {
    const margin = (LIMIT - 3 * KB) / 1.25 - LIMIT;
    expect(fitOf(use(margin - 10))).toBe("should fit");
    expect(fitOf(use(margin + 10))).toBe("may not fit");
    expect(fitOf(use(-10))).toBe("may not fit");
    expect(fitOf(use(10))).toBe("likely too large");
  });

  test("is said in KB, with the error", () => {
    expect(memoryText(use(-4 * KB))).toBe(
      "about 40 KB of JerryScript (± 13), where a watch leaves an app 44 KB: may not fit",
    );
  });
});

describe("an app that asks for its memory", () => {
  test("finds the system's part in use, of 64 KB", async () => {
    const { logs } = await run({
      app: `var js = require("system").memory.js; console.log(js.total, js.used, js.peak);`,
    });
    const [total, used, peak] = logs()[0]!.split(" ").map(Number);
    expect(total).toBe(64 * KB);
    expect(used).toBeGreaterThanOrEqual(20 * KB);
    expect(used).toBeLessThan(22 * KB);
    expect(peak).toBeGreaterThanOrEqual(used!);
  });

  test("and stops above 60,000 bytes is not ended before, nor says more than there is", async () => {
    const { world, of, logs } = await run({
      app: `var js = require("system").memory.js, held = [];
        setInterval(function () {
          for (var i = 0; i < 20; i++) held.push({ i: i });
          if (js.used > 60000) { console.log(js.used); require("appbit").me.exit(); }
        }, 100);`,
    });
    world.run(60_000);
    expect(of("exit")).toMatchObject([{ reason: "exit" }]);
    expect(Number(logs()[0])).toBeLessThanOrEqual(64 * KB);
    expect(world.watch.memory().peak).toBeGreaterThan(60_000 - 20 * KB);
  });

  test("is never told of more than there is", async () => {
    const { world, logs } = await run({
      app: `${hoard(90_000)} setTimeout(function () { var js = require("system").memory.js; console.log(js.used, js.peak, js.total); }, 100);`,
    });
    world.run(1000);
    expect(logs()).toEqual(["65536 65536 65536"]);
  });
});

describe("an app that holds more than a watch has", () => {
  test("by less than the error of the estimate goes on, and is too large in words", async () => {
    const { world, of } = await run({ app: hoard(90_000) });
    world.run(1000);
    expect(of("exit")).toEqual([]);
    expect(world.watch.memory().peak).toBeGreaterThan(44 * KB);
    expect(fitOf(world.watch.memory())).toBe("likely too large");
  });

  test("by more is ended, with what there is", async () => {
    const { world, of } = await run({ app: hoard(130_000) });
    world.run(1000);
    expect(of("exit")).toMatchObject([{ reason: "out of memory" }]);
    expect(of("exit")[0]?.error).toContain(
      "more than the 44 KB that a watch leaves an app, even by the lowest estimate",
    );
  });
});
