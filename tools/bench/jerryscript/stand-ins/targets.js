/** What takes listeners: the objects of the modules, and elements. */
/* global bench */

/** An object of the system with these properties. */
bench.Target = function (properties) {
  for (var name in properties) this[name] = properties[name];
};

bench.Target.prototype = {
  addEventListener: function (type, listener) {
    (this["@" + type] || (this["@" + type] = [])).push(listener);
  },
  removeEventListener: function (type, listener) {
    var all = this["@" + type],
      at = all ? all.indexOf(listener) : -1;
    if (at >= 0) all.splice(at, 1);
  },
  dispatchEvent: function (event) {
    return bench.emit(this, event.type, event);
  },
};

/** Calls the listeners of a type, the property `on…` first; false when one prevented the default. */
bench.emit = function (on, type, event) {
  var single = on["on" + type],
    all = on["@" + type];
  if (!single && !all) return true;
  event = event || {};
  event.type = type;
  event.preventDefault = function () {
    event.defaultPrevented = true;
  };
  event.stopPropagation = function () {
    event.stopped = true;
  };
  if (single) single.call(on, event);
  if (all) {
    all = all.slice();
    for (var i = 0; i < all.length; i++) all[i].call(on, event);
  }
  return !event.defaultPrevented;
};
