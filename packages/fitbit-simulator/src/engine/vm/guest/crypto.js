/** `crypto`: random bytes, from the world's seed like `Math.random`. */
/* global define */

define("crypto", {
  getRandomValues: function (values) {
    var bytes = new Uint8Array(
      values.buffer,
      values.byteOffset,
      values.byteLength
    );
    for (var i = 0; i < bytes.length; i++)
      bytes[i] = Math.floor(Math.random() * 256);
    return values;
  },
});
