/**
 * Elements of a view. An element here is a number of the host's, in the property `#`, and its
 * handlers. What it says and looks like lives in the host's view tree.
 */
/* global emit, Target */
/* exported Element, elements, search, wrap */

/** Elements that the program knows, by number. */
var elements = {};

function Element(number) {
  Object.defineProperty(this, "#", { value: number });
}
Element.prototype = Object.create(Target.prototype);

/** The element with this number; null without one. */
function wrap(number) {
  if (number === undefined) return null;
  return elements[number] || (elements[number] = new Element(number));
}

/** The elements of a list such as `3,7,12`; none when it is empty. */
function wrapAll(numbers) {
  if (!numbers) return [];
  return numbers.split(",").map(function (number) {
    return wrap(Number(number));
  });
}

/** Adds the getters that find elements inside of this one, or of the whole view. */
function search(on) {
  on.getElementById = function (id) {
    return wrap(host("view.byId", this["#"], String(id)));
  };
  ["ClassName", "TagName", "TypeName"].forEach(function (by) {
    on["getElementsBy" + by] = function (name) {
      return wrapAll(host("view.all", this["#"], by, String(name)));
    };
  });
}
search(Element.prototype);

function getter(property, get) {
  Object.defineProperty(Element.prototype, property, { get: get });
}

getter("children", function () {
  return wrapAll(host("view.related", this["#"], "children"));
});
getter("firstChild", function () {
  return wrap(host("view.related", this["#"], "first"));
});
getter("nextSibling", function () {
  return wrap(host("view.related", this["#"], "next"));
});
getter("parent", function () {
  return wrap(host("view.related", this["#"], "parent"));
});
getter("textOverflowing", function () {
  return host("view.overflowing", this["#"]);
});

Element.prototype.getBBox = function () {
  var box = host("view.box", this["#"]).split(",").map(Number);
  return {
    x: box[0],
    y: box[1],
    width: box[2],
    height: box[3],
    left: box[0],
    top: box[1],
    right: box[0] + box[2],
    bottom: box[1] + box[3],
  };
};
Element.prototype.animate = function (trigger) {
  host("view.animate", this["#"], String(trigger));
};
Element.prototype.sendEvent = function (it) {
  emit(this, it.type, it);
};

// The host tells of animations where somebody listens.
["start", "iteration", "end"].forEach(function (what) {
  var on = "onanimation" + what;
  Object.defineProperty(Element.prototype, on, {
    set: function (handler) {
      host("view.hear", this["#"]);
      Object.defineProperty(this, on, {
        value: handler,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    },
    configurable: true,
  });
});
Element.prototype.addEventListener = function (type, listener) {
  if (/^animation/.test(type)) host("view.hear", this["#"]);
  Target.prototype.addEventListener.call(this, type, listener);
};
