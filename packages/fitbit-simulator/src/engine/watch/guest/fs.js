/** `fs`: the files of the app. */
/* global bytesOf, define, own, pack, unpack */

define("fs", {
  existsSync: function (name) {
    return host("fs.exists", String(name));
  },
  writeFileSync: function (name, data, encoding) {
    name = String(name);
    switch (encoding) {
      case "json":
        host("fs.writeText", name, JSON.stringify(data), "utf-8");
        break;
      case "cbor":
        host("fs.writeCbor", name, pack(data));
        break;
      case "utf-8":
      case "ascii":
        host("fs.writeText", name, String(data), encoding);
        break;
      case undefined:
        host("fs.write", name, bytesOf(data));
        break;
      default:
        throw new TypeError("unknown encoding " + encoding);
    }
  },
  readFileSync: function (name, encoding) {
    name = String(name);
    switch (encoding) {
      case "json":
        return JSON.parse(host("fs.readText", name, "utf-8"));
      case "cbor":
        return unpack(host("fs.readCbor", name));
      case "utf-8":
      case "ascii":
        return host("fs.readText", name, encoding);
      case undefined:
        return own(host("fs.read", name));
      default:
        throw new TypeError("unknown encoding " + encoding);
    }
  },
  renameSync: function (from, to) {
    host("fs.rename", String(from), String(to));
  },
  unlinkSync: function (name) {
    host("fs.unlink", String(name));
  },
  statSync: function (name) {
    var stats = host("fs.stat", String(name)).split(",");
    return { size: Number(stats[0]), mtime: new Date(Number(stats[1])) };
  },
  openSync: function (name, flags) {
    return host(
      "fs.open",
      String(name),
      flags === undefined ? "r" : String(flags)
    );
  },
  closeSync: function (fd) {
    host("fs.close", fd);
  },
  writeSync: function (fd, data, offset, length, position) {
    var bytes = bytesOf(data);
    offset = offset || 0;
    if (length === undefined) length = bytes.byteLength - offset;
    if (offset || length !== bytes.byteLength)
      bytes = bytes.slice(offset, offset + length);
    return host("fs.writeAt", fd, bytes, position);
  },
  readSync: function (fd, data, offset, length, position) {
    var view = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    offset = offset || 0;
    var room = view.length - offset,
      wanted = length === undefined ? room : Math.min(length, room),
      bytes = new Uint8Array(host("fs.readAt", fd, wanted, position));
    view.set(bytes, offset);
    return bytes.length;
  },
  listDirSync: function (path) {
    var names = JSON.parse(host("fs.list", String(path))),
      at = 0;
    return {
      next: function () {
        if (at < names.length) return { done: false, value: names[at++] };
        return { done: true, value: undefined };
      },
    };
  },
});
