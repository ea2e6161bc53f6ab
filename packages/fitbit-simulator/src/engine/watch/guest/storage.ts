/** Guest source: files, file transfer and messages. */
export const guestStorage = /* js */ `
define("fs", {
  existsSync: function (name) { return host("fs.exists", String(name)); },
  writeFileSync: function (name, data, encoding) {
    name = String(name);
    if (encoding === "json") host("fs.writeText", name, JSON.stringify(data), "utf-8");
    else if (encoding === "cbor") host("fs.writeCbor", name, pack(data));
    else if (encoding === "utf-8" || encoding === "ascii") host("fs.writeText", name, String(data), encoding);
    else if (encoding === undefined) host("fs.write", name, bytesOf(data));
    else throw new TypeError("unknown encoding " + encoding);
  },
  readFileSync: function (name, encoding) {
    name = String(name);
    if (encoding === "json") return JSON.parse(host("fs.readText", name, "utf-8"));
    if (encoding === "cbor") return unpack(host("fs.readCbor", name));
    if (encoding === "utf-8" || encoding === "ascii") return host("fs.readText", name, encoding);
    if (encoding === undefined) return own(host("fs.read", name));
    throw new TypeError("unknown encoding " + encoding);
  },
  renameSync: function (from, to) { host("fs.rename", String(from), String(to)); },
  unlinkSync: function (name) { host("fs.unlink", String(name)); },
  statSync: function (name) {
    var stats = host("fs.stat", String(name)).split(",");
    return { size: Number(stats[0]), mtime: new Date(Number(stats[1])) };
  },
  openSync: function (name, flags) { return host("fs.open", String(name), flags === undefined ? "r" : String(flags)); },
  closeSync: function (fd) { host("fs.close", fd); },
  writeSync: function (fd, data, offset, length, position) {
    var bytes = bytesOf(data);
    offset = offset || 0;
    if (length === undefined) length = bytes.byteLength - offset;
    if (offset || length !== bytes.byteLength) bytes = bytes.slice(offset, offset + length);
    return host("fs.writeAt", fd, bytes, position);
  },
  readSync: function (fd, data, offset, length, position) {
    var view = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
    offset = offset || 0;
    var bytes = new Uint8Array(host("fs.readAt", fd, length === undefined ? view.length - offset : Math.min(length, view.length - offset), position));
    view.set(bytes, offset);
    return bytes.length;
  },
  listDirSync: function (path) {
    var names = JSON.parse(host("fs.list", String(path))), at = 0;
    return { next: function () { return at < names.length ? { done: false, value: names[at++] } : { done: true, value: undefined }; } };
  }
});

var transfers = {};
function Transfer(number, name) { this.number = number; this.name = name; transfers[number] = this; }
Transfer.prototype = Object.create(Target.prototype);
Object.defineProperty(Transfer.prototype, "readyState", { get: function () { return host("outbox.state", this.number); } });
Transfer.prototype.cancel = function () { host("outbox.cancel", this.number); };
function transfer(entry) { var at = entry.indexOf(":"), number = entry.slice(0, at); return transfers[number] || new Transfer(Number(number), entry.slice(at + 1)); }
function queued(op, first, name) {
  try { return Promise.resolve(transfer(host(op, first, name))); } catch (error) { return Promise.reject(error); }
}
var inbox = target({ nextFile: function (name) { return host("inbox.next", name); } });
define("file-transfer", {
  inbox: inbox,
  outbox: {
    enqueue: function (name, data) { return queued("outbox.enqueue", bytesOf(data), String(name)); },
    enqueueFile: function (path, name) { return queued("outbox.enqueueFile", String(path), name === undefined ? undefined : String(name)); },
    enumerate: function () { return Promise.resolve(JSON.parse(host("outbox.list")).map(transfer)); }
  }
});
entries.transfer = function (number, over) {
  var it = transfers[number];
  if (over) delete transfers[number];
  if (it) emit(it, "change");
};
entries.newfile = function () { emit(inbox, "newfile"); };

define("messaging", { peerSocket: peerSocket() });
`;
