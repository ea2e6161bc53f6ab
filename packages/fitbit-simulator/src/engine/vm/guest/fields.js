/** Properties whose values live with the host. */
/* exported fields, parsed */

/** Gives an object a property for each of the names, read and written by `KIND.get` and `KIND.set`. */
function fields(on, kind, names, writable) {
  names.split(" ").forEach(function (name) {
    Object.defineProperty(on, name, {
      enumerable: true,
      get: function () {
        return host(kind + ".get", name);
      },
      set: writable
        ? function (value) {
            host(kind + ".set", name, value);
          }
        : undefined,
    });
  });
  return on;
}

/** The result of an operation that gives JSON; undefined where it gives nothing. */
function parsed(operation, a, b) {
  var text = host(operation, a, b);
  return text === undefined ? undefined : JSON.parse(text);
}
