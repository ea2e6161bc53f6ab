import { disposeWorlds, run } from "../src/testing/world";

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
      '["Versa 3",{"width":336,"height":336},"24h","metric","en-us",80,false]',
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
      app: `for (var i = 0; i < 3; i++) { try { require("jpeg").decodeSync("a", "b"); } catch (e) {} try { require("app-cluster-storage"); } catch (e) {} }`,
    });
    expect(of("missing").map(({ what, name }) => `${what} ${name}`)).toEqual([
      "function jpeg.decode",
      "module app-cluster-storage",
    ]);
  });
});

describe("the display's settings", () => {
  test("of an app are kept while it runs, and are nonsense nowhere", async () => {
    const { world, logs } = await run({
      app: `var d = require("display").display; console.log(d.brightnessOverride); d.brightnessOverride = "max"; console.log(d.brightnessOverride);
        try { d.brightnessOverride = "sun"; } catch (e) { console.log(e.message); } d.brightnessOverride = undefined; console.log(d.brightnessOverride); d.brightnessOverride = "dim";`,
    });
    expect(logs()).toEqual([
      "undefined",
      "max",
      "no such brightness: sun",
      "undefined",
    ]);
    world.faults.app.kill();
    expect(world.watch.display.brightness).toBeUndefined();
  });

  test("of an always-on display need the permission that nobody can sideload", async () => {
    const app = `var d = require("display").display; d.aodAllowed = true; console.log(d.aodAvailable, d.aodEnabled, d.aodAllowed, d.aodActive);`;
    expect((await run({ app })).logs()).toEqual(["true false false false"]);
    expect((await run({ app, permissions: ["access_aod"] })).logs()).toEqual([
      "true false true false",
    ]);
  });
});

describe("launching an app", () => {
  test("closes this one and starts it anew, with what it says", async () => {
    const { world, logs, of } = await run({
      app: `var s = require("system"), me = require("appbit").me; console.log(s.isAppInstalled(me.applicationId), s.isAppInstalled("other"), JSON.stringify(me.launchArguments));
        me.onunload = function () { console.log("unload"); };
        if (!me.launchArguments) s.launchApp(me.applicationId, { page: 2, bytes: undefined });`,
    });
    world.run(1000);
    expect(logs()).toEqual([
      "true false undefined",
      "unload",
      'true false {"page":2}',
    ]);
    expect(of("exit")).toMatchObject([{ reason: "exit" }]);
    world.faults.app.kill();
    world.watch.launch();
    expect(logs()[3]).toBe("true false undefined");
  });

  test("that is not there is said, and this one goes on", async () => {
    const { world, of } = await run({
      app: `require("system").launchApp("other");`,
    });
    expect(of("missing")).toMatchObject([{ name: "system.launchApp other" }]);
    expect(world.watch.running).toBe(true);
  });
});

describe("goals and sleep", () => {
  const APP = `var a = require("user-activity"), s = require("sleep").default, z = a.today.adjusted.activeZoneMinutes;
    console.log(z && z.total, a.week.adjusted.activeZoneMinutes, a.weekGoals.activeZoneMinutes, a.goals.activeZoneMinutes && a.goals.activeZoneMinutes.total);
    a.goals.onreachgoal = function () { console.log("goal", a.today.adjusted.steps); };
    a.weekGoals.onreachgoal = function () { console.log("week"); };
    s.onchange = function () { console.log(s.state); };`;

  test("are told of once each, with permission", async () => {
    const { world, logs } = await run({
      app: APP,
      permissions: ["access_activity", "access_sleep"],
    });
    const { watch } = world;
    watch.body.today["steps"] = 10_000;
    watch.bodyChanged();
    watch.bodyChanged();
    watch.body.zoneMinutes.peak = 9;
    watch.body.week.activeZoneMinutes = 150;
    watch.bodyChanged();
    watch.body.asleep = true;
    watch.bodyChanged();
    expect(logs()).toEqual([
      "4 40 150 22",
      "goal 10000",
      "goal 10000",
      "week",
      "asleep",
    ]);
  });

  test("are not told of without it", async () => {
    const { world, logs } = await run({ app: APP });
    world.watch.body.today["steps"] = 10_000;
    world.watch.body.asleep = true;
    world.watch.bodyChanged();
    expect(logs()).toEqual(["undefined undefined undefined undefined"]);
  });
});

