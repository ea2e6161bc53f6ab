/** Virtual time of the stand-in watch: the clock, timers, and what is due next. */
/* exported bench */

var bench = {};

(function (global) {
  var SystemDate = Date,
    now = 1790000000000,
    timers = [],
    lastTimer = 0;

  /** A date of the virtual clock; like the system's own in all else. */
  function WatchDate(year, month, day, hours, minutes, seconds, ms) {
    var date;
    if (arguments.length === 0) date = new SystemDate(now);
    else if (arguments.length === 1) date = new SystemDate(year);
    else {
      date = new SystemDate(
        year,
        month,
        day === undefined ? 1 : day,
        hours || 0,
        minutes || 0,
        seconds || 0,
        ms || 0
      );
    }
    return this instanceof WatchDate ? date : String(date);
  }
  WatchDate.prototype = SystemDate.prototype;
  WatchDate.UTC = SystemDate.UTC;
  WatchDate.parse = SystemDate.parse;
  WatchDate.now = function () {
    return now;
  };
  global.Date = WatchDate;

  function addTimer(callback, ms, repeats) {
    var wait = ms > 1 ? +ms : 1;
    timers.push({
      id: ++lastTimer,
      at: now + wait,
      every: repeats ? wait : 0,
      callback: callback,
    });
    return lastTimer;
  }
  function removeTimer(id) {
    for (var i = 0; i < timers.length; i++) {
      if (timers[i].id === id) {
        timers.splice(i, 1);
        return;
      }
    }
  }
  global.setTimeout = function (callback, ms) {
    return addTimer(callback, ms, false);
  };
  global.setInterval = function (callback, ms) {
    return addTimer(callback, ms, true);
  };
  global.clearTimeout = global.clearInterval = removeTimer;
  global.requestAnimationFrame = function (callback) {
    return addTimer(callback, 33, false);
  };
  global.cancelAnimationFrame = removeTimer;

  /** The timer that is due first, up to a moment; of two at once the older one. */
  function dueBy(moment) {
    var first;
    for (var i = 0; i < timers.length; i++) {
      var timer = timers[i];
      if (timer.at <= moment && (!first || timer.at < first.at)) first = timer;
    }
    return first;
  }

  function fire(timer) {
    if (timer.at > now) now = timer.at;
    if (timer.every) timer.at = now + timer.every;
    else removeTimer(timer.id);
    timer.callback();
    __jobs();
  }

  /** Called at each whole second; the clock module sets it. */
  bench.second = function () {};

  /** Lets so many seconds pass. */
  bench.wait = function (seconds) {
    var end = now + seconds * 1000,
      stop,
      timer;
    __jobs();
    while (now < end) {
      stop = Math.min(end, now - (now % 1000) + 1000);
      while ((timer = dueBy(stop))) fire(timer);
      now = stop;
      if (now % 1000 === 0) bench.second();
      __jobs();
    }
  };

  /** The clock in ms since 1970. */
  bench.now = function () {
    return now;
  };
  /** Sets the clock; before the app is launched. */
  bench.setClock = function (ms) {
    now = ms;
  };
})(this);
