/** `WebSocket`: offered, but there is no network here; each is reported, and closes with an error. */
/* global emit, event, global, Target */

global.WebSocket = function (address) {
  host("missing", "function", "WebSocket");
  this.url = String(address);
  this.readyState = 0;
  this.bufferedAmount = 0;
  global.setTimeout(failSocket, 0, this);
};
global.WebSocket.prototype = Object.create(Target.prototype);
["CONNECTING", "OPEN", "CLOSING", "CLOSED"].forEach(function (name, state) {
  global.WebSocket[name] = global.WebSocket.prototype[name] = state;
});

function failSocket(socket) {
  if (socket.readyState === 3) return;
  var why = { message: "this host has no network" };
  emit(socket, "error", event("error", why));
  closeSocket(socket);
}

function closeSocket(socket) {
  if (socket.readyState === 3) return;
  socket.readyState = 3;
  emit(
    socket,
    "close",
    event("close", { code: 1006, reason: "", wasClean: false })
  );
}
global.WebSocket.prototype.close = function () {
  closeSocket(this);
};
global.WebSocket.prototype.send = function () {
  throw new Error("this socket is not open");
};