describe("the watch's place", () => {
  const APP = `var g = require("geolocation").geolocation;
    function tell(p) { console.log(p.coords.latitude, p.coords.altitude, p.coords.accuracy, p.timestamp === Date.now()); }
    function fail(e) { console.log(e.code === e.PERMISSION_DENIED, e.code === e.POSITION_UNAVAILABLE, e.code === e.TIMEOUT, e.message); }`;
  const permissions = ["access_location"];

  test("is told once, or again and again until that is enough", async () => {
    const { world, of } = await run({
      permissions,
      app: `${APP} g.getCurrentPosition(tell, fail); var n = 0, w = g.watchPosition(function () { console.log("w"); if (++n === 3) g.clearWatch(w); });`,
    });
    world.run(10_000);
    expect(of("log").map(({ t, message }) => [t, message])).toEqual([
      [2, "52.5145 null 8 true"],
      [2, "w"],
      [3, "w"],
      [4, "w"],
    ]);
  });

  test("is refused, unknown or late in so many words", async () => {
    const refused = await run({
      app: `${APP} g.getCurrentPosition(tell, fail);`,
    });
    refused.world.run(5000);
    expect(refused.logs()).toEqual([
      "true false false the permission access_location is not granted",
    ]);
    const { world, logs } = await run({
      permissions,
      app: `${APP} setTimeout(function () { g.getCurrentPosition(tell, fail); g.getCurrentPosition(tell, fail, { timeout: 500 }); }, 1);`,
    });
    world.watch.body.place = null;
    world.run(5000);
    expect(logs()).toEqual([
      "false false true no position came in time",
      "false true false there is no position here",
    ]);
  });
});

describe("sums over many readings", () => {
  test("come out as on paper", async () => {
    const [line] =
      await ask(`var s = require("scientific"), a = new Float32Array([1, 4, 9, 16]);
      function list(x) { return [].slice.call(x); }
      log(list(s.range(3)), list(s.range(2, 8, 3)), list(s.stride(a, 3)), s.sum(a), s.mean(a), s.variance(s.range(5)), s.std(s.range(5)) * s.std(s.range(5)), s.max(a), s.min(a), s.argmax(a), s.argmin(a));
`);
    expect(line).toBe(
      "[[0,1,2],[2,5],[1,16],30,7.5,2,2.0000000000000004,16,1,3,0]",
    );
  });

  test("go element by element, one number for all or array with array", async () => {
    const lines =
      await ask(`var s = require("scientific"), a = new Float32Array([1, 4, 9, 16]);
      function list(x) { return [].slice.call(x); }
      log(list(s.sqrt(a)), list(s.square(s.range(3))), list(s.abs(s.sub(0, a))), list(s.diff(a)), list(s.cumsum(a)), list(s.clip(a, 2, 10)));
      log(list(s.add(a, a)), list(s.mul(a, 2)), list(s.div(16, a)));
      try { s.add(a, s.range(3)); } catch (e) { log(e.message); } try { s.sum([1]); } catch (e) { log(e.message); }`);
    expect(lines).toEqual([
      "[[1,2,3,4],[0,1,4],[1,4,9,16],[3,5,7],[1,5,14,30],[2,4,9,10]]",
      "[[2,8,18,32],[2,8,18,32],[16,4,1.7777777910232544,1]]",
      '["arrays of different lengths"]',
      '["expected a Float32Array"]',
    ]);
  });

  test("are filtered over several updates as in one", async () => {
    expect(
      await ask(`var F = require("scientific/signal").LinearFilter, f = function (x) { return new Float32Array(x); }, list = function (x) { return [].slice.call(x); };
        var mean = new F(f([2]), f([1, 1])), decay = new F(f([1, -0.5]), f([1]));
        log(list(mean.update(f([2, 4]))), list(mean.update(f([6]))), list(mean.z), list(decay.update(f([8, 0, 0, 0]))));`),
    ).toEqual(["[[1,3],[5],[3],[8,4,2,1]]"]);
  });
});

test("sensors read no faster than any sensor, whatever they are asked", async () => {
  const { world, of } = await run({
    app: `var A = require("accelerometer").Accelerometer; require("appbit").me.appTimeoutEnabled = false;
      [1e9, -5, 0, NaN, 1e-9].forEach(function (hz) { var n = 0, s = new A({ frequency: hz, batch: 1e12 }); s.start(); });
      var s = new A({ frequency: 1e9 }), n = 0; s.onreading = function () { n++; }; s.start(); setTimeout(function () { console.log(n); }, 1001);`,
  });
  world.run(2000);
  expect(of("log").map(({ message }) => message)).toEqual(["100"]);
});
