import type { Json, WorldOptions } from "../src/engine";
import {
  type InlinePackage,
  inlinePackage,
} from "../src/testing/inline-package";
import { disposeWorlds, observe } from "../src/testing/world";

afterEach(disposeWorlds);

const HEAD = `var log = function () { console.log(JSON.stringify([].slice.call(arguments))); };`;

/** A phone whose companion is written down in the test, launched. */
async function companion(
  code: string,
  parts: InlinePackage = {},
  options: WorldOptions = {},
) {
  const observed = await observe(
    inlinePackage({ ...parts, companion: HEAD + code }),
    options,
  );
  observed.world.phone.launch();
  return { ...observed, ...observed.world };
}

describe("what the phone knows of the watch", () => {
  test("is its model, its screen and about how charged it is", async () => {
    const { logs, watch, phone, link, faults } = await companion(
      `var p = require("peer"), me = require("device").me; log(me.modelName, me.modelId, me.type, me.screen, me.lastSyncTime.getTime(), p.device.modelName, p.device.batteryLevel, p.app.readyState);`,
    );
    watch.body.battery = 12;
    faults.companion.kill();
    phone.launch();
    faults.companion.kill();
    link.away();
    phone.launch();
    expect(logs()).toEqual([
      '["Versa 3","atlas","WATCH",{"width":336,"height":336},0,"Versa 3","high","stopped"]',
      '["Versa 3","atlas","WATCH",{"width":336,"height":336},0,"Versa 3","low","stopped"]',
      '["Versa 3","atlas","WATCH",{"width":336,"height":336},0,"Versa 3","unknown","stopped"]',
    ]);
  });

  test("is whether its app runs, as it changes", async () => {
    const { logs, watch, faults } = await companion(
      `var app = require("peer").app; app.onreadystatechange = function () { log(app.readyState); };`,
    );
    watch.launch();
    faults.app.kill();
    expect(logs()).toEqual(['["started"]', '["stopped"]']);
  });
});

test("the phone writes a time of day as its clock counts", async () => {
  const code = `[0, 9, 12, 15].forEach(function (h) { var at = new Date(2026, 0, 1, h, 5); log(at.toLocaleTimeString(), at.toTimeString()); });`;
  const written = async (clockDisplay: "12h" | "24h") =>
    (await companion(code, {}, { clockDisplay, tzOffsetMinutes: 60 })).logs();
  expect(await written("24h")).toContain('["15:05:00","15:05:00 GMT+0100"]');
  expect(await written("12h")).toEqual([
    '["12:05:00 AM","00:05:00 GMT+0100"]',
    '["9:05:00 AM","09:05:00 GMT+0100"]',
    '["12:05:00 PM","12:05:00 GMT+0100"]',
    '["3:05:00 PM","15:05:00 GMT+0100"]',
  ]);
});

test("CBOR and random bytes are the same on the phone", async () => {
  const code = `var c = require("cbor"), r = new Uint8Array(4); require("crypto").getRandomValues(r);
    log(c.decode(c.encode({ a: [1, "x", null] })), [].slice.call(r)); try { c.decode(new ArrayBuffer(0)); } catch (e) { log(e.message); }`;
  const first = (await companion(code, {}, { seed: 4 })).logs();
  expect(first[0]).toMatch(/^\[\{"a":\[1,"x",null\]\},\[\d+,\d+,\d+,\d+\]\]$/);
  expect(first[1]).toBe('["not valid CBOR"]');
  expect((await companion(code, {}, { seed: 4 })).logs()).toEqual(first);
});

test("what the phone lacks is named, and ends a companion that needs it", async () => {
  const { of } = await companion(`require("of-tomorrow");`);
  expect(of("missing")).toMatchObject([
    { what: "module", name: "of-tomorrow", from: "companion" },
  ]);
  expect(of("exit")).toMatchObject([{ from: "companion", reason: "error" }]);
});

