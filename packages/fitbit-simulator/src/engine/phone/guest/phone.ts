/** Guest source: what companion and settings page share. */
export const guestPhone = /* js */ `
function fields(on, op, names, writable) {
  names.split(" ").forEach(function (name) {
    Object.defineProperty(on, name, {
      enumerable: true,
      get: function () { return host(op + ".get", name); },
      set: writable ? function (value) { host(op + ".set", name, value); } : undefined
    });
  });
  return on;
}
/** In one wake-up nobody else changes a storage: of settings, which are few, the rest is read at once after so many reads. */
var MANY_READS = 20;
function storage(name) {
  var held, reads = 0, readIn = -1;
  function get(key) {
    if (readIn !== wakeUps) { readIn = wakeUps; reads = 0; held = undefined; }
    if (name !== "settings" || !held && ++reads <= MANY_READS) return host("storage.get", name, key);
    held = held || JSON.parse(host("storage.entries", name));
    return Object.prototype.hasOwnProperty.call(held, key) ? held[key] : null;
  }
  function change(op, key, value) {
    host("storage." + op, name, key, value);
    if (!held || op === "clear" || key === "__proto__") held = undefined;
    else if (op === "set") held[key] = value;
    else delete held[key];
  }
  return Object.defineProperty(target({
    getItem: function (key) { return get(String(key)); },
    setItem: function (key, value) { change("set", String(key), String(value)); },
    removeItem: function (key) { change("remove", String(key)); },
    clear: function () { change("clear"); },
    key: function (index) { return host("storage.key", name, Number(index)); },
    toJSON: function () { return JSON.parse(host("storage.entries", name)); }
  }), "length", { get: function () { return host("storage.length", name); } });
}
function randomValues(values) {
  var bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  for (var i = 0; i < bytes.length; i++) bytes[i] = Math.floor(Math.random() * 256);
  return values;
}
define("user-settings", { locale: fields({}, "preference", "language") });
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
global.btoa = function (text) {
  text = String(text);
  for (var out = "", i = 0; i < text.length; i += 3) {
    var a = text.charCodeAt(i), b = text.charCodeAt(i + 1), c = text.charCodeAt(i + 2);
    if (a > 255 || b > 255 || c > 255) throw new Error("btoa takes characters up to 255 only");
    out += ALPHABET[a >> 2] + ALPHABET[(a & 3) << 4 | b >> 4] + (i + 1 < text.length ? ALPHABET[(b & 15) << 2 | c >> 6] : "=") + (i + 2 < text.length ? ALPHABET[c & 63] : "=");
  }
  return out;
};
global.atob = function (text) {
  text = String(text).replace(/[\\t\\n\\f\\r ]/g, "").replace(/={1,2}$/, "");
  if (text.length % 4 === 1 || /[^A-Za-z0-9+\\/]/.test(text)) throw new Error("not base 64");
  for (var out = "", bits = 0, held = 0, i = 0; i < text.length; i++) {
    held = (held << 6 | ALPHABET.indexOf(text[i])) & 0xffff;
    bits += 6;
    if (bits >= 8) out += String.fromCharCode(held >> (bits -= 8) & 255);
  }
  return out;
};
`;
