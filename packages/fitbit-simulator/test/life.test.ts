import { disposeWorlds, run } from "../src/testing/world";

afterEach(disposeWorlds);

describe("the app's life", () => {
  test("ends after two minutes without anyone touching it", async () => {
    const { world, of, logs } = await run({
      app: `require("appbit").me.addEventListener("unload", function () { console.log("unload"); });`,
    });
    world.run(100_000);
    expect(world.watch.tap("go")).toEqual({ ok: true });
    world.run(219_000);
    expect(world.watch.running).toBe(true);
    world.run(230_000);
    expect(of("exit")).toEqual([
      { t: 220, type: "exit", from: "watch", reason: "timeout" },
    ]);
    expect(logs()).toEqual(["unload"]);
  });

  test("goes on for ever when it switched the timeout off, until it switches it on", async () => {
    const { world, of } = await run({
      app: `var me = require("appbit").me; me.appTimeoutEnabled = false;
        setTimeout(function () { me.appTimeoutEnabled = true; }, 600000);`,
    });
    expect(world.watch.waiting).toBe(false);
    world.run(599_000);
    expect(world.watch.running).toBe(true);
    world.run(800_000);
    expect(of("exit")).toMatchObject([{ t: 720, reason: "timeout" }]);
  });

  test("of a clock face never times out", async () => {
    const { world } = await run({ appType: "clockface" });
    world.run(1_000_000);
    expect(world.watch.running).toBe(true);
  });

  test("ends when it asks to, after what it was doing", async () => {
    const { world, logs, of } = await run({
      app: `var me = require("appbit").me; me.onunload = function () { console.log("unload"); };
        setTimeout(function () { me.exit(); console.log("still here"); }, 10); setTimeout(function () { console.log("never"); }, 20);`,
    });
    world.run(100);
    expect(logs()).toEqual(["still here", "unload"]);
    expect(of("exit")).toMatchObject([{ t: 0.01, reason: "exit" }]);
  });

  test("has only the permissions that were asked for and given", async () => {
    const app = `var p = require("appbit").me.permissions; console.log(p.granted("access_exercise"), p.granted("access_heart_rate"), p.granted("access_activity"), require("heart-rate").HeartRateSensor === undefined);`;
    const { logs } = await run(
      { app, permissions: ["access_exercise", "access_heart_rate"] },
      { refusedPermissions: ["access_heart_rate"] },
    );
    expect(logs()).toEqual(["true false false true"]);
  });

  test("an unknown language falls back to the app's own", async () => {
    const { logs } = await run(
      {
        app: `console.log(require("i18n").gettext("none"), require("user-settings").locale.language);`,
      },
      { locale: "de-DE" },
    );
    expect(logs()).toEqual(["none de-de"]);
  });
});

