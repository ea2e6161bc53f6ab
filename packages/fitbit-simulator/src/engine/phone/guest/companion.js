/** `companion`: the companion itself. */
/* global define, emit, entries, event, fields, global, hideModule, position, target */

var me = target({
  permissions: {
    granted: function (name) {
      return host("permission", String(name));
    },
  },
  yield: function () {
    host("yield");
  },
});
fields(me, "companion", "applicationId buildId");
fields(me, "companion", "wakeInterval monitorSignificantLocationChanges", true);
Object.defineProperty(me, "launchReasons", {
  get: function () {
    var reasons = JSON.parse(host("companion.get", "launchReasons"));
    if (reasons.locationChanged)
      reasons.locationChanged = { position: position() };
    return reasons;
  },
});
// Only someone who is logged in has one.
me.accessTokens = {};
me.host = {
  app: { name: "Fitbit", version: "4.0" },
  os: { name: "Android", version: "14" },
};
define("companion", { me: me }, me);

entries.locationchange = function () {
  var type = "significantlocationchange";
  emit(me, type, event(type, { position: position() }));
};
entries.unload = function () {
  emit(me, "unload");
};
entries.wakeinterval = function () {
  emit(me, "wakeinterval");
};

// Libraries that look for a module first then give themselves to the global object, as on a phone.
hideModule();
global.self = global;
