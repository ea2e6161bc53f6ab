/** `fs`, `cbor` and `file-transfer`. A value is kept as JSON in the place of CBOR. */
/* global bench */

(function () {
  var FOLDER = "/private/data/",
    /** A larger file of raw bytes is room that is kept: of it only the size counts. */
    LARGEST = 4000,
    files = {},
    open = {},
    coming = [],
    sent = [],
    Target = bench.Target;

  function short(path) {
    path = String(path);
    return path.indexOf(FOLDER) === 0 ? path.slice(FOLDER.length) : path;
  }
  /** @throws when there is no such file. */
  function found(path) {
    var name = short(path);
    if (!(name in files)) throw new Error("no file " + name);
    return name;
  }
  function bytesOf(data) {
    return ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
  }
  /** A number in the place of a file is the size of one whose bytes are all 0. */
  function bytesIn(name) {
    var content = files[name];
    if (typeof content === "number") return new Uint8Array(content);
    return typeof content === "string" ? encoded(content) : content;
  }
  function encoded(text) {
    var bytes = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  function textIn(name) {
    var content = files[name];
    if (typeof content === "string") return content;
    return String.fromCharCode.apply(null, bytesIn(name));
  }
  function sizeOf(name) {
    var content = files[name];
    return typeof content === "number" ? content : content.length;
  }

  var fs = {
    existsSync: function (path) {
      return short(path) in files;
    },
    readFileSync: function (path, encoding) {
      var name = found(path);
      if (encoding === undefined) return bytesIn(name).slice().buffer;
      var text = textIn(name);
      return encoding === "cbor" || encoding === "json"
        ? JSON.parse(text)
        : text;
    },
    writeFileSync: function (path, data, encoding) {
      var name = short(path);
      if (encoding === "cbor" || encoding === "json") {
        files[name] = JSON.stringify(data);
      } else if (encoding !== undefined) files[name] = String(data);
      else if (data.byteLength > LARGEST) files[name] = data.byteLength;
      else files[name] = bytesOf(data).slice();
    },
    unlinkSync: function (path) {
      delete files[found(path)];
    },
    renameSync: function (from, to) {
      from = found(from);
      files[short(to)] = files[from];
      delete files[from];
    },
    statSync: function (path) {
      return { size: sizeOf(found(path)), mtime: new Date() };
    },
    listDirSync: function () {
      var names = Object.keys(files),
        at = 0;
      return {
        next: function () {
          return at < names.length
            ? { done: false, value: names[at++] }
            : { done: true, value: undefined };
        },
      };
    },
    openSync: function (path, flags) {
      var name = short(path),
        mode = flags === undefined ? "r" : String(flags),
        handle = 1;
      if (mode.charAt(0) === "r") found(path);
      if (mode.charAt(0) === "w" || !(name in files)) {
        files[name] = new Uint8Array(0);
      }
      while (open[handle]) handle++;
      open[handle] = { name: name, at: 0, end: mode.charAt(0) === "a" };
      return handle;
    },
    closeSync: function (handle) {
      delete open[handle];
    },
    writeSync: function (handle, data, offset, length, position) {
      var file = open[handle],
        from = bytesOf(data),
        start = offset || 0,
        count = length === undefined ? from.length - start : length,
        bytes = bytesIn(file.name),
        at = file.end
          ? bytes.length
          : position === undefined
            ? file.at
            : position;
      if (at + count > bytes.length) {
        var larger = new Uint8Array(at + count);
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(
        start || count < from.length
          ? from.subarray(start, start + count)
          : from,
        at
      );
      files[file.name] = bytes;
      file.at = at + count;
      return count;
    },
    readSync: function (handle, data, offset, length, position) {
      var file = open[handle],
        to = bytesOf(data),
        start = offset || 0,
        at = position === undefined ? file.at : position,
        wanted = length === undefined ? to.length - start : length,
        part = bytesIn(file.name).subarray(at, at + wanted);
      to.set(part, start);
      file.at = at + part.length;
      return part.length;
    },
  };

  var inbox = new Target({
    nextFile: function () {
      var next = coming.shift();
      if (!next) return undefined;
      files[next.name] = next.content;
      return next.name;
    },
  });
  function queue(name) {
    sent.push(name);
    return Promise.resolve(
      new Target({ name: name, readyState: "pending", cancel: function () {} })
    );
  }
  var outbox = {
    enqueueFile: function (path, name) {
      return queue(name === undefined ? short(path) : name);
    },
    enqueue: function (name) {
      return queue(name);
    },
    enumerate: function () {
      return Promise.resolve([]);
    },
  };

  bench.fs = fs;
  bench.cbor = {
    encode: function (value) {
      return encoded(JSON.stringify(value)).buffer;
    },
    decode: function (data) {
      return JSON.parse(String.fromCharCode.apply(null, bytesOf(data)));
    },
  };
  bench.transfer = { inbox: inbox, outbox: outbox };
  /** The files: text, bytes, or the size of one that only keeps room. */
  bench.files = files;
  /** A value comes from the phone, as the JSON that stands for its CBOR. */
  bench.arrive = function (name, json) {
    coming.push({ name: name, content: json });
    bench.emit(inbox, "newfile");
    __jobs();
  };
  /** The phone has stored all that was sent: it is deleted, as the app would. */
  bench.acknowledge = function () {
    while (sent.length) delete files[sent.pop()];
  };
})();
