/** A storage of the phone as a program sees it; the storages themselves are the host's. */
/* global target, wakeUps */
/* exported storage */

/**
 * In one wake-up nobody else changes a storage. So of the settings, which are few, all are read at
 * once when a wake-up has read this many.
 */
var MANY_READS = 20;

function storage(name) {
  /** All entries as they were read in the wake-up `readIn`, or undefined. */
  var all,
    reads = 0,
    readIn = -1;

  function get(key) {
    if (readIn !== wakeUps) {
      readIn = wakeUps;
      reads = 0;
      all = undefined;
    }
    if (name !== "settings" || (!all && ++reads <= MANY_READS)) {
      return host("storage.get", name, key);
    }
    all = all || JSON.parse(host("storage.entries", name));
    return Object.prototype.hasOwnProperty.call(all, key) ? all[key] : null;
  }

  function change(action, key, value) {
    host("storage." + action, name, key, value);
    if (!all || action === "clear" || key === "__proto__") all = undefined;
    else if (action === "set") all[key] = value;
    else delete all[key];
  }

  var it = target({
    getItem: function (key) {
      return get(String(key));
    },
    setItem: function (key, value) {
      change("set", String(key), String(value));
    },
    removeItem: function (key) {
      change("remove", String(key));
    },
    clear: function () {
      change("clear");
    },
    key: function (index) {
      return host("storage.key", name, Number(index));
    },
    toJSON: function () {
      return JSON.parse(host("storage.entries", name));
    },
  });
  return Object.defineProperty(it, "length", {
    get: function () {
      return host("storage.length", name);
    },
  });
}
