/** Guest source: sums and filters over Float32Array, as `scientific` and `scientific/signal` offer. */
export const guestScientific = /* js */ `
(function () {
  function each(name, act) { science[name] = function (a) { floats(a); var out = new Float32Array(a.length); for (var i = 0; i < a.length; i++) out[i] = act(a[i]); return out; }; }
  function fold(name, act) { science[name] = function (a) { floats(a); var at = 0; for (var i = 1; i < a.length; i++) if (act(a[i], a[at])) at = i; return at; }; }
  function pair(name, act) {
    science[name] = function (a, b) {
      var long = typeof a === "number" ? floats(b) : floats(a), n = long.length;
      if (typeof a !== "number" && typeof b !== "number" && floats(b).length !== n) throw new RangeError("arrays of different lengths");
      var out = new Float32Array(n);
      for (var i = 0; i < n; i++) out[i] = act(typeof a === "number" ? a : a[i], typeof b === "number" ? b : b[i]);
      return out;
    };
  }
  function floats(a) { if (!(a instanceof Float32Array)) throw new TypeError("expected a Float32Array"); return a; }
  var science = {
    range: function (start, stop, step) {
      if (stop === undefined) { stop = start; start = 0; }
      if (step === undefined) step = 1;
      var out = new Float32Array(Math.max(0, Math.ceil((stop - start) / step)));
      for (var i = 0; i < out.length; i++) out[i] = start + i * step;
      return out;
    },
    stride: function (a, stride) {
      stride = stride === undefined ? 1 : stride;
      if (!(stride >= 1)) throw new RangeError("a stride is at least 1");
      var out = new Float32Array(Math.ceil(floats(a).length / stride));
      for (var i = 0; i < out.length; i++) out[i] = a[i * stride];
      return out;
    },
    sum: function (a) { floats(a); var sum = 0; for (var i = 0; i < a.length; i++) sum += a[i]; return sum; },
    mean: function (a) { return science.sum(a) / a.length; },
    variance: function (a) { var mean = science.mean(a), sum = 0; for (var i = 0; i < a.length; i++) sum += (a[i] - mean) * (a[i] - mean); return sum / a.length; },
    std: function (a) { return Math.sqrt(science.variance(a)); },
    max: function (a) { return a[science.argmax(a)]; },
    min: function (a) { return a[science.argmin(a)]; },
    diff: function (a) { var out = new Float32Array(Math.max(0, floats(a).length - 1)); for (var i = 0; i < out.length; i++) out[i] = a[i + 1] - a[i]; return out; },
    cumsum: function (a) { var sum = 0, out = new Float32Array(floats(a).length); for (var i = 0; i < a.length; i++) out[i] = sum += a[i]; return out; },
    clip: function (a, least, most) {
      var out = new Float32Array(floats(a));
      for (var i = 0; i < out.length; i++) { if (out[i] < least) out[i] = least; if (out[i] > most) out[i] = most; }
      return out;
    }
  };
  fold("argmax", function (a, b) { return a > b; });
  fold("argmin", function (a, b) { return a < b; });
  each("sqrt", Math.sqrt);
  each("abs", Math.abs);
  each("square", function (x) { return x * x; });
  pair("add", function (x, y) { return x + y; });
  pair("sub", function (x, y) { return x - y; });
  pair("mul", function (x, y) { return x * y; });
  pair("div", function (x, y) { return x / y; });
  define("scientific", science);

  /** y[n] a[0] = b[0] x[n] + z[0], in direct form II transposed; z is kept between updates. */
  function LinearFilter(a, b, z) {
    var order = Math.max(floats(a).length, floats(b).length);
    if (a.length === 0 || a[0] === 0) throw new RangeError("a filter needs a[0] other than 0");
    this.a = padded(a, order, a[0]);
    this.b = padded(b, order, a[0]);
    this.z = z === undefined ? new Float32Array(order - 1) : new Float32Array(floats(z));
    if (this.z.length !== order - 1) throw new RangeError("a filter of this order has " + (order - 1) + " delays");
  }
  function padded(from, length, by) { var out = new Float32Array(length); for (var i = 0; i < from.length; i++) out[i] = from[i] / by; return out; }
  LinearFilter.prototype.update = function (x) {
    var out = new Float32Array(floats(x).length), a = this.a, b = this.b, z = this.z, last = z.length - 1;
    for (var n = 0; n < x.length; n++) {
      var y = b[0] * x[n] + (last < 0 ? 0 : z[0]);
      for (var i = 0; i <= last; i++) z[i] = b[i + 1] * x[n] - a[i + 1] * y + (i < last ? z[i + 1] : 0);
      out[n] = y;
    }
    return out;
  };
  define("scientific/signal", { LinearFilter: LinearFilter });
})();
`;
