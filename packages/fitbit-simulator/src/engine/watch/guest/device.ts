/** Guest source: the watch's modules that are little more than a window on the host. */
export const guestDevice = /* js */ `
function fields(on, op, names, writable) {
  names.split(" ").forEach(function (name) {
    Object.defineProperty(on, name, {
      enumerable: true,
      get: function () { return host(op + ".get", name); },
      set: writable ? function (value) { host(op + ".set", name, value); } : undefined
    });
  });
  return on;
}
function parsed(op) { var text = host.apply(undefined, arguments); return text === undefined ? undefined : JSON.parse(text); }

define("haptics", { vibration: {
  start: function (pattern) { return host("vibrate", String(pattern)); },
  stop: function () { host("vibrate.stop"); }
} });

var clock = fields(target({}), "clock", "granularity", true);
define("clock", { clock: clock }, clock);
entries.tick = function () { emit(clock, "tick", event("tick", { date: new Date() })); };

var display = fields(fields(target({ poke: function () { host("display.poke"); } }), "display", "on autoOff brightnessOverride aodAllowed", true), "display", "aodActive aodAvailable aodEnabled");
define("display", { display: display }, display);
entries.display = function () { emit(display, "change"); };

var frames = {}, lastFrame = 0;
global.requestAnimationFrame = function (callback) { frames[++lastFrame] = callback; host("frame"); return lastFrame; };
global.cancelAnimationFrame = function (id) { delete frames[id]; };
entries.frame = function (timestamp) {
  var due = frames;
  frames = {};
  for (var id in due) due[id](timestamp);
};

var permissions = { granted: function (name) { return host("permission", String(name)); } };
var me = fields(fields(target({ permissions: permissions, exit: function () { host("exit"); } }), "app", "appTimeoutEnabled", true), "app", "applicationId buildId");
Object.defineProperty(me, "launchArguments", { enumerable: true, get: function () { var text = host("app.get", "launchArguments"); return text === undefined ? undefined : unpack(text); } });
define("appbit", { me: me }, me);
entries.unload = function () { emit(me, "unload"); };

var self = Object.defineProperty(fields({}, "device", "modelId modelName type bodyColor firmwareVersion"), "screen", {
  get: function () { return { width: host("device.get", "width"), height: host("device.get", "height") }; }
});
Object.defineProperty(self, "lastSyncTime", { get: function () { return new Date(host("device.get", "lastSyncTime")); } });
define("device", { me: self }, self);

define("i18n", { gettext: function (message) { return host("gettext", String(message)); } });
define("user-settings", {
  preferences: fields({}, "preference", "clockDisplay firstDayOfWeek"),
  locale: fields({}, "preference", "language"),
  units: fields({}, "preference", "bodyWeight distance height speed temperature volume weight"),
  exercise: fields({}, "preference", "poolLength")
});
define("crypto", { getRandomValues: function (values) {
  var bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  for (var i = 0; i < bytes.length; i++) bytes[i] = Math.floor(Math.random() * 256);
  return values;
} });
define("cbor", {
  encode: function (value) { return own(host("cbor.encode", pack(value))); },
  decode: function (data) { return unpack(host("cbor.decode", bytesOf(data))); }
});
define("jpeg", { decodeSync: noJpeg, decode: noJpeg });
function noJpeg() { host("missing", "function", "jpeg.decode"); throw new Error("this host cannot decode JPEG"); }

var monitor = fields(target({}), "memory", "pressure");
define("system", {
  memory: { js: fields({}, "memory", "used total peak"), native: { used: 0, total: 0, peak: 0 }, monitor: monitor },
  isAppInstalled: function (id) { return host("app.get", "applicationId") === String(id); },
  launchApp: function (id, args) { host("app.launch", String(id), args === undefined ? undefined : pack(args)); }
});
entries.memory = function () { emit(monitor, "memorypressurechange"); };
`;
