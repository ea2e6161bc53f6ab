/** `peer` and `device`: the watch at the other end of the link, and its app. */
/* global define, emit, entries, fields, target */

function watchDevice(names) {
  var it = fields(target({}), "device", names);
  Object.defineProperty(it, "screen", {
    enumerable: true,
    get: function () {
      return {
        width: host("device.get", "width"),
        height: host("device.get", "height"),
      };
    },
  });
  Object.defineProperty(it, "lastSyncTime", {
    enumerable: true,
    get: function () {
      return new Date(host("device.get", "lastSyncTime"));
    },
  });
  return it;
}

var peerApp = fields(target({}), "peerApp", "readyState");
define("peer", {
  app: peerApp,
  device: watchDevice("modelId modelName type batteryLevel"),
});
entries.peerApp = function () {
  emit(peerApp, "readystatechange");
};

define("device", { me: watchDevice("modelId modelName type") });
