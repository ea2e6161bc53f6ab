/**
 * `document`: the open view and its elements. An element is made when it is asked for: the view
 * itself lies outside of the program's memory, as on a watch.
 */
/* global bench */

(function () {
  var Target = bench.Target,
    elements = {},
    views = ["index"];

  function Element(id) {
    this.id = id;
  }

  function element(id) {
    return elements[id] || (elements[id] = new Element(id));
  }

  /** The elements of the open view that a class, type or tag name stands for. */
  function all(kind) {
    return function (name) {
      var ids = bench.answer(bench.view(), kind + name);
      return ids ? ids.split(" ").map(element) : [];
    };
  }

  function none() {
    return [];
  }

  /** A property that has an object of its own for each element, made when it is asked for. */
  function own(name, make) {
    Object.defineProperty(Element.prototype, name, {
      get: function () {
        return this["@" + name] || (this["@" + name] = make());
      },
    });
  }

  Element.prototype = new Target({
    // A part of a widget has the same id in each use of it.
    getElementById: function (id) {
      return element(this.id + "/" + id);
    },
    getElementsByClassName: none,
    getElementsByTypeName: none,
    getElementsByTagName: none,
    animate: function () {},
    focus: function () {},
    appendChild: function () {},
    removeChild: function () {},
    getBBox: function () {
      return {
        x: 0,
        y: 0,
        width: 100,
        height: 20,
        left: 0,
        top: 0,
        right: 100,
        bottom: 20,
      };
    },
    sendEvent: function (event) {
      bench.emit(this, event.type, event);
    },
    text: "",
    textContent: "",
    href: "",
    class: "",
    children: [],
    parent: null,
    firstChild: null,
    nextSibling: null,
    x: 0,
    y: 0,
    width: 336,
    height: 336,
    value: 0,
  });
  /** A list shows its first tiles as soon as it knows how many there are. */
  Object.defineProperty(Element.prototype, "length", {
    get: function () {
      return this["@length"] || 0;
    },
    set: function (length) {
      var delegate = this.delegate;
      this["@length"] = length;
      for (var i = 0; delegate && i < Math.min(length, 5); i++) {
        delegate.configureTile(
          element(this.id + "/" + i),
          delegate.getTileInfo(i)
        );
      }
    },
  });
  own("style", function () {
    return {};
  });
  own("groupTransform", function () {
    return {
      translate: { x: 0, y: 0 },
      rotate: { angle: 0 },
      scale: { x: 1, y: 1 },
    };
  });

  /** With another view, all elements and listeners of the last one are gone. */
  function shown(path) {
    views[views.length - 1] = path.replace(/^.*\//, "").replace(/\..*$/, "");
    elements = {};
    for (var name in document) {
      if (name.charAt(0) === "@") delete document[name];
    }
  }
  function replace(path) {
    shown(path);
    return Promise.resolve();
  }
  function assign(path) {
    views.push("");
    return replace(path);
  }
  function back() {
    if (views.length > 1) views.pop();
    shown(bench.view());
  }

  var document = new Target({
    getElementById: function (id) {
      return bench.answer(bench.view(), "#" + id) === "none"
        ? null
        : element(id);
    },
    getElementsByClassName: all("."),
    getElementsByTypeName: all(":"),
    getElementsByTagName: all("<"),
    replaceSync: shown,
    history: { length: 1, back: back, go: back },
    location: { pathname: "", assign: assign, replace: replace },
  });
  document.default = document;
  document.root = document.body = element("root");

  bench.document = document;
  /** The name of the open view. */
  bench.view = function () {
    return views[views.length - 1];
  };
  /** What views differ in from the usual, which is that every id is there once and no class. */
  bench.answers = {};
  bench.answer = function (view, question) {
    return bench.answers[view + question];
  };
  /** Touches an element. */
  bench.tap = function (id) {
    var on = element(id);
    ["mousedown", "mouseup", "click", "activate"].forEach(function (type) {
      bench.emit(on, type, { screenX: 0, screenY: 0 });
      __jobs();
    });
  };
  /** A swipe to the right. */
  bench.swipe = function () {
    if (bench.emit(document, "beforeunload", {})) throw new Error("left");
    __jobs();
  };
})();
