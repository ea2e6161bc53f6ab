/** `TextEncoder`, `TextDecoder`, `URLSearchParams`, `Headers`: as in browsers, as far as companions use them. */
/* global bytesOf, global */

global.TextEncoder = function () {
  this.encoding = "utf-8";
};
global.TextEncoder.prototype.encode = function (text) {
  var lone =
      /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g,
    bytes = unescape(
      encodeURIComponent(
        (text === undefined ? "" : String(text)).replace(lone, "$1\ufffd")
      )
    ),
    out = new Uint8Array(bytes.length);
  for (var i = 0; i < bytes.length; i++) out[i] = bytes.charCodeAt(i);
  return out;
};
global.TextDecoder = function () {
  this.encoding = "utf-8";
};
global.TextDecoder.prototype.decode = function (bytes) {
  return bytes === undefined ? "" : host("utf8", bytesOf(bytes));
};

/** Makes a type a list of names and values; `normal` says which names are the same. */
function withPairs(type, normal) {
  var proto = type.prototype;
  function same(name) {
    name = normal(name);
    return function (pair) {
      return pair[0] === name;
    };
  }
  function other(name) {
    var is = same(name);
    return function (pair) {
      return !is(pair);
    };
  }
  proto.append = function (name, value) {
    this.pairs.push([normal(name), String(value)]);
  };
  proto.delete = function (name) {
    this.pairs = this.pairs.filter(other(name));
  };
  proto.get = function (name) {
    var found = this.pairs.filter(same(name))[0];
    return found ? found[1] : null;
  };
  proto.getAll = function (name) {
    return this.pairs.filter(same(name)).map(function (pair) {
      return pair[1];
    });
  };
  proto.has = function (name) {
    return this.pairs.some(same(name));
  };
  proto.set = function (name, value) {
    var at = this.pairs.findIndex(same(name)),
      pair = [normal(name), String(value)];
    this.pairs = this.pairs.filter(other(name));
    this.pairs.splice(at < 0 ? this.pairs.length : at, 0, pair);
  };
  proto.forEach = function (callback, self) {
    this.pairs.forEach(function (pair) {
      callback.call(self, pair[1], pair[0], this);
    }, this);
  };
  proto.entries = proto[Symbol.iterator] = function () {
    return this.pairs[Symbol.iterator]();
  };
  proto.keys = function () {
    return column(this.pairs, 0);
  };
  proto.values = function () {
    return column(this.pairs, 1);
  };
}

function column(pairs, at) {
  var all = pairs.map(function (pair) {
    return pair[at];
  });
  return all[Symbol.iterator]();
}

function fillPairs(it, from) {
  it.pairs = [];
  if (from === undefined || from === null) return;
  if (typeof from[Symbol.iterator] === "function") {
    for (var all = Array.from(from), i = 0; i < all.length; i++)
      it.append(all[i][0], all[i][1]);
  } else
    Object.keys(from).forEach(function (name) {
      it.append(name, from[name]);
    });
}

global.URLSearchParams = function (from) {
  if (typeof from !== "string") return fillPairs(this, from);
  fillPairs(
    this,
    from
      .replace(/^\?/, "")
      .split("&")
      .filter(Boolean)
      .map(function (part) {
        var at = part.indexOf("=");
        return at < 0
          ? [fromForm(part), ""]
          : [fromForm(part.slice(0, at)), fromForm(part.slice(at + 1))];
      })
  );
};
withPairs(global.URLSearchParams, String);
global.URLSearchParams.prototype.toString = function () {
  return this.pairs
    .map(function (pair) {
      return toForm(pair[0]) + "=" + toForm(pair[1]);
    })
    .join("&");
};

function toForm(text) {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, function (sign) {
      return "%" + sign.charCodeAt(0).toString(16).toUpperCase();
    })
    .replace(/%20/g, "+");
}

function fromForm(text) {
  text = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(text);
  } catch (e) {
    return text;
  }
}

global.Headers = function (from) {
  fillPairs(this, from);
};
withPairs(global.Headers, function (name) {
  return String(name).toLowerCase();
});
