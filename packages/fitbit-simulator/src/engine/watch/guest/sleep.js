/** `sleep`. */
/* global define, emit, entries, fields, target */

var sleep = fields(target({}), "sleep", "state");
define("sleep", { sleep: sleep }, sleep);
entries.sleep = function () {
  emit(sleep, "change");
};
