/** `jpeg`: offered, but no picture can be decoded here; each use is reported. */
/* global define */

function decodeJpeg() {
  host("missing", "function", "jpeg.decode");
  throw new Error("this host cannot decode JPEG");
}
define("jpeg", { decodeSync: decodeJpeg, decode: decodeJpeg });
