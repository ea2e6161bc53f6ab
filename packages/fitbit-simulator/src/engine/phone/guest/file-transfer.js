/** `file-transfer` on the phone: what arrives is handed out as it is read. */
/* global bytesOf, define, emit, entries, own, queuedTransfers, target, transfer, unpack */

/** A file that has arrived; its bytes are in the property `#`. */
function ReceivedFile(name, bytes) {
  this.name = name;
  this.length = bytes.byteLength;
  this.bodyUsed = false;
  Object.defineProperty(this, "#", { value: bytes });
}

/** A method that gives a promise of the file's content, read by a function. */
function contentReader(read) {
  return function () {
    this.bodyUsed = true;
    var bytes = this["#"];
    return new Promise(function (resolve) {
      resolve(read(bytes));
    });
  };
}

function textOf(bytes) {
  return host("utf8", bytes);
}

ReceivedFile.prototype.arrayBuffer = contentReader(own);
ReceivedFile.prototype.text = contentReader(textOf);
ReceivedFile.prototype.json = contentReader(function (bytes) {
  return JSON.parse(textOf(bytes));
});
ReceivedFile.prototype.cbor = contentReader(function (bytes) {
  return unpack(host("cbor.decode", bytes));
});

var inbox = target({
  pop: function () {
    return new Promise(function (resolve) {
      var name = host("inbox.peek");
      resolve(
        name === undefined
          ? undefined
          : new ReceivedFile(name, own(host("inbox.pop")))
      );
    });
  },
});
define("file-transfer", {
  inbox: inbox,
  outbox: {
    enqueue: function (name, data) {
      return new Promise(function (resolve) {
        resolve(transfer(host("outbox.enqueue", bytesOf(data), String(name))));
      });
    },
    enumerate: queuedTransfers,
  },
});
entries.newfile = function () {
  emit(inbox, "newfile");
};
