/**
 * A program as a whole: its wake-ups, its modules and `require`. It comes first.
 *
 * All guest files of a program are parts of one function with the parameters `host` and `zone`.
 * `host(operation, …)` is the one way out of the sandbox: it runs an operation of the host's table.
 */
/* exported define, enter, entries, global, hideModule, modules, now, wakeUps */

var global = globalThis;

/** The wall clock of this wake-up, in epoch milliseconds. */
var now = 0;

/** How often the program was woken up. */
var wakeUps = 0;

/** What each kind of wake-up does. */
var entries = {};

/** The host wakes the program up by calling this; `kind` is a key of `entries`. */
function enter(kind, wall, a, b, c, d) {
  now = wall;
  wakeUps++;
  return entries[kind](a, b, c, d);
}

/** The SDK's modules by name. */
var modules = Object.create(null);

/** Offers an SDK module. What `import x from` gives is `standard`, or else all the exports. */
function define(name, exports, standard) {
  exports.default = standard || exports;
  modules[name] = exports;
}

var hidesModule = false;

/** From now on the package's own modules find no `module`. */
function hideModule() {
  hidesModule = true;
}

/** The package's own modules by path, as far as they have run. */
var loaded = {};

function requireFrom(from) {
  return function (name) {
    if (modules[name]) return modules[name];
    var path = host("resolve", from, String(name));
    if (path === undefined) {
      host("missing", "module", String(name));
      throw new Error("there is no module " + JSON.stringify(name));
    }
    if (loaded[path]) return loaded[path].exports;
    var module = (loaded[path] = { exports: {} });
    var whole = false;
    try {
      host("load", path).call(
        module.exports,
        requireFrom(path),
        hidesModule ? undefined : module,
        module.exports
      );
      whole = true;
    } finally {
      // As in Node: what has failed is not there half, but tried anew.
      if (!whole) delete loaded[path];
    }
    return module.exports;
  };
}

entries.main = function (path) {
  requireFrom("")("./" + path);
};
