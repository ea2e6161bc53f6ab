import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

/** What an expression gives in the watch's engine, as JSON. */
async function evaluate(expression: string, options = {}): Promise<unknown> {
  const { logs, of } = await run(
    { app: `console.log(JSON.stringify(${expression}))` },
    options,
  );
  expect(of("exit")).toEqual([]);
  const [text] = logs();
  return text === "undefined" ? undefined : JSON.parse(text ?? "null");
}

describe("the watch's language", () => {
  test.each([
    "Set",
    "WeakMap",
    "WeakSet",
    "Proxy",
    "Reflect",
    "BigInt",
    "Intl",
    "Symbol",
    "globalThis",
    "SharedArrayBuffer",
    "Iterator",
  ])("lacks %s", async (name) => {
    expect(await evaluate(`typeof ${name}`)).toBe("undefined");
  });

  test.each([
    "Object.assign",
    "Object.entries",
    "Array.from",
    "Array.of",
    "[].find",
    "[].includes",
    "[].flat",
    "''.includes",
    "''.startsWith",
    "''.padStart",
    "''.repeat",
    "Math.trunc",
    "Math.sign",
    "Number.isInteger",
    "Promise.allSettled",
    "Promise.prototype.finally",
  ])("lacks %s", async (name) => {
    expect(await evaluate(`typeof (${name})`)).toBe("undefined");
  });

  test.each([
    "Object.keys",
    "[].forEach",
    "[].map",
    "''.trim",
    "JSON.stringify",
    "Promise",
    "Promise.all",
    "Uint8Array",
    "Float64Array",
    "DataView",
    "ArrayBuffer",
    "new Uint8Array(1).set",
    "parseInt",
    "setTimeout",
    "setInterval",
    "clearTimeout",
    "requestAnimationFrame",
  ])("has %s", async (name) => {
    expect(await evaluate(`typeof (${name})`)).toBe("function");
  });

  test("draws the same numbers from the same seed", async () => {
    const draw = "[Math.random(), Math.random()]";
    const first = await evaluate(draw, { seed: 7 });
    expect(await evaluate(draw, { seed: 7 })).toEqual(first);
    expect(await evaluate(draw, { seed: 8 })).not.toEqual(first);
  });
});

describe("Date", () => {
  const options = {
    epochMs: Date.UTC(2026, 2, 1, 22, 30),
    tzOffsetMinutes: 120,
  };

  test("tells the world's time in the watch's zone", async () => {
    expect(
      await evaluate(
        `(function () { var d = new Date(); return [Date.now(), d.getTime(), d.getDate(), d.getHours(), d.getMinutes(), d.getDay(), d.getTimezoneOffset(), d.getUTCHours()]; })()`,
        options,
      ),
    ).toEqual([options.epochMs, options.epochMs, 2, 0, 30, 1, -120, 22]);
  });

  test("takes and gives local parts", async () => {
    expect(
      await evaluate(
        `[new Date(2026, 2, 2, 0, 30).getTime() === Date.now(), new Date("2026-03-02T00:30:00").getTime() === Date.now(), new Date("2026-03-01T22:30:00Z").getTime() === Date.now(), new Date().toString(), new Date().toISOString()]`,
        options,
      ),
    ).toEqual([
      true,
      true,
      true,
      "Mon Mar 02 2026 00:30:00 GMT+0200",
      "2026-03-01T22:30:00.000Z",
    ]);
  });

  test("sets local parts", async () => {
    expect(
      await evaluate(
        `(function () { var d = new Date(); d.setHours(0, 0, 0, 0); d.setDate(1); return [d.toISOString(), d instanceof Date, new Date(d).getTime() === d.getTime()]; })()`,
        options,
      ),
    ).toEqual(["2026-02-28T22:00:00.000Z", true, true]);
  });
});
