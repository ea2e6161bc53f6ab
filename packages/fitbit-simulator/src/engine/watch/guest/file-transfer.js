/** `file-transfer` on the watch: what arrives is written to the app's files. */
/* global bytesOf, define, emit, entries, queuedTransfers, target, transfer */

/** A promise of the transfer that this operation queues. */
function queued(operation, first, name) {
  try {
    return Promise.resolve(transfer(host(operation, first, name)));
  } catch (error) {
    return Promise.reject(error);
  }
}

var inbox = target({
  nextFile: function (name) {
    return host("inbox.next", name);
  },
});
define("file-transfer", {
  inbox: inbox,
  outbox: {
    enqueue: function (name, data) {
      return queued("outbox.enqueue", bytesOf(data), String(name));
    },
    enqueueFile: function (path, name) {
      var renamed = name === undefined ? undefined : String(name);
      return queued("outbox.enqueueFile", String(path), renamed);
    },
    enumerate: queuedTransfers,
  },
});
entries.newfile = function () {
  emit(inbox, "newfile");
};
