/** `system`: memory, and other apps. The native heap is not measured. */
/* global define, emit, entries, fields, pack, target */

var memoryMonitor = fields(target({}), "memory", "pressure");
define("system", {
  memory: {
    js: fields({}, "memory", "used total peak"),
    native: { used: 0, total: 0, peak: 0 },
    monitor: memoryMonitor,
  },
  isAppInstalled: function (id) {
    return host("app.get", "applicationId") === String(id);
  },
  launchApp: function (id, args) {
    host("app.launch", String(id), args === undefined ? undefined : pack(args));
  },
});
entries.memory = function () {
  emit(memoryMonitor, "memorypressurechange");
};
