/** Guest source: the socket to the program at the other end of the link. */
export const guestPeer = /* js */ `
function peerSocket() {
  var peer = target({
    OPEN: 0, CLOSED: 1, CONNECTION_LOST: 1, PEER_INITIATED: 2, SOCKET_ERROR: 3, BUFFER_FULL: 1, MAX_MESSAGE_SIZE: 1027,
    send: function (data) { host("peer.send", pack(data)); }
  });
  ["readyState", "bufferedAmount"].forEach(function (name) {
    Object.defineProperty(peer, name, { get: function () { return host("peer.get", name); } });
  });
  entries.peer = function (type, data, wasClean) {
    if (type === "message") emit(peer, type, event(type, { data: unpack(data) }));
    else if (type === "close") emit(peer, type, event(type, { code: data, reason: "", wasClean: wasClean }));
    else if (type === "error") emit(peer, type, event(type, { code: data, message: "the buffer is full", name: "Error" }));
    else emit(peer, type);
  };
  return peer;
}
`;
