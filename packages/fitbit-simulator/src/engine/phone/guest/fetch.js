/** `fetch`: offered, but there is no network here; each use is reported. */
/* global global */

global.fetch = function (address) {
  host("missing", "function", "fetch");
  return Promise.reject(new TypeError("this host has no network: " + address));
};
