/**
 * Guest source: `pack` and `unpack` carry structured values over the border as text (see
 * packed.ts for the host's half), `bytesOf` and `own` carry bytes.
 */
export const guestValues = /* js */ `
function tagged(key, value) {
  if (value === undefined || typeof value === "function") return { "\\u0000": "u" };
  if (typeof value === "number" && !isFinite(value)) return { "\\u0000": String(value) };
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    var bytes = new Uint8Array(bytesOf(value)), text = "";
    for (var i = 0; i < bytes.length; i++) text += String.fromCharCode(256 + bytes[i]);
    return { "\\u0000": "b", b: text };
  }
  return value;
}
function pack(value) { return JSON.stringify(value, tagged); }
function untagged(key, value) {
  if (value === null || typeof value !== "object" || value["\\u0000"] === undefined) return value;
  var tag = value["\\u0000"];
  if (tag === "u") return undefined;
  if (tag !== "b") return Number(tag);
  var bytes = new Uint8Array(value.b.length);
  for (var i = 0; i < bytes.length; i++) bytes[i] = value.b.charCodeAt(i) - 256;
  return bytes;
}
function unpack(text) { return JSON.parse(text, untagged); }
function bytesOf(data) {
  if (data instanceof ArrayBuffer) return data;
  if (!ArrayBuffer.isView(data)) throw new TypeError("expected an ArrayBuffer or a view of one");
  if (data.byteOffset === 0 && data.byteLength === data.buffer.byteLength) return data.buffer;
  return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
}
function own(buffer) { return buffer.slice(0); }
`;
