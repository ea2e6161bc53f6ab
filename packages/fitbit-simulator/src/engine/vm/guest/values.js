/**
 * Values on their way to the host and back. `pack` and `unpack` write structured values as text;
 * the host's half of them is `vm/packed.ts`. `bytesOf` and `own` are for bytes.
 */
/* exported bytesOf, own, pack, unpack */

/** The key under which JSON carries what it has no form for. */
var TAG = "\u0000";

function tagged(key, value) {
  if (value === undefined || typeof value === "function") return withTag("u");
  if (typeof value === "number" && !isFinite(value))
    return withTag(String(value));
  if (!(value instanceof ArrayBuffer) && !ArrayBuffer.isView(value))
    return value;
  var bytes = new Uint8Array(bytesOf(value)),
    text = "";
  for (var i = 0; i < bytes.length; i++)
    text += String.fromCharCode(256 + bytes[i]);
  var packed = withTag("b");
  packed.b = text;
  return packed;
}

function withTag(tag) {
  var packed = {};
  packed[TAG] = tag;
  return packed;
}

function pack(value) {
  return JSON.stringify(value, tagged);
}

function untagged(key, value) {
  if (value === null || typeof value !== "object" || value[TAG] === undefined)
    return value;
  var tag = value[TAG];
  if (tag === "u") return undefined;
  if (tag !== "b") return Number(tag);
  var bytes = new Uint8Array(value.b.length);
  for (var i = 0; i < bytes.length; i++) bytes[i] = value.b.charCodeAt(i) - 256;
  return bytes;
}

function unpack(text) {
  return JSON.parse(text, untagged);
}

/** An ArrayBuffer with exactly these bytes; the given one where it has no others. */
function bytesOf(data) {
  if (data instanceof ArrayBuffer) return data;
  if (!ArrayBuffer.isView(data))
    throw new TypeError("expected an ArrayBuffer or a view of one");
  if (data.byteOffset === 0 && data.byteLength === data.buffer.byteLength)
    return data.buffer;
  return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
}

/** A copy of a buffer of the host's, in the program's own heap. */
function own(buffer) {
  return buffer.slice(0);
}
