/** `messaging`: the socket to the program at the other end of the link. */
/* global define, emit, entries, event, pack, target, unpack */

var peerSocket = target({
  OPEN: 0,
  CLOSED: 1,
  CONNECTION_LOST: 1,
  PEER_INITIATED: 2,
  SOCKET_ERROR: 3,
  BUFFER_FULL: 1,
  MAX_MESSAGE_SIZE: 1027,
  send: function (data) {
    host("peer.send", pack(data));
  },
});
["readyState", "bufferedAmount"].forEach(function (name) {
  Object.defineProperty(peerSocket, name, {
    get: function () {
      return host("peer.get", name);
    },
  });
});
define("messaging", { peerSocket: peerSocket });

/** What the event says depends on its type: `content` is a message, or a code. */
function peerEvent(type, content, wasClean) {
  switch (type) {
    case "message":
      return event(type, { data: unpack(content) });
    case "close":
      return event(type, { code: content, reason: "", wasClean: wasClean });
    case "error":
      return event(type, {
        code: content,
        message: "the buffer is full",
        name: "Error",
      });
    default:
      return event(type);
  }
}

entries.peer = function (type, content, wasClean) {
  emit(peerSocket, type, peerEvent(type, content, wasClean));
};
