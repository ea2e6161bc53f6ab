/** `haptics`. */
/* global define */

define("haptics", {
  vibration: {
    start: function (pattern) {
      return host("vibrate", String(pattern));
    },
    stop: function () {
      host("vibrate.stop");
    },
  },
});