describe("the phone's place", () => {
  const permissions = ["access_location", "run_background"];

  test("is told with permission only", async () => {
    const code = `require("geolocation").geolocation.getCurrentPosition(function (p) { log(p.coords.latitude); }, function (e) { log(e.code); });`;
    const granted = await companion(code, { permissions });
    granted.world.run(5000);
    expect(granted.logs()).toEqual(["[52.5145]"]);
    const refused = await companion(code);
    refused.world.run(5000);
    expect(refused.logs()).toEqual(["[1]"]);
  });

  test("once left far behind wakes a companion that asked for it", async () => {
    const { logs, of, watch, faults, world } = await companion(
      `var me = require("companion").me, where = me.launchReasons.locationChanged; log(where ? where.position.coords.latitude : null);
       me.monitorSignificantLocationChanges = true;
       me.onsignificantlocationchange = function (e) { log("moved", e.position.coords.latitude); };`,
      { permissions },
    );
    const go = (latitude: number) => {
      watch.body.place = { latitude, longitude: 13.3501, accuracy: 8 };
      watch.bodyChanged();
    };
    go(52.5146);
    go(52.53);
    faults.companion.kill();
    go(52.6);
    world.run(1000);
    expect(logs()).toEqual(["[null]", '["moved",52.53]', "[52.6]"]);
    expect(of("launch")).toHaveLength(2);
  });
});

test("a wake interval that is no time is refused, and time goes on", async () => {
  const { logs, world } = await companion(
    `var me = require("companion").me; [NaN, -1, "soon"].forEach(function (ms) { try { me.wakeInterval = ms; } catch (e) { log(e.message); } }); setTimeout(function () { log("later"); }, 10);`,
    { permissions: ["run_background"] },
  );
  world.run(100);
  expect(logs()).toEqual([
    '["a wakeInterval of NaN cannot be"]',
    '["a wakeInterval of -1 cannot be"]',
    '["a wakeInterval of soon cannot be"]',
    '["later"]',
  ]);
});

describe("widgets that fetch something from elsewhere", () => {
  const settings = `registerSettingsPage(function (props) {
    function tell(what) { return function (a, b) { props.settingsStorage.setItem(what, JSON.stringify([a, b])); }; }
    return createComponent(Page, null,
      createComponent(ImagePicker, { settingsKey: "picture", imageWidth: 8, imageHeight: 8, onImagePicked: tell("picked") }),
      createComponent(Oauth, { settingsKey: "login", authorizeUrl: "https://example.org", onAccessToken: tell("token"), onReturn: tell("returned") }),
      createComponent(StravaLogin, { settingsKey: "strava", onAccessToken: tell("runner") }));
  });`;
  const page = async () => {
    const { world } = await observe(inlinePackage({ settings }));
    world.phone.settings.open();
    return world.phone;
  };
  const picture = {
    imageUri: "data:image/png;base64,AAAA",
    imageString: "AAAA",
    type: "image/png",
    width: 8,
    height: 8,
  };
  const token = { access_token: "abc", expires_in: 60 };
  const runner = { access_token: "abc", athlete: { firstname: "Kim" } };

  test.each<[string, Json, Json, string, Json]>([
    [
      "picture",
      { imageUri: picture.imageUri, width: 8, height: 8 },
      picture,
      "picked",
      [picture, null],
    ],
    ["login", token, token, "token", ["abc", null]],
    ["login", { code: "x" }, { code: "x" }, "returned", [{ code: "x" }, null]],
    ["strava", runner, runner, "runner", ["abc", { firstname: "Kim" }]],
  ])("store and tell for %s", async (key, input, stored, told, args) => {
    const it = await page();
    it.settings.use(key, input);
    const read = (name: string): unknown =>
      JSON.parse(it.settingsStorage.get(name) ?? "null");
    expect(read(key)).toEqual(stored);
    expect(read(told)).toEqual(args);
  });

  test.each<[string, Json, string]>([
    ["picture", "cat.png", "an ImagePicker takes"],
    ["picture", { imageUri: "https://example.org/a.png" }, "an ImagePicker"],
    ["strava", {}, "a StravaLogin takes"],
  ])("refuse nonsense for %s", async (key, input, problem) => {
    const it = await page();
    expect(() => it.settings.use(key, input)).toThrow(problem);
    expect(it.settingsStorage.length).toBe(0);
  });
});

