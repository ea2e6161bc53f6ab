/** `clock`: ticks of the clock, for as long as the display is on. */
/* global define, emit, entries, event, fields, target */

var clock = fields(target({}), "clock", "granularity", true);
define("clock", { clock: clock }, clock);
entries.tick = function () {
  emit(clock, "tick", event("tick", { date: new Date() }));
};
