/** `settings`: the storage that the companion shares with the settings page. */
/* global define, emit, entries, event, storage */

var settingsStorage = storage("settings");
define("settings", { settingsStorage: settingsStorage });
entries.storage = function (key, oldValue, newValue) {
  var fields = { key: key, oldValue: oldValue, newValue: newValue };
  emit(settingsStorage, "change", event("change", fields));
};
