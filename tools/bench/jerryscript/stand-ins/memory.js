/** What is in use of the heap, and how to leave less of it. */
/* global bench */

(function () {
  var ballast = [],
    piece = "..........";
  while (piece.length < 200) piece += piece;

  /** Bytes in use after a collection. */
  bench.used = function () {
    gc();
    return __heap().used;
  };

  /** Takes memory away until so many bytes are in use. */
  bench.fill = function (bytes) {
    while (bytes - bench.used() >= 16) {
      // Each is a string of its own, with about 30 bytes of the engine's.
      var room = Math.max(1, Math.min(200, bytes - bench.used() - 40));
      ballast.push(piece.slice(0, room) + (100 + ballast.length));
    }
  };
})();
