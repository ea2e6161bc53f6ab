/** `WebSocket`: offered, but there is no network here; each use is reported. */
/* global global */

global.WebSocket = function () {
  host("missing", "function", "WebSocket");
  throw new Error("this host has no network");
};
