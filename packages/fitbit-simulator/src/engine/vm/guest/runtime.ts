/**
 * Guest source: what every program has around it on watch and phone: event targets, promises that
 * tell when nobody takes their rejection, timers, console, and CommonJS `require` over the table `modules`. `entries` maps the kinds of wake-up to
 * what they do.
 */
export const guestRuntime = /* js */ `
var entries = {}, modules = Object.create(null);
function Event(type) { this.type = type; this.defaultPrevented = false; }
Event.prototype.preventDefault = function () { this.defaultPrevented = true; };
Event.prototype.stopPropagation = function () { this.stopped = true; };
Event.prototype.stopImmediatePropagation = function () { this.stopped = this.halted = true; };
function Target() {}
Target.prototype.addEventListener = function (type, listener) {
  if (typeof listener !== "function") return;
  if (!this.$) Object.defineProperty(this, "$", { value: {}, configurable: true });
  (this.$[type] = this.$[type] || []).push(listener);
};
Target.prototype.removeEventListener = function (type, listener) {
  var list = this.$ && this.$[type], at = list ? list.indexOf(listener) : -1;
  if (at >= 0) list.splice(at, 1);
};
function target(properties) {
  var it = new Target();
  for (var name in properties) Object.defineProperty(it, name, Object.getOwnPropertyDescriptor(properties, name));
  return it;
}
function event(type, fields) {
  var it = new Event(type);
  for (var name in fields) it[name] = fields[name];
  return it;
}
function emit(to, type, it) {
  it = it || new Event(type);
  if (!it.target) it.target = to;
  var on = to["on" + type], list = to.$ && to.$[type];
  if (typeof on === "function") on.call(to, it);
  if (list) {
    list = list.slice();
    for (var i = 0; i < list.length && !it.halted; i++) list[i].call(to, it);
  }
  return it;
}
function clearHandlers(of) {
  delete of.$;
  Object.keys(of).forEach(function (name) { if (name.slice(0, 2) === "on") delete of[name]; });
}

(function () {
  var Real = Promise, proto = Real.prototype, then = proto.then;
  function watch(promise) {
    then.call(promise, undefined, function (reason) {
      then.call(Real.resolve(), function () {
        if (!promise.$) host("log", "error", "Unhandled promise rejection: " + show(reason));
      });
    });
    return promise;
  }
  function Watched(executor) {
    if (!(this instanceof Watched)) throw new TypeError("Promise is a constructor");
    return watch(new Real(executor));
  }
  Watched.prototype = proto;
  ["resolve", "reject", "all", "race", "allSettled", "any"].forEach(function (name) {
    if (Real[name]) Watched[name] = function (value) { 
      if (name === "resolve" && value instanceof Real) return value;
      return name === "reject" ? watch(Real.reject(value)) : Real[name](value);
    };
  });
  Object.defineProperty(proto, "constructor", { value: Watched, writable: true, configurable: true });
  proto.then = function (resolved, rejected) {
    if (!this.$) Object.defineProperty(this, "$", { value: true });
    return watch(then.call(this, resolved, rejected));
  };
  global.Promise = Watched;
})();

var timers = {}, lastTimer = 0;
function startTimer(repeat) {
  return function (callback, ms) {
    if (typeof callback !== "function") throw new TypeError("a timer needs a function");
    var args = Array.prototype.slice.call(arguments, 2);
    timers[++lastTimer] = args.length ? function () { callback.apply(undefined, args); } : callback;
    host("timer.start", lastTimer, Number(ms) || 0, repeat);
    return lastTimer;
  };
}
function stopTimer(id) {
  if (timers[id] === undefined) return;
  delete timers[id];
  host("timer.stop", id);
}
global.setTimeout = startTimer(false);
global.setInterval = startTimer(true);
global.clearTimeout = global.clearInterval = stopTimer;
entries.timeout = function (id) {
  var callback = timers[id];
  delete timers[id];
  if (callback) callback();
};
entries.interval = function (id) { if (timers[id]) timers[id](); };

global.console = {};
["log", "info", "warn", "error", "debug", "trace"].forEach(function (level) {
  global.console[level] = function () {
    host("log", level === "trace" || level === "debug" ? "log" : level, Array.prototype.map.call(arguments, show).join(" "));
  };
});
global.console.assert = function (truth) {
  if (!truth) global.console.error.apply(global.console, ["Assertion failed:"].concat(Array.prototype.slice.call(arguments, 1)));
};
function show(value) {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.name + ": " + value.message;
  if (typeof value === "object" && value !== null) try { return JSON.stringify(value); } catch (_) {}
  return String(value);
}

var loaded = {};
function requireFrom(from) {
  return function (name) {
    if (modules[name]) return modules[name];
    var path = host("resolve", from, String(name));
    if (path === undefined) {
      host("missing", "module", String(name));
      throw new Error("there is no module " + JSON.stringify(name));
    }
    if (loaded[path]) return loaded[path].exports;
    var module = loaded[path] = { exports: {} };
    host("load", path).call(module.exports, requireFrom(path), module, module.exports);
    return module.exports;
  };
}
function define(name, exports, standard) {
  exports.default = standard || exports;
  modules[name] = exports;
}
entries.main = function (path) { requireFrom("")("./" + path); };
var wakeUps = 0;
function enter(kind, wall, a, b, c, d) {
  now = wall;
  wakeUps++;
  return entries[kind](a, b, c, d);
}
`;
