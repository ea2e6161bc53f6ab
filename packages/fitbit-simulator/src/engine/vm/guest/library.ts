/**
 * Guest source: cuts the language down to what the watch's engine offers (ECMAScript 5.1, Promise,
 * typed arrays) and puts the world's clock and dice under Date and Math.random. Expects `host` and
 * the variables of {@link guestClock}.
 */
export const guestLibraryCut = /* js */ `
(function (global) {
  var remove = Reflect.deleteProperty;
  function keep(o, names) {
    names = " " + names + " ";
    Object.getOwnPropertyNames(o).forEach(function (name) {
      if (names.indexOf(" " + name + " ") < 0) remove(o, name);
    });
  }
  var views = "Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array";
  var errors = "Error EvalError RangeError ReferenceError SyntaxError TypeError URIError";
  var typed = Object.getPrototypeOf(Uint8Array);
  keep(Array, "isArray prototype length name");
  keep(Array.prototype, "constructor length concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toLocaleString toString unshift");
  keep(String, "fromCharCode prototype length name");
  keep(String.prototype, "constructor length charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim valueOf");
  keep(Number, "MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY prototype length name");
  keep(Object, "create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions prototype seal length name");
  keep(Math, "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan");
  keep(Promise, "all race reject resolve prototype length name");
  keep(Promise.prototype, "constructor then catch");
  keep(RegExp.prototype, "constructor exec test toString compile global ignoreCase multiline source flags lastIndex");
  keep(typed.prototype, "constructor buffer byteLength byteOffset copyWithin every fill filter find findIndex forEach indexOf join lastIndexOf length map reduce reduceRight reverse set slice some sort subarray toLocaleString toString");
  keep(ArrayBuffer, "isView prototype length name");
  keep(ArrayBuffer.prototype, "constructor byteLength slice");
  keep(Date.prototype, Object.getOwnPropertyNames(Date.prototype).filter(function (name) { return name !== "toTemporalInstant"; }).join(" "));
  keep(global, "Object Function Array String Boolean Number Date Math JSON RegExp Promise ArrayBuffer DataView NaN Infinity undefined eval parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape setTimeout setInterval clearTimeout clearInterval console requestAnimationFrame cancelAnimationFrame " + views + " " + errors);
})(globalThis);
`;

/** Guest source: Date on the world's clock; `now` (epoch ms) and `zone` (minutes east) change. */
export const guestClock = /* js */ `
var now = 0, zone = 0;
var global = globalThis;
(function () {
  var Real = Date, proto = Date.prototype;
  function two(n) { return (n < 10 ? "0" : "") + n; }
  function parse(text) {
    text = String(text);
    if (/^[+-]?\\d{4,6}(-\\d\\d){0,2}$|Z$|GMT|UTC|[+-]\\d\\d:?\\d\\d$/.test(text)) return Real.parse(text);
    return Real.parse(text + (/^\\d{4}-\\d\\d-\\d\\dT/.test(text) ? "Z" : " GMT")) - zone * 60000;
  }
  function Clock(a, b, c, d, e, f, g) {
    var n = arguments.length;
    if (!(this instanceof Clock)) return new Real(now).toString();
    if (n === 0) return new Real(now);
    if (n > 1) return new Real(Real.UTC(a, b, n > 2 ? c : 1, d || 0, e || 0, f || 0, g || 0) - zone * 60000);
    if (a instanceof Real) return new Real(a.getTime());
    return new Real(typeof a === "string" ? parse(a) : a);
  }
  Clock.prototype = proto;
  Clock.UTC = Real.UTC;
  Clock.parse = parse;
  Clock.now = function () { return now; };
  Object.defineProperty(proto, "constructor", { value: Clock, writable: true, configurable: true });
  ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds", "Day"].forEach(function (part) {
    var get = proto["getUTC" + part], set = proto["setUTC" + part];
    proto["get" + part] = function () { return get.call(new Real(this.getTime() + zone * 60000)); };
    if (set) proto["set" + part] = function () {
      var local = new Real(this.getTime() + zone * 60000);
      set.apply(local, arguments);
      return this.setTime(local.getTime() - zone * 60000);
    };
  });
  proto.getYear = function () { return this.getFullYear() - 1900; };
  proto.getTimezoneOffset = function () { return -zone; };
  function shifted(date) { return new Real(date.getTime() + zone * 60000); }
  function offset() { var z = Math.abs(zone); return "GMT" + (zone < 0 ? "-" : "+") + two(Math.floor(z / 60)) + two(z % 60); }
  proto.toDateString = proto.toLocaleDateString = function () { return shifted(this).toUTCString().replace(/^(\\w+), (\\d+) (\\w+) (\\d+).*$/, "$1 $3 $2 $4"); };
  proto.toTimeString = function () { return shifted(this).toUTCString().slice(-12, -4) + " " + offset(); };
  proto.toLocaleTimeString = function () { return shifted(this).toUTCString().slice(-12, -4); };
  proto.toString = function () { return isNaN(this.getTime()) ? "Invalid Date" : this.toDateString() + " " + this.toTimeString(); };
  proto.toLocaleString = function () { return this.toDateString() + " " + this.toLocaleTimeString(); };
  global.Date = Clock;
  Math.random = function () { return host("random"); };
})();
`;

/**
 * Guest source: array methods refuse lengths no heap here can hold. They walk holes natively, where
 * the engine does not ask whether to go on, so `[].indexOf.call({ length: 4e9 })` would hang the host.
 * So would a search for half of a huge text in that text.
 */
export const guestArrayGuards = /* js */ `
(function (apply) {
  function guard(proto, names, check) {
    names.split(" ").forEach(function (name) {
      var real = proto[name];
      if (!real) return;
      var guarded = { method: function () {
        check(this, arguments);
        return apply(real, this, arguments);
      } }.method;
      Object.defineProperty(guarded, "length", { value: real.length, configurable: true });
      Object.defineProperty(guarded, "name", { value: name, configurable: true });
      Object.defineProperty(proto, name, { value: guarded, writable: true, configurable: true });
    });
  }
  function bounded(list) {
    if (list !== null && list !== undefined && list.length > 5000000) throw new RangeError("an array this long cannot be");
  }
  guard(Array.prototype, "every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toString toLocaleString unshift includes find findIndex findLast findLastIndex fill flat flatMap copyWithin at", bounded);
  guard(Array.prototype, "concat", function (list, others) {
    bounded(list);
    for (var i = 0; i < others.length; i++) bounded(others[i]);
  });
  guard(String.prototype, "indexOf lastIndexOf includes split replace replaceAll", function (text, args) {
    if (typeof args[0] === "string" && args[0].length * text.length > 4e9) throw new RangeError("this search would take too long");
  });
})(Reflect.apply);
`;
