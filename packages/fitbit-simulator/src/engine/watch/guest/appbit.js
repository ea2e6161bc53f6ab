/** `appbit`: the app itself. */
/* global define, emit, entries, fields, target, unpack */

var me = target({
  permissions: {
    granted: function (name) {
      return host("permission", String(name));
    },
  },
  exit: function () {
    host("exit");
  },
});
fields(me, "app", "appTimeoutEnabled", true);
fields(me, "app", "applicationId buildId");
Object.defineProperty(me, "launchArguments", {
  enumerable: true,
  get: function () {
    var text = host("app.get", "launchArguments");
    return text === undefined ? undefined : unpack(text);
  },
});
define("appbit", { me: me }, me);
entries.unload = function () {
  emit(me, "unload");
};
