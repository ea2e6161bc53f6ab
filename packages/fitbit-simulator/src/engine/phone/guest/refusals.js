/** Modules that are offered with nothing behind them: what is asked of them is refused by a rejection. */
/* global define, storage, target */

/** A function that is reported when it is used, and refuses. */
function refusal(module, name, why) {
  return function () {
    host("missing", "function", module + "." + name);
    return Promise.reject(new Error(why));
  };
}

/** A module of such functions. */
function refusing(module, names, why) {
  var it = target({});
  names.split(" ").forEach(function (name) {
    it[name] = refusal(module, name, why);
  });
  return it;
}

var Image = refusing("image", "from", "this host cannot decode images");
define("image", { Image: Image }, Image);

/** No other app of the cluster is here: a storage of nothing. */
var cluster = {
  get: function () {
    return host("permission", "access_app_cluster_storage")
      ? storage("cluster")
      : null;
  },
};
define("app-cluster-storage", cluster);

define(
  "user-weight",
  refusing("user-weight", "getWeightEntries", "this phone has no account")
);
define(
  "user-water",
  refusing("user-water", "getWaterEntries", "this phone has no account")
);
define(
  "secure-exchange",
  refusing(
    "secure-exchange",
    "sendSecureMessage",
    "this phone has no keys to seal with"
  )
);
[
  "device-notifications",
  "mobile-notifications",
  "external-app",
  "events",
  "permissions",
  "resources",
  "util",
].forEach(function (name) {
  define(name, target({}));
});
