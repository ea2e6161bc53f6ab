/** What the device APIs before 8 do not have, which are those of SDK 4 and 5. */
/* global entries, modules, parsed */

/** Modules that an import of the default gives as a whole there, since they have none. */
var withoutDefault =
  "crypto document fs jpeg power scientific scientific/signal system user-activity user-settings";

/** Cuts the modules down to what an API has; called once, before the app's main module. */
entries.olderApi = function (major) {
  withoutDefault.split(" ").forEach(function (name) {
    delete modules[name].default;
  });
  if (major >= 7) return;
  delete modules.sleep;
  var activity = modules["user-activity"];
  delete activity.week;
  delete activity.weekGoals;
  var today = activity.today.local;
  Object.defineProperty(today, "activeMinutes", {
    enumerable: true,
    get: function () {
      var zones = parsed("activity", "today", "activeZoneMinutes");
      return zones && zones.fatBurn + zones.cardio + zones.peak;
    },
  });
  delete today.activeZoneMinutes;
  var document = modules.document;
  delete document.history;
  delete document.location.assign;
  delete document.location.replace;
};
