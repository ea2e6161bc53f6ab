/** The console. */
/* global global */
/* exported show */

global.console = {};
["log", "info", "warn", "error", "debug", "trace"].forEach(function (level) {
  var shownAs = level === "trace" || level === "debug" ? "log" : level;
  global.console[level] = function () {
    host("log", shownAs, Array.prototype.map.call(arguments, show).join(" "));
  };
});
global.console.assert = function (truth) {
  if (truth) return;
  var rest = Array.prototype.slice.call(arguments, 1);
  global.console.error.apply(
    global.console,
    ["Assertion failed:"].concat(rest)
  );
};

/** A value as text for people. */
function show(value) {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.name + ": " + value.message;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch (error) {
    return String(value);
  }
}