describe("the display", () => {
  const APP = `var d = require("display").display; d.onchange = function () { console.log(d.on); };`;

  test("goes dark ten seconds after the last touch or poke", async () => {
    const { world, of, logs } = await run(
      { app: `${APP} setTimeout(function () { d.poke(); }, 15000);` },
      { display: "auto" },
    );
    world.run(5000);
    world.watch.tap("go");
    world.run(40_000);
    expect(of("display")).toEqual([{ t: 25, type: "display", on: false }]);
    expect(logs()).toEqual(["false"]);
  });

  test("comes back at a poke and at a touch", async () => {
    const { world, of } = await run(
      { app: `${APP} setTimeout(function () { d.poke(); }, 20000);` },
      { display: "auto" },
    );
    world.run(35_000);
    world.watch.tap("go");
    expect(of("display").map(({ t, on }) => [t, on])).toEqual([
      [10, false],
      [20, true],
      [30, false],
      [35, true],
    ]);
  });

  test("says why it is dark: nobody touched it, the wearer, the app", async () => {
    const { world } = await run(
      { app: `${APP} setTimeout(function () { d.on = false; }, 22000);` },
      { display: "auto" },
    );
    const why = () => world.watch.display.darkReason;
    expect(why()).toBeUndefined();
    world.run(11_000);
    expect(why()).toBe("timeout");
    world.watch.setDisplay(false);
    expect(why()).toBe("wearer");
    world.run(21_000);
    world.watch.tap("go");
    expect(why()).toBeUndefined();
    world.run(23_000);
    expect(why()).toBe("app");
  });

  test("that is held does not go dark by itself, and lights again where it had", async () => {
    const { world, of } = await run({ app: APP }, { display: "auto" });
    world.run(30_000);
    world.watch.holdDisplay(true);
    world.run(60_000);
    world.watch.holdDisplay(false);
    world.run(80_000);
    expect(of("display").map(({ t, on }) => [t, on])).toEqual([
      [10, false],
      [30, true],
      [70, false],
    ]);
  });

  test("that is held stays dark for a wearer who lowers the wrist, also after a poke", async () => {
    const { world, of } = await run(
      { app: `${APP} setTimeout(function () { d.poke(); }, 20000);` },
      { display: "auto" },
    );
    world.watch.holdDisplay(true);
    world.run(5000);
    world.watch.setDisplay(false);
    world.run(60_000);
    world.watch.tap("go");
    world.run(90_000);
    expect(of("display").map(({ t, on }) => [t, on])).toEqual([
      [5, false],
      [20, true],
      [30, false],
      [60, true],
    ]);
  });

  test("stays lit while the app says so, and no longer than it runs", async () => {
    const { world, of } = await run(
      {
        app: `${APP} d.autoOff = false; setTimeout(function () { require("appbit").me.exit(); }, 60000);`,
      },
      { display: "auto" },
    );
    world.run(100_000);
    expect(of("display")).toEqual([{ t: 70, type: "display", on: false }]);
  });

  test("that is forced off stays off whatever the app asks", async () => {
    const { world, of, logs } = await run(
      { app: `${APP} d.poke(); d.on = true; console.log("is", d.on);` },
      { display: "off" },
    );
    world.run(10_000);
    expect(of("display")).toEqual([]);
    expect(logs()).toEqual(["is false"]);
    expect(world.watch.tap("go")).toEqual({ ok: true });
  });

  test("that is dark shows nothing, and counts what the app writes all the same", async () => {
    const { world, of } = await run({
      app: `var n = 0, t = require("document").default.getElementById("label"); setInterval(function () { t.text = ++n; }, 1000);`,
    });
    world.run(2500);
    world.watch.setDisplay(false);
    world.run(5500);
    world.watch.setDisplay(true);
    expect(of("screen").map(({ t, text }) => [t, text["label"]])).toEqual([
      [0, "ready"],
      [1, "1"],
      [2, "2"],
      [5.5, "5"],
    ]);
    expect(world.watch.counters).toMatchObject({
      textWrites: 5,
      textWritesWhileDark: 3,
    });
  });
});

describe("the clock", () => {
  const APP = `var clock = require("clock").default; require("appbit").me.appTimeoutEnabled = false;
    clock.ontick = function (e) { console.log(e.date.getHours() + ":" + e.date.getMinutes() + ":" + e.date.getSeconds()); };`;

  test("ticks at the full second, minute, hour of the wall clock", async () => {
    const epochMs = Date.UTC(2026, 0, 1, 7, 59, 58, 500);
    const at = async (granularity: string, untilMs: number) => {
      const observed = await run(
        { app: `${APP} clock.granularity = "${granularity}";` },
        { epochMs },
      );
      observed.world.run(untilMs);
      return observed.of("log").map(({ t, message }) => [t, message]);
    };
    expect(await at("seconds", 2000)).toEqual([
      [0, "7:59:58"],
      [0.5, "7:59:59"],
      [1.5, "8:0:0"],
    ]);
    expect(await at("minutes", 70_000)).toEqual([
      [0, "7:59:58"],
      [1.5, "8:0:0"],
      [61.5, "8:1:0"],
    ]);
    expect(await at("hours", 70_000)).toEqual([
      [0, "7:59:58"],
      [1.5, "8:0:0"],
    ]);
    expect(await at("off", 70_000)).toEqual([]);
  });

  test("ticks once at once when the granularity changes, and not for the same one", async () => {
    const { world, of } = await run({
      app: `clock = require("clock").default; clock.granularity = "minutes";
        clock.ontick = function () { console.log("tick"); clock.granularity = clock.granularity; };
        setTimeout(function () { clock.granularity = "hours"; }, 5000);`,
    });
    world.run(10_000);
    expect(of("log").map(({ t }) => t)).toEqual([0, 5]);
  });

  test("does not tick while the display is dark, and at once when it comes back", async () => {
    const { world, of } = await run({
      app: `${APP} clock.granularity = "seconds";`,
    });
    world.run(2100);
    world.watch.setDisplay(false);
    world.run(10_300);
    world.watch.setDisplay(true);
    world.run(11_000);
    expect(of("log").map(({ t }) => t)).toEqual([0, 1, 2, 10.3, 11]);
  });

  test("set forward or back keeps ticking on the new full second", async () => {
    const { world, of } = await run({
      app: `${APP} clock.granularity = "seconds";`,
    });
    world.run(1100);
    world.faults.jumpClock(-3_599_700);
    world.run(3000);
    expect(of("log").map(({ t }) => t)).toEqual([0, 1, 1.7, 2.7]);
  });
});

