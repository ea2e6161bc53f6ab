/** `cbor`. */
/* global bytesOf, define, own, pack, unpack */

define("cbor", {
  encode: function (value) {
    return own(host("cbor.encode", pack(value)));
  },
  decode: function (data) {
    return unpack(host("cbor.decode", bytesOf(data)));
  },
});
