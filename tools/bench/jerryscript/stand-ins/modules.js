/** All other modules of the system, and `require`, which compiles the program's own files. */
/* global bench */

(function (global) {
  var Target = bench.Target,
    exercise,
    modules;

  function does(names) {
    var object = new Target({});
    names.split(" ").forEach(function (name) {
      object[name] = function () {};
    });
    return object;
  }

  /** The active time of an exercise: what passed until `since`, and what passes from then on. */
  var active = 0,
    since = 0;
  function become(state) {
    return function () {
      if (exercise.state === "started") active += bench.now() - since;
      if (exercise.state === "stopped") active = 0;
      since = bench.now();
      exercise.state = state;
      bench.emit(exercise, "statechange");
    };
  }
  function stats() {
    var running = exercise.state === "started" ? bench.now() - since : 0;
    return {
      activeTime: active + running,
      calories: 1,
      distance: 0,
      elevationGain: 0,
      heartRate: { current: 100, max: 120, average: 110 },
      pace: { current: 0, average: 0 },
      speed: { current: 0, max: 0, average: 0 },
      steps: 0,
    };
  }
  exercise = new Target({
    state: "stopped",
    type: "workout",
    start: function (type) {
      exercise.type = type;
      exercise.startDate = new Date();
      become("started")();
    },
    pause: become("paused"),
    resume: become("started"),
    stop: become("stopped"),
    splitLap: stats,
  });
  Object.defineProperty(exercise, "stats", { get: stats });

  var memory = {};
  ["used", "peak"].forEach(function (figure) {
    Object.defineProperty(memory, figure, {
      get: function () {
        return __heap()[figure];
      },
    });
  });
  memory.total = 65528;

  function Sensor() {}
  Sensor.prototype = does("start stop setOptions");

  var clock = new Target({ granularity: "off" });
  var display = new Target({
    on: true,
    autoOff: true,
    aodAllowed: false,
    aodActive: false,
    aodAvailable: false,
    aodEnabled: false,
    poke: function () {},
  });
  bench.second = function () {
    var every = clock.granularity,
      minute = bench.now() % 60000 === 0;
    if (!display.on) return;
    if (every === "seconds" || (every === "minutes" && minute)) {
      bench.emit(clock, "tick", { date: new Date() });
    }
  };

  /** Called at each vibration. */
  bench.felt = function () {
    print("cue " + bench.now());
  };

  modules = {
    document: bench.document,
    fs: bench.fs,
    cbor: bench.cbor,
    "file-transfer": bench.transfer,
    clock: { clock: clock, default: clock },
    display: { display: display, default: display },
    exercise: exercise,
    haptics: {
      vibration: {
        start: function (pattern) {
          bench.felt(pattern);
          return true;
        },
        stop: function () {},
      },
    },
    appbit: {
      me: new Target({
        appTimeoutEnabled: true,
        permissions: {
          granted: function () {
            return true;
          },
        },
        exit: function () {},
      }),
    },
    messaging: {
      peerSocket: new Target({
        readyState: 1,
        OPEN: 0,
        CLOSED: 1,
        MAX_MESSAGE_SIZE: 1027,
        bufferedAmount: 0,
        send: function () {
          throw new Error("the phone is not there");
        },
      }),
    },
    system: {
      memory: { js: memory, monitor: new Target({ pressure: "normal" }) },
    },
    i18n: {
      gettext: function (message) {
        return bench.word(message);
      },
    },
    power: {
      battery: new Target({ chargeLevel: 80, charging: false }),
      charger: new Target({ connected: false }),
    },
    device: {
      me: {
        modelName: "Sense",
        modelId: "44",
        type: "WATCH",
        screen: { width: 336, height: 336 },
      },
    },
    "heart-rate": { HeartRateSensor: Sensor },
    "body-presence": { BodyPresenceSensor: Sensor },
    accelerometer: { Accelerometer: Sensor },
    "user-settings": {
      preferences: { clockDisplay: "24h", firstDayOfWeek: 1 },
      locale: { language: "en-us" },
      units: { distance: "metric" },
    },
  };
  bench.display = display;
  /** What a message says in the watch's language. */
  bench.word = function (message) {
    return message;
  };

  global.console = does("log info warn trace assert");
  console.error = function (problem) {
    print("error " + problem);
  };

  var loaded = {};
  /** The program's own file that a path means, "./x" being beside its main file. */
  function own(path) {
    var module = loaded[path];
    if (!module) {
      module = loaded[path] = { exports: {} };
      __load(bench.folder + path)(require, module, module.exports);
    }
    return module.exports;
  }
  function require(name) {
    var first = name.charAt(0);
    if (first === "/") return own(name.slice(1));
    if (first === ".") return own(bench.main.replace(/[^/]*$/, name.slice(2)));
    var module = modules[name];
    if (!module) throw new Error("no module " + name);
    if (module.default === undefined) module.default = module;
    return module;
  }
  global.require = require;

  /** Launches the program of a folder: an unpacked bundle, and its main file. */
  bench.launch = function (folder, main) {
    bench.folder = folder + "/";
    bench.main = main;
    own(main);
    __jobs();
  };
  /** The display goes on or off. */
  bench.light = function (on) {
    display.on = on;
    bench.emit(display, "change");
    __jobs();
  };
})(this);