describe("what has nothing behind it", () => {
  // All that the SDK leaves to the phone.
  const modules =
    "app-cluster-storage calendars companion device-notifications external-app image local-storage mobile-notifications peer secure-exchange settings user-water user-weight weather cbor crypto device events file-transfer geolocation messaging permissions resources user-settings util".split(
      " ",
    );

  test("is there to be imported", async () => {
    const { logs, of } = await companion(
      `${JSON.stringify(modules)}.forEach(function (n) { if (!require(n).default) log(n); }); log("alive");`,
    );
    expect(logs()).toEqual(['["alive"]']);
    expect(of("missing")).toEqual([]);
  });

  test("refuses by a rejection, is named, and ends nobody", async () => {
    const { logs, of, world } = await companion(
      `var no = function (e) { log(e.message); };
       require("weather").weather.getWeatherData().catch(no); require("image").Image.from("data:,").catch(no);
       require("calendars").default.searchEvents({}).then(function (all) { log(all); });`,
      { permissions: ["access_calendar"] },
    );
    world.run(100);
    expect(logs()).toEqual([
      '["there is no weather data on this phone"]',
      '["this host cannot decode images"]',
      "[[]]",
    ]);
    expect(of("missing")).toMatchObject([{ name: "image.from" }]);
    expect(of("exit")).toEqual([]);
  });

  test("closes a socket with an error", async () => {
    const { logs, world } = await companion(
      `var s = new WebSocket("wss://example.org"); log(s.readyState); s.onerror = function () { log("error"); };
       s.addEventListener("close", function (e) { log(e.code, e.wasClean, s.readyState === WebSocket.CLOSED); });`,
    );
    world.run(100);
    expect(logs()).toEqual(["[0]", '["error"]', "[1006,false,true]"]);
  });
});

test("the weather is what the phone's owner sets", async () => {
  const observed = await observe(
    inlinePackage({
      companion: `${HEAD} var w = require("weather");
        ["celsius", "fahrenheit"].forEach(function (u) { w.default.getWeatherData({ temperatureUnit: u }).then(function (d) {
          var at = d.locations[0]; log(at.name, d.temperatureUnit, at.currentWeather.temperature, at.currentWeather.weatherCondition === w.WeatherCondition.Rain, at.currentWeather.weatherCondition); }); });`,
    }),
  );
  observed.world.watch.body.weather = {
    place: "Bergen",
    condition: "Rain",
    temperature: 10,
  };
  observed.world.phone.launch();
  observed.world.run(100);
  expect(observed.logs()).toEqual([
    '["Bergen","celsius",10,true,18]',
    '["Bergen","fahrenheit",50,true,18]',
  ]);
});

test("companions have the types of browsers that they use", async () => {
  const { logs } = await companion(
    `var q = new URLSearchParams({ a: "1 2", b: "ü&" }); q.append("a", 3); log(q.toString(), q.getAll("a"), new URLSearchParams("?x=%20y&z").get("x"), Array.from(q).length);
     q.set("a", 9); q.delete("b"); log(String(q), q.has("b"), q.get("b"));
     var h = new Headers({ "Content-Type": "a" }); h.set("content-type", "b"); log(h.get("CONTENT-TYPE"));
     log(Array.from(new TextEncoder().encode("é€\\ud800")), new TextDecoder().decode(new TextEncoder().encode("grün 😀")));`,
  );
  expect(logs()).toEqual([
    '["a=1+2&b=%C3%BC%26&a=3",["1 2","3"]," y",3]',
    '["a=9",false,null]',
    '["b"]',
    '[[195,169,226,130,172,239,191,189],"grün 😀"]',
  ]);
});

test("types of browsers that are not here are undefined", async () => {
  const { logs } = await companion(
    `log(typeof Blob, typeof Request, typeof URL);`,
  );
  expect(logs()).toEqual(['["undefined","undefined","undefined"]']);
});
