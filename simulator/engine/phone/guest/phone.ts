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
function storage(name) {
  return Object.defineProperty(target({
    getItem: function (key) { return host("storage.get", name, String(key)); },
    setItem: function (key, value) { host("storage.set", name, String(key), String(value)); },
    removeItem: function (key) { host("storage.remove", name, String(key)); },
    clear: function () { host("storage.clear", name); },
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
