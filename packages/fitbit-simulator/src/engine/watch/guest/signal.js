/** `scientific/signal`: a linear filter. */
/* global define, floats */

/**
 * y[n] a[0] = b[0] x[n] + z[0], in direct form II transposed. The delays z are kept between updates.
 */
function LinearFilter(a, b, z) {
  var order = Math.max(floats(a).length, floats(b).length);
  if (a.length === 0 || a[0] === 0)
    throw new RangeError("a filter needs a[0] other than 0");
  this.a = coefficients(a, order, a[0]);
  this.b = coefficients(b, order, a[0]);
  this.z =
    z === undefined ? new Float32Array(order - 1) : new Float32Array(floats(z));
  if (this.z.length !== order - 1) {
    throw new RangeError(
      "a filter of this order has " + (order - 1) + " delays"
    );
  }
}

/** Divided by a[0], and with zeros up to the filter's order. */
function coefficients(from, length, divisor) {
  var out = new Float32Array(length);
  for (var i = 0; i < from.length; i++) out[i] = from[i] / divisor;
  return out;
}

LinearFilter.prototype.update = function (x) {
  var out = new Float32Array(floats(x).length),
    a = this.a,
    b = this.b,
    z = this.z,
    last = z.length - 1;
  for (var n = 0; n < x.length; n++) {
    var y = b[0] * x[n] + (last < 0 ? 0 : z[0]);
    for (var i = 0; i <= last; i++) {
      z[i] = b[i + 1] * x[n] - a[i + 1] * y + (i < last ? z[i + 1] : 0);
    }
    out[n] = y;
  }
  return out;
};
define("scientific/signal", { LinearFilter: LinearFilter });
