/** `display`, and the frames that are drawn on it. */
/* global define, emit, entries, fields, global, target */

var display = target({
  poke: function () {
    host("display.poke");
  },
});
fields(display, "display", "on autoOff brightnessOverride aodAllowed", true);
fields(display, "display", "aodActive aodAvailable aodEnabled");
define("display", { display: display }, display);
entries.display = function () {
  emit(display, "change");
};

/** Callbacks for the next frame, by number. */
var frames = {};
var lastFrame = 0;
global.requestAnimationFrame = function (callback) {
  frames[++lastFrame] = callback;
  host("frame");
  return lastFrame;
};
global.cancelAnimationFrame = function (id) {
  delete frames[id];
};
entries.frame = function (timestamp) {
  var due = frames;
  frames = {};
  for (var id in due) due[id](timestamp);
};