describe("vibration", () => {
  test("is reported, stopped, and refused for names there are not", async () => {
    const { events, logs, world } = await run({
      app: `var v = require("haptics").vibration; console.log(v.start("nudge-max"), v.start("buzz")); v.stop();`,
    });
    expect(
      events.filter(({ type }) => type === "vibrate" || type === "stop"),
    ).toEqual([
      { t: 0, type: "vibrate", pattern: "nudge-max" },
      { t: 0, type: "stop" },
    ]);
    expect(logs()).toContain("true false");
    expect(world.watch.counters.vibrations).toBe(1);
  });
});

describe("the exercise", () => {
  const permissions = ["access_exercise", "access_heart_rate"];

  test("goes from state to state, and counts active time only", async () => {
    const { world, logs, of } = await run({
      permissions,
      app: `var e = require("exercise").default; console.log(e.state, e.stats);
        e.start("core");
        setTimeout(function () { e.pause(); }, 10000); setTimeout(function () { e.resume(); }, 15000);
        setTimeout(function () { console.log(e.type, e.state, e.stats.activeTime, e.stats.heartRate.average, e.startDate.getTime() === Date.now() - 20000); e.stop(); }, 20000);`,
    });
    world.run(30_000);
    expect(logs()).toEqual(["stopped undefined", "core started 15000 74 true"]);
    expect(of("exercise").map(({ t, state }) => [t, state])).toEqual([
      [0, "started"],
      [10, "paused"],
      [15, "started"],
      [20, "stopped"],
    ]);
  });

  test("throws at wrong transitions and without the permission", async () => {
    const app = `var e = require("exercise").default;
      ["pause", "stop", "start", "start", "resume"].forEach(function (c) { try { e[c]("core"); } catch (error) { console.log(error.message); } });`;
    expect((await run({ permissions, app })).logs()).toEqual([
      "cannot pause an exercise that is stopped",
      "cannot stop an exercise that is stopped",
      "cannot start an exercise that is started",
      "cannot resume an exercise that is started",
    ]);
    expect((await run({ app })).logs()[0]).toBe(
      "the permission access_exercise is not granted",
    );
  });

  test("ends with the app", async () => {
    const { world, of } = await run({
      permissions,
      app: `require("exercise").default.start("core");`,
    });
    world.run(1000);
    world.faults.app.kill();
    expect(of("exercise").map(({ state }) => state)).toEqual([
      "started",
      "stopped",
    ]);
  });

  test("has no heart rate without that permission", async () => {
    const { logs } = await run({
      permissions: ["access_exercise"],
      app: `var e = require("exercise").default; e.start("x"); console.log(e.stats.heartRate);`,
    });
    expect(logs()).toEqual(["undefined"]);
  });
});

describe("sensors", () => {
  test("read the body once started, until stopped", async () => {
    const { world, logs } = await run({
      permissions: ["access_heart_rate"],
      app: `var S = require("heart-rate").HeartRateSensor, s = new S({ frequency: 1 });
        s.onreading = function () { console.log(s.heartRate, s.timestamp); }; s.start();
        setTimeout(function () { s.stop(); }, 4500);`,
    });
    world.run(1500);
    world.watch.body.heartRate = 120;
    world.run(2500);
    world.watch.body.onWrist = false;
    world.run(3500);
    world.watch.body.onWrist = true;
    world.run(9000);
    expect(logs()).toEqual(["74 1000", "120 2000", "120 4000"]);
  });

  test("a model lacks have no constructor", async () => {
    const { world, logs } = await run({
      app: `setTimeout(function () { console.log(require("barometer").Barometer); }, 10);`,
    });
    world.watch.body.missingSensors.push("barometer");
    world.run(20);
    expect(logs()).toEqual(["undefined"]);
  });

  test("activity needs its permission and gives minutes, newest first", async () => {
    const app = `var a = require("user-activity"); setTimeout(function () { try { console.log(a.today.adjusted.steps, JSON.stringify(a.minuteHistory.query({ limit: 2 }))); } catch (e) { console.log(e.message); } }, 10);`;
    const granted = await run({ app, permissions: ["access_activity"] });
    granted.world.watch.body.minutes = [
      { steps: 160 },
      { steps: 150 },
      { steps: 0 },
    ];
    granted.world.run(20);
    expect(granted.logs()).toEqual(['4200 [{"steps":160},{"steps":150}]']);
    const refused = await run({ app });
    refused.world.run(20);
    expect(refused.logs()).toEqual([
      "the permission access_activity is not granted",
    ]);
  });
});
