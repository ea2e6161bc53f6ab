/** `btoa` and `atob`. */
/* global global */

var ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

global.btoa = function (text) {
  text = String(text);
  for (var out = "", i = 0; i < text.length; i += 3) {
    var a = text.charCodeAt(i),
      b = text.charCodeAt(i + 1),
      c = text.charCodeAt(i + 2);
    if (a > 255 || b > 255 || c > 255)
      throw new Error("btoa takes characters up to 255 only");
    out += ALPHABET[a >> 2] + ALPHABET[((a & 3) << 4) | (b >> 4)];
    out += i + 1 < text.length ? ALPHABET[((b & 15) << 2) | (c >> 6)] : "=";
    out += i + 2 < text.length ? ALPHABET[c & 63] : "=";
  }
  return out;
};

global.atob = function (text) {
  text = String(text)
    .replace(/[\t\n\f\r ]/g, "")
    .replace(/={1,2}$/, "");
  if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text))
    throw new Error("not base 64");
  for (var out = "", bits = 0, held = 0, i = 0; i < text.length; i++) {
    held = ((held << 6) | ALPHABET.indexOf(text[i])) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 255);
  }
  return out;
};
