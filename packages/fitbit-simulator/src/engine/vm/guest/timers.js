/** Timeouts and intervals. */
/* global entries, global */

/** The callbacks of running timers by number. */
var timers = {};
var lastTimer = 0;

function startTimer(repeat) {
  return function (callback, ms) {
    if (typeof callback !== "function")
      throw new TypeError("a timer needs a function");
    var args = Array.prototype.slice.call(arguments, 2);
    timers[++lastTimer] = args.length
      ? function () {
          callback.apply(undefined, args);
        }
      : callback;
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
entries.interval = function (id) {
  if (timers[id]) timers[id]();
};
