/**
 * Guest source: the document and its elements. An element here is a number of the host's and its
 * handlers; what it says and looks like lives in the host's view tree.
 */
export const guestDocument = /* js */ `
var elements = {};
function Element(number) { Object.defineProperty(this, "#", { value: number }); }
Element.prototype = Object.create(Target.prototype);
function wrap(number) {
  return number === undefined ? null : elements[number] || (elements[number] = new Element(number));
}
function wrapAll(numbers) { return numbers ? numbers.split(",").map(function (n) { return wrap(Number(n)); }) : []; }
function attribute(on, property, name, numeric, fixed) {
  Object.defineProperty(on, property, {
    get: function () { return host("view.get", this["#"], name, numeric); },
    set: fixed ? undefined : function (value) { host("view.set", this["#"], name, String(value)); },
    configurable: true
  });
}
function each(names, act) { names.split(" ").forEach(act); }
function dashed(name) { return name.replace(/[A-Z]/g, function (c) { return "-" + c.toLowerCase(); }); }
each("id type image", function (name) { attribute(Element.prototype, name, name, false, name !== "image"); });
each("class text textContent href state textAnchor textOverflow displayAlign overflow writingMode", function (name) {
  attribute(Element.prototype, name, name === "textAnchor" || name === "textOverflow" || name === "displayAlign" ? dashed(name) : name, false);
});
each("x y width height x1 x2 y1 y2 cx cy r layer", function (name) { attribute(Element.prototype, name, name, true); });
each("arcWidth startAngle sweepAngle letterSpacing lineIncrement rows baseline", function (name) { attribute(Element.prototype, name, dashed(name), true); });
attribute(Element.prototype, "mode", "mode", true);
["enabled"].forEach(function (name) {
  Object.defineProperty(Element.prototype, name, {
    get: function () { return host("view.get", this["#"], name, false) !== "false"; },
    set: function (value) { host("view.set", this["#"], name, value ? "true" : "false"); }
  });
});
Object.defineProperty(Element.prototype, "textOverflowing", { get: function () { return host("view.overflowing", this["#"]); } });
function relative(property, which, one) {
  Object.defineProperty(Element.prototype, property, {
    get: function () {
      var found = host("view.related", this["#"], which);
      return one ? wrap(found) : wrapAll(found);
    }
  });
}
relative("children", "children");
relative("firstChild", "first", true);
relative("nextSibling", "next", true);
relative("parent", "parent", true);
function search(on) {
  on.getElementById = function (id) { return wrap(host("view.byId", this["#"], String(id))); };
  each("ClassName TagName TypeName", function (by) {
    on["getElementsBy" + by] = function (name) { return wrapAll(host("view.all", this["#"], by, String(name))); };
  });
}
search(Element.prototype);
Element.prototype.getBBox = function () {
  var box = host("view.box", this["#"]).split(",").map(Number);
  return { x: box[0], y: box[1], width: box[2], height: box[3], left: box[0], top: box[1], right: box[0] + box[2], bottom: box[1] + box[3] };
};
Element.prototype.animate = function (trigger) { host("view.animate", this["#"], String(trigger)); };
Element.prototype.sendEvent = function (it) { emit(this, it.type, it); };

function Style(number) { this["#"] = number; }
each("display fill fontFamily fontWeight textDecoration visibility", function (name) { attribute(Style.prototype, name, dashed(name), false); });
each("fillOpacity fontSize opacity strokeWidth", function (name) { attribute(Style.prototype, name, dashed(name), true); });
Object.defineProperty(Element.prototype, "style", { get: function () { return new Style(this["#"]); } });
function Part(number, path, names, numeric) {
  var part = this;
  part["#"] = number;
  each(names, function (name) { attribute(part, name, path + name, numeric); });
}
Object.defineProperty(Element.prototype, "groupTransform", {
  get: function () {
    return {
      translate: new Part(this["#"], "translate-", "x y", true),
      rotate: new Part(this["#"], "rotate-", "angle", true),
      scale: new Part(this["#"], "scale-", "x y", true)
    };
  }
});
Object.defineProperty(Element.prototype, "gradient", {
  get: function () {
    var it = new Part(this["#"], "gradient-", "type", false);
    each("x1 x2 y1 y2", function (name) { attribute(it, name, "gradient-" + name, true); });
    it.colors = new Part(this["#"], "gradient-color", "c1 c2 c3 c4", false);
    it.opacity = new Part(this["#"], "gradient-opacity", "o1 o2 o3 o4", true);
    return it;
  }
});

Object.defineProperty(Element.prototype, "delegate", {
  get: function () { return this["#delegate"]; },
  set: function (delegate) {
    Object.defineProperty(this, "#delegate", { value: delegate, writable: true, configurable: true });
    this.redraw();
  }
});
Object.defineProperty(Element.prototype, "length", {
  get: function () { return host("view.get", this["#"], "length", true) || 0; },
  set: function (value) { host("view.set", this["#"], "length", String(value)); this.redraw(); }
});
function filled(list) {
  var tiles = host("view.tiles", list["#"]);
  return tiles ? tiles.split(",").map(function (entry) { entry = entry.split(":"); return { tile: wrap(Number(entry[0])), at: Number(entry[1]) }; }) : [];
}
function fill(list, only) {
  if (!list.delegate) return;
  var length = list.length;
  filled(list).forEach(function (it) {
    if (it.at < length && (only === undefined || it.at === only)) list.delegate.configureTile(it.tile, list.delegate.getTileInfo(it.at));
  });
}
Element.prototype.redraw = function () {
  if (!this.delegate) return;
  var pools = host("view.pools", this["#"]), kinds = "";
  if (pools) {
    pools = pools.split(",");
    for (var i = 0, length = this.length; i < length; i++) kinds += String.fromCharCode(48 + Math.max(0, pools.indexOf(this.delegate.getTileInfo(i).type)));
    host("view.set", this["#"], "tile-kinds", kinds);
  }
  fill(this);
};
Element.prototype.updateTile = function (position) { fill(this, position); };
Object.defineProperty(Element.prototype, "firstVisibleTile", { get: function () { return host("view.get", this["#"], "first-visible-tile", true) || 0; } });
Object.defineProperty(Element.prototype, "lastVisibleTile", { get: function () {
  var tiles = filled(this), length = this.length;
  return tiles.reduce(function (last, it) { return it.at < length ? Math.max(last, it.at) : last; }, -1);
} });
Object.defineProperty(Element.prototype, "value", {
  get: function () { return host("view.get", this["#"], "value", true); },
  set: function (value) { host("view.set", this["#"], "value", String(value)); fill(this); }
});
Element.prototype.getTile = function (position) { return wrap(host("view.tile", this["#"], Number(position))); };
Element.prototype.align = function (options) {
  var list = wrap(host("view.align", this["#"], String(options && options.alignment || "middle")));
  if (list) fill(list);
};
Element.prototype.show = function () { this.style.display = "inline"; };
Element.prototype.hide = function () { this.style.display = "none"; };
entries.tiles = function (number) { if (elements[number]) fill(elements[number]); };
entries.scrolled = function (number, type, fields) {
  if (elements[number]) emit(elements[number], type, event(type, JSON.parse(fields)));
};

var navigations = {}, lastNavigation = 0;
function navigate(how) {
  return function (path) {
    var number = ++lastNavigation;
    return new Promise(function (resolve, reject) {
      navigations[number] = { resolve: resolve, reject: reject };
      host("view.open", how, String(path), number);
    });
  };
}
function forgetHandlers() {
  for (var number in elements) clearHandlers(elements[number]);
  elements = {};
  clearHandlers(document);
}
entries.opened = function (number, problem) {
  var waiting = navigations[number];
  delete navigations[number];
  if (problem === undefined) forgetHandlers();
  if (!waiting) return;
  if (problem === undefined) waiting.resolve();
  else waiting.reject(new Error(problem));
};
var document = target({
  location: Object.defineProperty({ assign: navigate("assign"), replace: navigate("replace") }, "pathname", { get: function () { return host("view.path"); } }),
  history: Object.defineProperty({
    go: function (delta) { if (!host("view.go", delta || 0)) throw new RangeError("there is no view " + delta + " from here"); },
    back: function () { this.go(-1); },
    forward: function () { this.go(1); }
  }, "length", { get: function () { return host("view.depth"); } }),
  replaceSync: function (path) { host("view.replace", String(path)); forgetHandlers(); }
});
search(document);
define("document", document);
entries.element = function (type, path, x, y) {
  var it = event(type, { screenX: x, screenY: y });
  wrapKnown(path, function (element) { emit(element, type, it); return !it.stopped; }) && emit(document, type, it);
  return it.defaultPrevented;
};
function wrapKnown(path, act) {
  return path.split(",").every(function (number) { return !elements[number] || act(elements[number]); });
}
entries.document = function (type, key) {
  var it = event(type, key === undefined ? {} : { key: key });
  return emit(document, type, it).defaultPrevented;
};
`;
