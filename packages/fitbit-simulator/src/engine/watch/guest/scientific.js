/** `scientific`: sums and other calculations over Float32Array. */
/* global define */
/* exported floats */

function floats(a) {
  if (!(a instanceof Float32Array))
    throw new TypeError("expected a Float32Array");
  return a;
}

/** A function that calculates each element of its result from one of its argument. */
function elementwise(calculate) {
  return function (a) {
    var out = new Float32Array(floats(a).length);
    for (var i = 0; i < a.length; i++) out[i] = calculate(a[i]);
    return out;
  };
}

/** The same of two arguments, of which one may be a number. */
function pairwise(calculate) {
  return function (a, b) {
    var length = typeof a === "number" ? floats(b).length : floats(a).length;
    if (
      typeof a !== "number" &&
      typeof b !== "number" &&
      floats(b).length !== length
    ) {
      throw new RangeError("arrays of different lengths");
    }
    var out = new Float32Array(length);
    for (var i = 0; i < length; i++) {
      out[i] = calculate(
        typeof a === "number" ? a : a[i],
        typeof b === "number" ? b : b[i]
      );
    }
    return out;
  };
}

/** A function that gives the index of the first element which none exceeds. */
function indexOfMost(exceeds) {
  return function (a) {
    floats(a);
    var at = 0;
    for (var i = 1; i < a.length; i++) if (exceeds(a[i], a[at])) at = i;
    return at;
  };
}

var scientific = {
  range: function (start, stop, step) {
    if (stop === undefined) {
      stop = start;
      start = 0;
    }
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
  sum: function (a) {
    floats(a);
    var sum = 0;
    for (var i = 0; i < a.length; i++) sum += a[i];
    return sum;
  },
  mean: function (a) {
    return scientific.sum(a) / a.length;
  },
  variance: function (a) {
    var mean = scientific.mean(a),
      sum = 0;
    for (var i = 0; i < a.length; i++) sum += (a[i] - mean) * (a[i] - mean);
    return sum / a.length;
  },
  std: function (a) {
    return Math.sqrt(scientific.variance(a));
  },
  max: function (a) {
    return a[scientific.argmax(a)];
  },
  min: function (a) {
    return a[scientific.argmin(a)];
  },
  diff: function (a) {
    var out = new Float32Array(Math.max(0, floats(a).length - 1));
    for (var i = 0; i < out.length; i++) out[i] = a[i + 1] - a[i];
    return out;
  },
  cumsum: function (a) {
    var sum = 0,
      out = new Float32Array(floats(a).length);
    for (var i = 0; i < a.length; i++) out[i] = sum += a[i];
    return out;
  },
  clip: function (a, least, most) {
    var out = new Float32Array(floats(a));
    for (var i = 0; i < out.length; i++) {
      if (out[i] < least) out[i] = least;
      if (out[i] > most) out[i] = most;
    }
    return out;
  },
  argmax: indexOfMost(function (a, b) {
    return a > b;
  }),
  argmin: indexOfMost(function (a, b) {
    return a < b;
  }),
  sqrt: elementwise(Math.sqrt),
  abs: elementwise(Math.abs),
  square: elementwise(function (x) {
    return x * x;
  }),
  add: pairwise(function (x, y) {
    return x + y;
  }),
  sub: pairwise(function (x, y) {
    return x - y;
  }),
  mul: pairwise(function (x, y) {
    return x * y;
  }),
  div: pairwise(function (x, y) {
    return x / y;
  }),
};
define("scientific", scientific);
