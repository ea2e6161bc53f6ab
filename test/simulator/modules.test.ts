import { disposeWorlds, run } from "../support/world";

afterEach(disposeWorlds);

/** What an app logs that asks small things of small modules. */
async function ask(app: string, permissions: string[] = [], options = {}) {
  const { logs, of } = await run(
    {
      app: `var log = function () { console.log(JSON.stringify([].slice.call(arguments))); };${app}`,
      permissions,
    },
    options,
  );
  expect(of("exit")).toEqual([]);
  return logs();
}

describe("small modules of the watch", () => {
  test("offer default and named exports alike", async () => {
    const names = [
      "appbit",
      "clock",
      "display",
      "document",
      "exercise",
      "fs",
      "haptics",
      "power",
      "device",
      "user-settings",
    ];
    expect(
      await ask(
        `log(${JSON.stringify(names)}.filter(function (n) { var m = require(n); return !m.default; }), require("fs").default === require("fs"), require("clock").clock === require("clock").default, require("document").default.getElementById === require("document").getElementById);`,
      ),
    ).toEqual(["[[],true,true,true]"]);
  });

  test("device, settings and power", async () => {
    expect(
      await ask(`var d = require("device").me, u = require("user-settings"), p = require("power");
        log(d.modelName, d.screen, u.preferences.clockDisplay, u.units.distance, u.locale.language, p.battery.chargeLevel, p.charger.connected);`),
    ).toEqual([
      '["Versa 3",{"width":336,"height":336},"24h","metric","en-US",80,false]',
    ]);
  });

  test("the wearer, with permission only", async () => {
    const app = `var u = require("user-profile").user, s = require("sleep").default; log(u.age === undefined, u.restingHeartRate, u.stride.walk > 0.5, u.heartRateZone(170), s.state);`;
    expect(await ask(app)).toEqual(['[true,null,false,"peak",null]']);
    expect(await ask(app, ["access_user_profile", "access_sleep"])).toEqual([
      '[false,56,true,"peak","awake"]',
    ]);
  });

  test("cbor and random bytes", async () => {
    const app = `var c = require("cbor"), bytes = new Uint8Array(c.encode({ a: [1, "x", null] }));
      log(bytes.length, c.decode(bytes.buffer), c.decode(bytes)); try { c.decode(new ArrayBuffer(0)); } catch (e) { log(e.message); }
      var r = new Uint8Array(4); require("crypto").getRandomValues(r); log([].slice.call(r));`;
    const first = await ask(app, [], { seed: 4 });
    expect(first.slice(0, 2)).toEqual([
      '[8,{"a":[1,"x",null]},{"a":[1,"x",null]}]',
      '["not valid CBOR"]',
    ]);
    expect(await ask(app, [], { seed: 4 })).toEqual(first);
  });

  test("power tells of changes", async () => {
    const { world, logs } = await run({
      app: `var b = require("power").battery; b.onchange = function () { console.log(b.chargeLevel, b.charging); };`,
    });
    Object.assign(world.watch.body, { battery: 20, charging: true });
    world.watch.bodyChanged();
    expect(logs()).toEqual(["20 true"]);
  });

  test("frames come while the display is lit", async () => {
    const { world, logs } = await run({
      app: `var n = 0; function draw() { n++; requestAnimationFrame(draw); } requestAnimationFrame(draw); setInterval(function () { console.log(n > 20); n = 0; }, 1000);`,
    });
    world.run(1500);
    world.watch.setDisplay(false);
    world.run(3500);
    expect(logs()).toEqual(["true", "false", "false"]);
  });

  test("what cannot be done is said once by name", async () => {
    const { of } = await run({
      app: `for (var i = 0; i < 3; i++) { try { require("jpeg").decodeSync("a", "b"); } catch (e) {} try { require("scientific"); } catch (e) {} }`,
    });
    expect(of("missing").map(({ what, name }) => `${what} ${name}`)).toEqual([
      "function jpeg.decode",
      "module scientific",
    ]);
  });
});
