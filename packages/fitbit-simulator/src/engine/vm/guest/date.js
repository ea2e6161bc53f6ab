/** `Date` on the world's clock and in its time zone, and `Math.random` from the world's seed. */
/* global global, now */

(function () {
  var Real = Date,
    proto = Date.prototype;

  function twoDigits(n) {
    return (n < 10 ? "0" : "") + n;
  }

  /** Text without a zone is local time, unless it is a date alone. */
  function parse(text) {
    text = String(text);
    if (/^[+-]?\d{4,6}(-\d\d){0,2}$|Z$|GMT|UTC|[+-]\d\d:?\d\d$/.test(text))
      return Real.parse(text);
    return (
      Real.parse(text + (/^\d{4}-\d\d-\d\dT/.test(text) ? "Z" : " GMT")) -
      zone * 60000
    );
  }

  function Clock(a, b, c, d, e, f, g) {
    var n = arguments.length;
    if (!(this instanceof Clock)) return new Real(now).toString();
    if (n === 0) return new Real(now);
    if (n > 1) {
      var utc = Real.UTC(a, b, n > 2 ? c : 1, d || 0, e || 0, f || 0, g || 0);
      return new Real(utc - zone * 60000);
    }
    if (a instanceof Real) return new Real(a.getTime());
    return new Real(typeof a === "string" ? parse(a) : a);
  }
  Clock.prototype = proto;
  Clock.UTC = Real.UTC;
  Clock.parse = parse;
  Clock.now = function () {
    return now;
  };
  Object.defineProperty(proto, "constructor", {
    value: Clock,
    writable: true,
    configurable: true,
  });

  "FullYear Month Date Hours Minutes Seconds Milliseconds Day"
    .split(" ")
    .forEach(function (part) {
      var get = proto["getUTC" + part],
        set = proto["setUTC" + part];
      proto["get" + part] = function () {
        return get.call(local(this));
      };
      if (!set) return;
      proto["set" + part] = function () {
        var date = local(this);
        set.apply(date, arguments);
        return this.setTime(date.getTime() - zone * 60000);
      };
    });

  /** A date whose UTC fields are the local fields of this one. */
  function local(date) {
    return new Real(date.getTime() + zone * 60000);
  }

  function offset() {
    var minutes = Math.abs(zone),
      sign = zone < 0 ? "-" : "+";
    return (
      "GMT" +
      sign +
      twoDigits(Math.floor(minutes / 60)) +
      twoDigits(minutes % 60)
    );
  }

  /** Hours to 24, minutes and seconds. */
  function time(date) {
    return local(date).toUTCString().slice(-12, -4);
  }

  proto.getYear = function () {
    return this.getFullYear() - 1900;
  };
  proto.getTimezoneOffset = function () {
    return -zone;
  };
  proto.toDateString = proto.toLocaleDateString = function () {
    var utc = local(this).toUTCString();
    return utc.replace(/^(\w+), (\d+) (\w+) (\d+).*$/, "$1 $3 $2 $4");
  };
  proto.toLocaleTimeString = function () {
    return time(this);
  };
  proto.toTimeString = function () {
    return time(this) + " " + offset();
  };
  var day = proto.toDateString,
    hour = proto.toTimeString;
  proto.toString = function () {
    if (isNaN(this.getTime())) return "Invalid Date";
    return day.call(this) + " " + hour.call(this);
  };
  proto.toLocaleString = function () {
    return this.toDateString() + " " + this.toLocaleTimeString();
  };
  global.Date = Clock;

  Math.random = function () {
    return host("random");
  };
})();
