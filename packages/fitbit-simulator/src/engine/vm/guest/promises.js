/** Promises that log a rejection which nobody handles. A handled one has the hidden property `$`. */
/* global global, show */

(function () {
  var Real = Promise,
    proto = Real.prototype,
    then = proto.then;

  function watch(promise) {
    then.call(promise, undefined, function (reason) {
      then.call(Real.resolve(), function () {
        if (!promise.$)
          host(
            "log",
            "error",
            "Unhandled promise rejection: " + show(reason),
            reason instanceof Error ? String(reason.stack) : ""
          );
      });
    });
    return promise;
  }

  function Watched(executor) {
    if (!(this instanceof Watched))
      throw new TypeError("Promise is a constructor");
    return watch(new Real(executor));
  }
  Watched.prototype = proto;
  ["resolve", "reject", "all", "race", "allSettled", "any"].forEach(
    function (name) {
      if (!Real[name]) return;
      Watched[name] = function (value) {
        if (name === "resolve" && value instanceof Real) return value;
        return name === "reject"
          ? watch(Real.reject(value))
          : Real[name](value);
      };
    }
  );
  Object.defineProperty(proto, "constructor", {
    value: Watched,
    writable: true,
    configurable: true,
  });
  proto.then = function (resolved, rejected) {
    if (!this.$) Object.defineProperty(this, "$", { value: true });
    return watch(then.call(this, resolved, rejected));
  };
  global.Promise = Watched;
})();
