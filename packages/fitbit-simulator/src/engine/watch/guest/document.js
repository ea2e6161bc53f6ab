/** `document`: the view that is open, the way to other views, and the events of elements. */
/* global clearHandlers, define, elements:writable, emit, entries, event, search, target */

/** The promises of views that are being opened, by number. */
var navigations = {};
var lastNavigation = 0;

function navigate(how) {
  return function (path) {
    var number = ++lastNavigation;
    return new Promise(function (resolve, reject) {
      navigations[number] = { resolve: resolve, reject: reject };
      host("view.open", how, String(path), number);
    });
  };
}

/** With another view, all elements and handlers of the last one are gone. */
function forgetElements() {
  for (var number in elements) clearHandlers(elements[number]);
  elements = {};
  clearHandlers(document);
}

var viewLocation = Object.defineProperty(
  { assign: navigate("assign"), replace: navigate("replace") },
  "pathname",
  {
    get: function () {
      return host("view.path");
    },
  }
);

var viewHistory = Object.defineProperty(
  {
    go: function (delta) {
      if (!host("view.go", delta || 0)) {
        throw new RangeError("there is no view " + delta + " from here");
      }
    },
    back: function () {
      this.go(-1);
    },
    forward: function () {
      this.go(1);
    },
  },
  "length",
  {
    get: function () {
      return host("view.depth");
    },
  }
);

var document = target({
  location: viewLocation,
  history: viewHistory,
  replaceSync: function (path) {
    host("view.replace", String(path));
    forgetElements();
  },
});
search(document);
define("document", document);

entries.opened = function (number, problem) {
  var waiting = navigations[number];
  delete navigations[number];
  if (problem === undefined) forgetElements();
  if (!waiting) return;
  if (problem === undefined) waiting.resolve();
  else waiting.reject(new Error(problem));
};

/** An event goes to the elements of `path`, innermost first, then to the document. */
entries.element = function (type, path, x, y) {
  var it = event(type, { screenX: x, screenY: y }),
    passed = path.split(",").every(function (number) {
      var element = elements[number];
      if (element) emit(element, type, it);
      return !element || !it.stopped;
    });
  if (passed) emit(document, type, it);
  return it.defaultPrevented;
};

entries.animation = function (type, number) {
  if (elements[number]) emit(elements[number], type);
};

entries.document = function (type, key) {
  var it = event(type, key === undefined ? {} : { key: key });
  return emit(document, type, it).defaultPrevented;
};
