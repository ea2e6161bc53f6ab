/** Properties of elements that stand for attributes and styles of the host's view tree. */
/* global Element */

/** A property that reads and writes an attribute, as a number or as text. */
function attribute(on, property, name, numeric, readOnly) {
  Object.defineProperty(on, property, {
    get: function () {
      return host("view.get", this["#"], name, numeric);
    },
    set: readOnly
      ? undefined
      : function (value) {
          host("view.set", this["#"], name, String(value));
        },
    configurable: true,
  });
}

/** Properties of the same names as the attributes. */
function attributes(on, names, numeric) {
  names.split(" ").forEach(function (name) {
    attribute(on, name, name, numeric);
  });
}

/** Properties whose attributes are written with dashes: `arcWidth` is `arc-width`. */
function dashedAttributes(on, names, numeric) {
  names.split(" ").forEach(function (name) {
    attribute(on, name, dashed(name), numeric);
  });
}

function dashed(name) {
  return name.replace(/[A-Z]/g, function (letter) {
    return "-" + letter.toLowerCase();
  });
}

attribute(Element.prototype, "id", "id", false, true);
attribute(Element.prototype, "type", "type", false, true);
attributes(
  Element.prototype,
  "class text textContent href state overflow writingMode",
  false
);
// Of pictures, by another name.
attribute(Element.prototype, "image", "href", false);
// Of animations.
attributes(
  Element.prototype,
  "attributeName attributeType begin end easing final repeatCount values",
  false
);
attributes(Element.prototype, "from to dur", true);
dashedAttributes(Element.prototype, "textOverflow displayAlign", false);
// Public widgets catch what a watch throws where a view leaves it out.
Object.defineProperty(Element.prototype, "textAnchor", {
  get: function () {
    var anchor = host("view.get", this["#"], "text-anchor", false);
    if (anchor === "") throw new Error("this element has no text-anchor");
    return anchor;
  },
  set: function (value) {
    host("view.set", this["#"], "text-anchor", String(value));
  },
});
attributes(
  Element.prototype,
  "x y width height x1 x2 y1 y2 cx cy r layer mode",
  true
);
dashedAttributes(
  Element.prototype,
  "arcWidth startAngle sweepAngle letterSpacing lineIncrement rows baseline",
  true
);
Object.defineProperty(Element.prototype, "enabled", {
  get: function () {
    return host("view.get", this["#"], "enabled", false) !== "false";
  },
  set: function (value) {
    host("view.set", this["#"], "enabled", value ? "true" : "false");
  },
});

function Style(number) {
  this["#"] = number;
}
dashedAttributes(
  Style.prototype,
  "display fill fontFamily fontWeight textDecoration visibility",
  false
);
dashedAttributes(
  Style.prototype,
  "fillOpacity fontSize opacity strokeWidth",
  true
);
Object.defineProperty(Element.prototype, "style", {
  get: function () {
    return new Style(this["#"]);
  },
});
Element.prototype.show = function () {
  this.style.display = "inline";
};
Element.prototype.hide = function () {
  this.style.display = "none";
};

/** A group of attributes whose names begin with the same prefix. */
function AttributeGroup(number, prefix, names, numeric) {
  this["#"] = number;
  names.split(" ").forEach(function (name) {
    attribute(this, name, prefix + name, numeric);
  }, this);
}
Object.defineProperty(Element.prototype, "groupTransform", {
  get: function () {
    return {
      translate: new AttributeGroup(this["#"], "translate-", "x y", true),
      rotate: new AttributeGroup(this["#"], "rotate-", "angle", true),
      scale: new AttributeGroup(this["#"], "scale-", "x y", true),
    };
  },
});
Object.defineProperty(Element.prototype, "gradient", {
  get: function () {
    var it = new AttributeGroup(this["#"], "gradient-", "type", false);
    ["x1", "x2", "y1", "y2"].forEach(function (name) {
      attribute(it, name, "gradient-" + name, true);
    });
    it.colors = new AttributeGroup(
      this["#"],
      "gradient-color",
      "c1 c2 c3 c4",
      false
    );
    it.opacity = new AttributeGroup(
      this["#"],
      "gradient-opacity",
      "o1 o2 o3 o4",
      true
    );
    return it;
  },
});
