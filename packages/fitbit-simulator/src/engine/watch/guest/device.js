/** `device`: the watch that the app runs on. */
/* global define, fields */

var device = fields(
  {},
  "device",
  "modelId modelName type bodyColor firmwareVersion"
);
Object.defineProperty(device, "screen", {
  get: function () {
    return {
      width: host("device.get", "width"),
      height: host("device.get", "height"),
    };
  },
});
Object.defineProperty(device, "lastSyncTime", {
  get: function () {
    return new Date(host("device.get", "lastSyncTime"));
  },
});
define("device", { me: device }, device);
