/** Events and what they are sent to. */
/* exported clearHandlers, emit, event, Target, target */

function Event(type) {
  this.type = type;
  this.defaultPrevented = false;
}
Event.prototype.preventDefault = function () {
  this.defaultPrevented = true;
};
Event.prototype.stopPropagation = function () {
  this.stopped = true;
};
Event.prototype.stopImmediatePropagation = function () {
  this.stopped = this.halted = true;
};

/** Its listeners are kept by type in the hidden property `$`. */
function Target() {}
Target.prototype.addEventListener = function (type, listener) {
  if (typeof listener !== "function") return;
  if (!this.$)
    Object.defineProperty(this, "$", { value: {}, configurable: true });
  (this.$[type] = this.$[type] || []).push(listener);
};
Target.prototype.removeEventListener = function (type, listener) {
  var list = this.$ && this.$[type],
    at = list ? list.indexOf(listener) : -1;
  if (at >= 0) list.splice(at, 1);
};

/** An event target with these properties, getters included. */
function target(properties) {
  var it = new Target();
  for (var name in properties) {
    Object.defineProperty(
      it,
      name,
      Object.getOwnPropertyDescriptor(properties, name)
    );
  }
  return it;
}

/** An event with these fields. */
function event(type, fields) {
  var it = new Event(type);
  for (var name in fields) it[name] = fields[name];
  return it;
}

/** Calls the handler `on…` of a target, then its listeners. A plain event is made when none is given. */
function emit(to, type, it) {
  it = it || new Event(type);
  if (!it.target) it.target = to;
  var on = to["on" + type],
    list = to.$ && to.$[type];
  if (typeof on === "function") on.call(to, it);
  if (list) {
    list = list.slice();
    for (var i = 0; i < list.length && !it.halted; i++) list[i].call(to, it);
  }
  return it;
}

/** Takes all listeners and all `on…` handlers off a target. */
function clearHandlers(of) {
  delete of.$;
  Object.keys(of).forEach(function (name) {
    if (name.slice(0, 2) === "on") delete of[name];
  });
}
